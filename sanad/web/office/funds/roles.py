"""Who reads about funds, and who records and confirms what comes in.

A fund's money is of no single district: roles that are held for one district only do not reach it.
"""

from django.http import Http404

from sanad.funds.models import Fund
from sanad.funds.selectors import funds_of
from sanad.staff.roles import Role
from sanad.staff.scopes import Reach
from sanad.web.shared.requests import StaffRequest

RECORD = (Role.FINANCE_OFFICER,)
READ = (Role.FINANCE_OFFICER, Role.PROGRAMME_LEAD, Role.AUDITOR)


def funds_within(reach: Reach, *roles: Role) -> list[Fund]:
    programmes = {scope.programme for scope in reach.within(*roles) if not scope.district}
    return funds_of(programmes)


def fund_within(request: StaffRequest, code: str, *roles: Role) -> Fund:
    """The fund, if one of these roles of the person reaches it. Raises Http404."""
    found = next((fund for fund in funds_within(request.reach, *roles) if fund.code == code), None)
    if found is None:
        raise Http404(code)
    return found
