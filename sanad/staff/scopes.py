"""Where somebody may act: a role's programmes and districts on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from sanad.staff.models import Assignment, User


@dataclass(frozen=True, slots=True)
class Scope:
    """One grant: a role within a programme and a district; empty means every one."""

    role: str
    programme: str
    district: str

    def covers(self, programme: str, districts: Iterable[str]) -> bool:
        """Whether it reaches a thing of this programme that lies in these districts, each named with all around it."""
        return self.programme in ("", programme) and (not self.district or self.district in districts)


@dataclass(frozen=True, slots=True)
class Reach:
    """All that a person may do on a day."""

    user: User
    scopes: tuple[Scope, ...]

    @property
    def roles(self) -> frozenset[str]:
        return frozenset(scope.role for scope in self.scopes)

    def holds(self, *roles: str) -> bool:
        """Whether the person has one of these roles anywhere."""
        return not self.roles.isdisjoint(roles)

    def within(self, *roles: str) -> tuple[Scope, ...]:
        return tuple(scope for scope in self.scopes if scope.role in roles)

    def may(self, roles: Iterable[str], programme: str, districts: Iterable[str]) -> bool:
        """Whether one of these roles reaches the thing."""
        around = frozenset(districts)
        return any(scope.covers(programme, around) for scope in self.within(*roles))


def assignments_held(on: date) -> QuerySet[Assignment]:
    """Every role that somebody holds on this day."""
    return Assignment.objects.filter(Q(until=None) | Q(until__gt=on), since__lte=on, user__is_active=True)


def assignments_of(user: User, on: date) -> QuerySet[Assignment]:
    """The roles that the person holds on this day; none once the account is closed."""
    return assignments_held(on).filter(user=user) if user.is_active else Assignment.objects.none()


def reach_of(user: User, on: date) -> Reach:
    """What the person may do on this day."""
    held = assignments_of(user, on).values_list("role", "programme", "district")
    return Reach(user, tuple(Scope(*row) for row in held))
