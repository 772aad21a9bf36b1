"""The programmes for which a person takes claims in, and the pen that writes their units and sums."""

from sanad.casework.claims.declared import declared_of
from sanad.engine.rules.words.pen import Pen
from sanad.rulebook.models import Programme
from sanad.staff.scopes import Reach


def programmes_within(reach: Reach, *roles: str) -> list[Programme]:
    scopes = reach.within(*roles)
    found = Programme.objects.order_by("key")
    return [one for one in found if any(scope.programme in ("", one.key) for scope in scopes)]


def pen_of(programme: Programme, language: str) -> Pen:
    """Raises NoRules."""
    return Pen.of(declared_of(programme), language)
