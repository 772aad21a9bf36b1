"""`within(place, 'CODE')`: whether a place lies in another one."""

import ast
from difflib import get_close_matches

from sanad.engine.rules.checking.arguments import Arguments, counted
from sanad.engine.rules.checking.look_up import Typed
from sanad.engine.rules.checking.scope import Scope
from sanad.engine.rules.places import inside
from sanad.engine.rules.tree import Const, Node, OneOf, Told
from sanad.engine.rules.types import Boolean, Choice, Unit


def within(function: str, arguments: Arguments, scope: Scope, want: Unit | None, typed: Typed) -> Node:
    counted(function, arguments, 2, 2, scope)
    place = typed(arguments[0], scope, None)
    if not isinstance(place.type, Choice) or not place.type.within:
        raise scope.error("place_needed", "`within()` takes a place.", "Give a field of type `place`.")
    given = arguments[1].value if isinstance(arguments[1], ast.Constant) else None
    code = given if isinstance(given, str) else ""
    if code not in place.type.options:
        near = get_close_matches(code, sorted(place.type.options), 1)
        todo = f"Did you mean `{near[0]}`?" if near else "Write a code of `places.yaml` in quotes."
        raise scope.error("unknown_place", f"`{code}` is no place.", todo)
    of = OneOf(Boolean(), place, inside(code, place.type))
    return Told(Boolean(), of, "within", (place, Const(Choice(frozenset([code])), code)))
