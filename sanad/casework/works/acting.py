"""Who may act on works and halts, and in which role they do."""

from collections.abc import Sequence
from datetime import date

from sanad.funds.models import Fund
from sanad.places.selectors import around
from sanad.registry.models import Building
from sanad.registry.selectors import refuse_recused
from sanad.rulebook.models import Programme
from sanad.staff.models import User
from sanad.staff.roles import Role
from sanad.staff.scopes import reach_of

PREPARE = (Role.ENGINEER,)
DECIDE = (Role.PROGRAMME_LEAD, Role.FINANCE_OFFICER)
CERTIFY = (Role.ENGINEER,)
HALT_WORKS = (Role.PROGRAMME_LEAD, Role.ENGINEER, Role.SAFETY_OFFICER, Role.FINANCE_OFFICER)
HALT_MONEY = (Role.PROGRAMME_LEAD, Role.FINANCE_OFFICER)


class NotTheirs(Exception):
    """The act belongs to another role, or to the same role of another district or programme."""


def on_building(
    roles: Sequence[Role], user: User, building: Building, on: date, programme: Programme | None = None
) -> Role:
    """The first of these roles in which the person may act here. Raises NotTheirs, Recused."""
    here = around(building.place)
    reach = reach_of(user, on)
    for role in roles:
        scopes = reach.within(role)
        if any(
            (not scope.district or scope.district in here)
            and (programme is None or scope.programme in ("", programme.key))
            for scope in scopes
        ):
            refuse_recused(user, building=building)
            return role
    raise NotTheirs(f"{user.name}: {', '.join(roles)} for {building.reference}")


def on_programme(roles: Sequence[Role], user: User, programme: Programme, on: date) -> Role:
    """A line or a programme is of no single district. Raises NotTheirs."""
    return _anywhere(roles, user, {programme.key}, on, programme.key)


def on_fund(roles: Sequence[Role], user: User, fund: Fund, on: date) -> Role:
    """A fund's money is of no single district. Raises NotTheirs."""
    paid_for = set(fund.programmes.values_list("programme", flat=True))
    return _anywhere(roles, user, paid_for, on, fund.code)


def _anywhere(roles: Sequence[Role], user: User, programmes: set[str], on: date, what: str) -> Role:
    reach = reach_of(user, on)
    for role in roles:
        if any(not scope.district and scope.programme in {"", *programmes} for scope in reach.within(role)):
            return role
    raise NotTheirs(f"{user.name}: {', '.join(roles)} for {what}")
