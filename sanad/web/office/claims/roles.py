"""Who takes claims in, and who reads them."""

from django.http import Http404

from sanad.casework.claims.models import Claim
from sanad.casework.claims.selectors import claims_within
from sanad.staff.roles import Role
from sanad.web.shared.requests import StaffRequest

TAKE_IN = (Role.CASEWORKER,)
READ = (Role.CASEWORKER, Role.ASSESSOR, Role.ENGINEER, Role.PROGRAMME_LEAD, Role.AUDITOR)


def claim_within(request: StaffRequest, number: str, *roles: Role) -> Claim:
    """The claim, if one of these roles of the person reaches it. Raises Http404."""
    around = ("programme", "household__key", "dwelling__building__place", "received_by")
    found = claims_within(request.reach, *roles).select_related(*around).filter(number=number).first()
    if found is None:
        raise Http404(number)
    return found
