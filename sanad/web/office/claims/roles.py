"""Who takes claims in, who adds to their files, and who reads them; an auditor writes nothing."""

from django.http import Http404

from sanad.casework.claims.models import Claim
from sanad.casework.claims.selectors import claims_within
from sanad.staff.roles import Role
from sanad.web.shared.requests import StaffRequest

TAKE_IN = (Role.CASEWORKER,)
ADD_FILES = (Role.CASEWORKER, Role.ASSESSOR, Role.ENGINEER, Role.PROGRAMME_LEAD)
READ = (*ADD_FILES, Role.AUDITOR)


def claim_within(request: StaffRequest, number: str, *roles: Role) -> Claim:
    """The claim, if one of these roles of the person reaches it. Raises Http404."""
    around = ("programme", "household__key", "dwelling__building__place", "received_by")
    found = claims_within(request.reach, *roles).select_related(*around).filter(number=number).first()
    if found is None:
        raise Http404(number)
    return found
