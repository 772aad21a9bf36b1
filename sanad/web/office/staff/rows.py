"""Members of the staff with their roles, as pages show them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sanad.places.models import Place
from sanad.places.selectors import names_of
from sanad.rulebook.models import Programme
from sanad.staff.models import Assignment, User
from sanad.staff.roles import Role
from sanad.web.shared.formats import language


@dataclass(frozen=True, slots=True)
class Held:
    """A role in words; where and for what nothing is named it is everywhere and for every programme."""

    assignment: Assignment
    role: str
    programme: str
    place: str


def held_by(users: Iterable[User]) -> dict[int, list[Held]]:
    """By member, the roles that were given, oldest first."""
    found = list(Assignment.objects.filter(user__in=list(users)).select_related("granted_by").order_by("pk"))
    titles = {one.key: one.title[language()] for one in Programme.objects.all()}
    places = names_of(list(Place.objects.filter(code__in={one.district for one in found})), language())
    rows: dict[int, list[Held]] = {}
    for one in found:
        programme, place = titles.get(one.programme, one.programme), places.get(one.district, one.district)
        rows.setdefault(one.user_id, []).append(Held(one, str(Role(one.role).label), programme, place))
    return rows


def open_ones(held: Iterable[Held]) -> Iterator[Held]:
    return (one for one in held if one.assignment.until is None)
