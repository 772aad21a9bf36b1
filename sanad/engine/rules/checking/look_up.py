"""Names: facts, definitions, dated values; and tables by their keys."""

import ast
from collections.abc import Callable
from difflib import get_close_matches

from sanad.engine.rules.checking.scope import Scope
from sanad.engine.rules.levels import CLAIM
from sanad.engine.rules.problems import quoted
from sanad.engine.rules.syntax import RuleError
from sanad.engine.rules.tree import GRANTED, Const, Fact, Granted, Identifier, Lookup, Node, Ref, Result, RoundDate
from sanad.engine.rules.types import Boolean, Choice, Day, Identity, Number, Text, Type, Unit
from sanad.engine.rules.values import TypedValue

Typed = Callable[[ast.expr, Scope, Unit | None], Node]


_OF_ORDER = "It is known only once claims are decided: in `order.yaml`, and `due_now` in `set_off`."
ELSEWHERE = {
    "awarded": "It is known only where an instalment's `amount` is written.",
    "net": _OF_ORDER,
    "due_now": _OF_ORDER,
    "paid": _OF_ORDER,
}
"""Names of results, with where they may be read."""


def name(text: str, scope: Scope) -> Node:
    if text in ("true", "false"):
        return Const(Boolean(), text == "true")
    if text in scope.results:
        return Result(scope.results[text], text)
    if text == "version_date":
        return version_date(scope, scope.names.version_by)
    if text == "round_date":
        return RoundDate(Day())
    if text == GRANTED:
        return _granted(scope)
    if text.endswith("_id") and text[:-3] in scope.names.levels:
        return Identifier(Identity(), _in_reach(text[:-3], text, scope))
    found = _fact(text, scope) or _definition(text, scope) or _value(text, scope)
    if found is None:
        raise _unknown(text, scope)
    return found


def _unknown(text: str, scope: Scope) -> RuleError:
    if text not in ELSEWHERE and text in scope.names.codes():
        message = f"Nothing is named `{text}`; it is an option, and options stand in quotes."
        return scope.error("bare_option", message, f"Did you mean `'{text}'`?")
    near = get_close_matches(text, scope.names.known(), 1)
    todo = f"Did you mean `{near[0]}`?" if near else "Declare it in fields.yaml, values/ or under definitions."
    return scope.error("unknown_name", f"Nothing is named `{text}`.", ELSEWHERE.get(text, todo))


def _granted(scope: Scope) -> Node:
    if scope.level != CLAIM:
        todo = f"Ask for a total over claims: `sum({scope.level}, granted)`."
        raise scope.error("wrong_level", f"`granted` belongs to the claim, not to a `{scope.level}`.", todo)
    most = scope.names.most_granted()
    return Granted(scope.number(((scope.names.currency, 1),), scope.names.money_scale, 0, most))


def attribute(node: ast.Attribute, scope: Scope) -> Node:
    """`level.field`: the one dot there is."""
    level = node.value.id if isinstance(node.value, ast.Name) else ""
    if level not in scope.names.levels:
        todo = f"Levels: {quoted(scope.names.levels.above)}."
        raise scope.error("unknown_level", f"No level is named `{level}`.", todo)
    found = name(node.attr, scope)
    at = getattr(found, "level", None)
    if at != level:
        raise scope.error("wrong_level", f"`{node.attr}` is not at level `{level}`.", f"Write `{at}.{node.attr}`.")
    return found


def version_date(scope: Scope, by: str) -> Node:
    """The date that selects versions: the round's, or a date field's."""
    if by == "round":
        return RoundDate(Day())
    found = _fact(by, scope)
    if found is None or not isinstance(found.type, Day):
        raise scope.error(
            "bad_version_by", f"`version_by: {by}` names no date field.", "Write `round` or a date field."
        )
    return found


def _in_reach(level: str, text: str, scope: Scope) -> str:
    if not scope.names.levels.is_visible(level, scope.level):
        todo = (
            f"Use a total over its members, like `count({scope.level}.{level})` or `any({scope.level}.{level}, ...)`."
        )
        message = f"`{text}` belongs to level `{level}`, and a {scope.level} has not exactly one {level}."
        raise scope.error("wrong_level", message, todo)
    return level


def _fact(text: str, scope: Scope) -> Node | None:
    field = scope.names.fields.get(text)
    if field is None:
        return None
    if isinstance(field.type, Text):
        raise scope.error("text_in_rule", f"`{text}` is free text, which no rule may read.", "Make it a choice.")
    return Fact(field.type, text, _in_reach(field.level, text, scope))


def _definition(text: str, scope: Scope) -> Node | None:
    found = scope.names.definition(text)
    if found is None:
        return None
    return Ref(found.node.type, text, _in_reach(found.level, text, scope))


def _value(text: str, scope: Scope) -> Lookup | None:
    value = scope.names.value(text)
    if value is None:
        return None
    if value.keys:
        raise scope.error("table_without_key", f"`{text}` is a table.", f"Write `{text}[key]`.")
    return _lookup_node(value, (), scope)


def _lookup_node(value: TypedValue, keys: tuple[Node, ...], scope: Scope) -> Lookup:
    return Lookup(value.type, value.name, own_day(value, scope), keys)


def own_day(value: TypedValue, scope: Scope) -> Node:
    """The date that selects the value's version where the rule names no other."""
    return version_date(scope, value.declared.version_by or scope.names.version_by)


def look_up(node: ast.Subscript, scope: Scope, typed: Typed) -> Node:
    """`table[key, ...]`."""
    value, given = table_and_keys(node, scope)
    return _lookup_node(value, typed_keys(value, given, scope, typed), scope)


def table_and_keys(node: ast.expr, scope: Scope) -> tuple[TypedValue, list[ast.expr]]:
    """`table` or `table[key, ...]` as the value and the keys that are given."""
    named = node.value if isinstance(node, ast.Subscript) else node
    value = scope.names.value(named.id) if isinstance(named, ast.Name) else None
    if value is None:
        raise scope.error("unknown_table", "No table of this name.", "Declare it in values/.")
    if not isinstance(node, ast.Subscript):
        return value, []
    return value, list(node.slice.elts) if isinstance(node.slice, ast.Tuple) else [node.slice]


def typed_keys(
    value: TypedValue, given: list[ast.expr], scope: Scope, typed: Typed, left_out: int = 0
) -> tuple[Node, ...]:
    """The keys, of which the last `left_out` are not given here."""
    kinds = value.keys[: len(value.keys) - left_out]
    if len(given) != len(kinds):
        names = quoted(key.name for key in value.declared.keys)
        raise scope.error("wrong_keys", f"`{value.name}` has the keys: {names}.", "Give one for each, in this order.")
    return tuple(_key(item, kind, scope, typed) for item, kind in zip(given, kinds, strict=True))


def _key(item: ast.expr, kind: Type, scope: Scope, typed: Typed) -> Node:
    found = typed(item, scope, kind.unit if isinstance(kind, Number) else None)
    if not _fits(found.type, kind):
        raise scope.error("wrong_key", "A key may have a value that the table does not know.", _keys_of(kind))
    return found


def _fits(found: Type, kind: Type) -> bool:
    if isinstance(kind, Choice) and isinstance(found, Choice):
        return found.options <= kind.options
    if isinstance(kind, Number) and isinstance(found, Number):
        same = (found.unit, found.scale) == (kind.unit, kind.scale)
        return same and kind.low <= found.low and found.high <= kind.high
    if isinstance(kind, Day) and isinstance(found, Day):
        return kind.low <= found.low and found.high <= kind.high
    return isinstance(kind, Boolean) and isinstance(found, Boolean)


def _keys_of(kind: Type) -> str:
    if isinstance(kind, Choice):
        return "The table knows: " + ", ".join(sorted(kind.options)[:20]) + "."
    return "Use the field or definition that the table names as its key, or one of the same range."
