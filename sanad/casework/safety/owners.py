"""Who is responsible for a building's safety, and who may act."""

from datetime import date

from sanad.places.selectors import around
from sanad.registry.models import Building
from sanad.registry.selectors import is_recused, refuse_recused
from sanad.staff.models import Assignment, User
from sanad.staff.roles import Role
from sanad.staff.scopes import reach_of


class NotTheirs(Exception):
    """The act belongs to another role, or to the same role of another district."""


def must_be(role: Role, user: User, building: Building, on: date) -> None:
    """Raises NotTheirs, Recused."""
    here = around(building.place)
    if not any(not scope.district or scope.district in here for scope in reach_of(user, on).within(role)):
        raise NotTheirs(f"{user.name}: {role.value} for {building.reference}")
    refuse_recused(user, building=building)


def owner_of(building: Building, on: date) -> User | None:
    """The safety officer of the smallest district around the building; None where nobody is named: overdue at once."""
    return named_for(Role.SAFETY_OFFICER, building, on)


def named_for(role: Role, building: Building, on: date) -> User | None:
    """Who holds the role for the smallest district around the building, and is not tied to it."""
    here = around(building.place)
    held = Assignment.objects.filter(role=role, since__lte=on, user__is_active=True)
    found = [one for one in held.exclude(until__lte=on).select_related("user") if one.district in ("", *here)]
    for one in sorted(found, key=lambda one: (not one.district, one.pk)):
        if not is_recused(one.user, building=building):
            return one.user
    return None
