"""The named functions."""

import ast
from difflib import get_close_matches

from sanad.engine.rules.checking import numbers
from sanad.engine.rules.checking.arguments import Arguments, Builder, counted
from sanad.engine.rules.checking.bands import by_bands
from sanad.engine.rules.checking.calendar_calls import CALENDAR_FUNCTIONS
from sanad.engine.rules.checking.day_calls import DAY_FUNCTIONS, as_date
from sanad.engine.rules.checking.groups import GROUP_OPERATORS, group_call
from sanad.engine.rules.checking.look_up import Typed
from sanad.engine.rules.checking.places import within
from sanad.engine.rules.checking.scope import Scope
from sanad.engine.rules.checking.splitting import split
from sanad.engine.rules.declared import Rounding
from sanad.engine.rules.problems import quoted
from sanad.engine.rules.syntax import number_text
from sanad.engine.rules.tree import Fact, Given, Granted, Node
from sanad.engine.rules.types import Boolean, Day, Number, Unit


def call(node: ast.Call, scope: Scope, want: Unit | None, typed: Typed) -> Node:
    function = node.func.id if isinstance(node.func, ast.Name) else ""
    if function in GROUP_OPERATORS and _is_group(node, scope):
        return group_call(function, node, scope, typed)
    if function == "split":
        return split(node, scope, typed)
    build = _FUNCTIONS.get(function)
    if build is None:
        known = sorted({*_FUNCTIONS, *GROUP_OPERATORS, "split"})
        near = get_close_matches(function, known, 1)
        todo = f"Did you mean `{near[0]}()`?" if near else f"Functions: {quoted(known)}."
        raise scope.error("unknown_function", f"No function is named `{function}`.", todo)
    if node.keywords:
        raise scope.error("wrong_arguments", f"`{function}()` takes no named arguments here.", "Give them in order.")
    return build(function, node.args, scope, want, typed)


def _is_group(node: ast.Call, scope: Scope) -> bool:
    """`min` and `max` are group operators when their first argument names a level."""
    if not node.args:
        return True
    first = node.args[0]
    dotted = first.value if isinstance(first, ast.Attribute) else first
    is_level = isinstance(dotted, ast.Name) and dotted.id in scope.names.levels
    if isinstance(first, ast.Attribute):
        is_level = is_level and first.attr in scope.names.levels
    return is_level or (isinstance(node.func, ast.Name) and node.func.id not in _FUNCTIONS)


def _share(function: str, arguments: Arguments, scope: Scope, want: Unit | None, typed: Typed) -> Node:
    counted(function, arguments, 3, 4, scope)
    of = typed(arguments[0], scope, want)
    bare = [numbers.is_bare(item) for item in arguments[1:3]]
    first = 0 if bare[1] and not bare[0] else 1
    known = typed(arguments[1 + first], scope, None)
    unit = known.type.unit if isinstance(known.type, Number) else None
    beside = typed(arguments[2 - first], scope, unit if bare[1 - first] else None)
    part, whole = (known, beside) if first == 0 else (beside, known)
    return numbers.share(of, part, whole, _mode(arguments[3:], scope), scope)


def names_rounding(call: ast.expr) -> bool:
    """Whether a share() says itself how it is rounded."""
    return isinstance(call, ast.Call) and len(call.args) > 3


def _mode(arguments: Arguments, scope: Scope) -> Rounding:
    if not arguments:
        return "half_up"
    given = arguments[0].value if isinstance(arguments[0], ast.Constant) else None
    for mode in numbers.MODES:
        if given == mode:
            return mode
    raise scope.error("bad_rounding", f"`{given!s}` is no rounding.", f"One of: {quoted(numbers.MODES)}.")


def _round(function: str, arguments: Arguments, scope: Scope, want: Unit | None, typed: Typed) -> Node:
    """round(x), round(x, step), round(x, step, mode): to minor units, or to a multiple of the step."""
    counted(function, arguments, 1, 3, scope)
    of = typed(arguments[0], scope, want)
    kind = numbers.numeric(of, scope)
    scale = scope.names.scale_of(kind.unit)
    step = 1
    if len(arguments) > 1:
        if not isinstance(arguments[1], ast.Constant):
            raise scope.error("bad_step", "The step of round() is a plain number.", "Write `round(x, 1_000)`.")
        step = numbers.step_of(number_text(arguments[1], scope.at), scale, scope)
    return numbers.rounded(of, scale, step, _mode(arguments[2:], scope), scope)


def _extreme(function: str, arguments: Arguments, scope: Scope, want: Unit | None, typed: Typed) -> Node:
    counted(function, arguments, 2, 20, scope)
    unit = want
    items: dict[int, Node] = {}
    for place, item in sorted(enumerate(arguments), key=lambda pair: numbers.is_bare(pair[1])):
        items[place] = typed(item, scope, unit)
        kind = items[place].type
        unit = kind.unit if isinstance(kind, Number) and not numbers.is_bare(item) else unit
    found = [items[place] for place in range(len(arguments))]
    if any(isinstance(item.type, Day) for item in found):
        found = [as_date(item, scope) for item in found]
    return numbers.extreme(function, found, scope)


def _abs(function: str, arguments: Arguments, scope: Scope, want: Unit | None, typed: Typed) -> Node:
    counted(function, arguments, 1, 1, scope)
    return numbers.absolute(typed(arguments[0], scope, want), scope)


def _given(function: str, arguments: Arguments, scope: Scope, want: Unit | None, typed: Typed) -> Node:
    counted(function, arguments, 1, 1, scope)
    of = typed(arguments[0], scope, None)
    if not isinstance(of, Fact | Granted):
        raise scope.error("fact_needed", "`given()` asks for a fact.", "Write `given(field)`.")
    return Given(Boolean(), of)


_FUNCTIONS: dict[str, Builder] = {
    "share": _share, "round": _round, "min": _extreme, "max": _extreme, "abs": _abs, "given": _given,
    "by_bands": by_bands, "within": within, **DAY_FUNCTIONS, **CALENDAR_FUNCTIONS,
}  # fmt: skip
