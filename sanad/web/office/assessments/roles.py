"""Who sees and records damage."""

from django.http import Http404

from sanad.casework.assessments.models import Assessment
from sanad.casework.claims.selectors import claims_within
from sanad.staff.roles import Role
from sanad.web.shared.requests import StaffRequest

RECORD = (Role.ASSESSOR, Role.ENGINEER)
READ = (*RECORD, Role.CASEWORKER, Role.PROGRAMME_LEAD, Role.AUDITOR)


def assessment_within(request: StaffRequest, reference: str, *roles: Role) -> Assessment:
    """The visit, if one of these roles of the person reaches its claim. Raises Http404."""
    around = ("claim__programme", "claim__household__key", "claim__dwelling__building__place", "assessor")
    here = Assessment.objects.filter(claim__in=claims_within(request.reach, *roles)).select_related(*around)
    found = here.filter(reference=reference).first()
    if found is None:
        raise Http404(reference)
    return found
