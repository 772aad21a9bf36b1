"""Who asks for rounds, who approves them, who has them issued, and who reads them."""

from django.http import Http404

from sanad.casework.awards.models import Round
from sanad.staff.roles import Role
from sanad.staff.scopes import Reach
from sanad.web.shared.requests import StaffRequest

ASK = (Role.PROGRAMME_LEAD,)
APPROVE = (Role.FINANCE_OFFICER, Role.PROGRAMME_LEAD)
READ = (Role.PROGRAMME_LEAD, Role.FINANCE_OFFICER, Role.AUDITOR)


def reaches(reach: Reach, programme: str, *roles: Role) -> bool:
    """A round is of a whole programme: a role in one district does not reach it."""
    return reach.may(roles, programme, ())


def round_within(request: StaffRequest, reference: str, *roles: Role) -> Round:
    """The round of this reference, such as `SSP-R7`, if one of these roles reaches it. Raises Http404."""
    prefix, _, number = reference.partition("-R")
    if not number.isascii() or not number.isdigit() or len(number) > len("999999"):
        raise Http404(reference)
    people = ("programme", "rules", "asked_by", "decided_by", "issued_by")
    found = Round.objects.select_related(*people).filter(programme__prefix=prefix, number=int(number)).first()
    if found is None or not reaches(request.reach, found.programme.key, *roles):
        raise Http404(reference)
    return found
