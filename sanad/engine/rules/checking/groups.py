"""Group operators: totals over the members of a group, nested two deep."""

import ast
from dataclasses import dataclass

from sanad.engine.rules.checking import numbers
from sanad.engine.rules.checking.look_up import Typed
from sanad.engine.rules.checking.scope import Scope
from sanad.engine.rules.levels import CLAIM
from sanad.engine.rules.problems import quoted
from sanad.engine.rules.tree import Const, Group, GroupOperator, Identifier, Node, SortKey, walk
from sanad.engine.rules.types import Boolean, Choice, Identity, Number, Type, Value

GROUP_OPERATORS: dict[str, GroupOperator] = {
    "count": "count", "sum": "sum", "any": "any", "all": "all", "min": "min", "max": "max", "first": "first",
    "before": "before", "rank": "rank",
}  # fmt: skip
_WITHOUT_EXPRESSION = ("count", "rank")
_RANKED = ("first", "before", "rank")
_NAMED = {
    "count": {"where"}, "sum": {"where"}, "any": {"where"}, "all": {"where"}, "min": {"where", "otherwise"},
    "max": {"where", "otherwise"}, "first": {"where", "by", "otherwise"}, "before": {"by", "where"},
    "rank": {"where", "by"},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Call:
    op: GroupOperator
    owner: str
    member: str
    scope: Scope
    """The member's scope."""
    named: dict[str, ast.expr]
    typed: Typed


def group_call(function: str, node: ast.Call, scope: Scope, typed: Typed) -> Node:
    op = GROUP_OPERATORS[function]
    takes = 1 if op in _WITHOUT_EXPRESSION else 2
    if len(node.args) != takes:
        form = f"{op}(household, ...)" if takes == 1 else f"{op}(household, expression, ...)"
        raise scope.error("wrong_arguments", f"`{op}()` takes {takes} arguments.", f"Write `{form}`.")
    owner, member = members_of(node.args[0], scope)
    named = {keyword.arg or "": keyword.value for keyword in node.keywords}
    if set(named) - _NAMED[op]:
        allowed = f"Known here: {quoted(f'{name}=' for name in sorted(_NAMED[op]))}."
        raise scope.error(
            "wrong_arguments", f"`{op}()` does not know {quoted(sorted(set(named) - _NAMED[op]))}.", allowed
        )
    if op in ("rank", "before") and member != scope.level:
        raise scope.error(
            "wrong_level", f"`{op}()` ranks things of the rule's own level.", f"Write `{op}({owner}, ...)`."
        )
    call = _Call(op, owner, member, scope.inside(member), named, typed)
    of = typed(node.args[1], call.scope, None) if takes == 2 else None
    return _prove_depth(_build(call, of, scope.level), scope)


def members_of(node: ast.expr, scope: Scope) -> tuple[str, str]:
    """`house` or `household.person` as the level of the group and the level of its members."""
    levels = scope.names.levels
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        owner, member = node.value.id, node.attr
    elif isinstance(node, ast.Name):
        owner, member = node.id, scope.level
        if owner in levels and not levels.is_visible(owner, scope.level):
            owner, member = scope.level, node.id
        elif owner == scope.level:
            member = CLAIM
    else:
        raise scope.error(
            "wrong_arguments", "The first argument names a group.", "Write `house` or `household.person`."
        )
    if owner not in levels or member not in levels:
        raise scope.error("unknown_level", f"`{owner}.{member}` names no group.", f"Levels: {quoted(levels.above)}.")
    if not levels.is_visible(owner, scope.level) or owner not in levels.above[member]:
        todo = f"A `{member}` must lie within a `{owner}`, and the rule's `{scope.level}` in exactly one `{owner}`."
        raise scope.error("wrong_level", f"`{owner}.{member}` is no group of a {scope.level}.", todo)
    return owner, member


def _build(call: _Call, of: Node | None, level: str) -> Group:
    where = _condition(call)
    by = _keys(call)
    otherwise = _otherwise(call, of)
    if call.op in ("min", "max", "first") and otherwise is None and (where or call.member != level):
        todo = "Say what stands then: `otherwise=0`."
        raise call.scope.error("may_be_empty", f"`{call.op}()` may find no member.", todo)
    of = _finer(call, of, otherwise)
    value = otherwise.value if otherwise else None
    return Group(_type(call, of, otherwise), call.op, call.owner, call.member, of, where, by, value)


def _condition(call: _Call) -> Node | None:
    if "where" not in call.named:
        return None
    where = call.typed(call.named["where"], call.scope, None)
    if not isinstance(where.type, Boolean):
        raise call.scope.error("condition_needed", "`where=` needs a condition.", "Compare: `where=floors > 2`.")
    return where


def _keys(call: _Call) -> tuple[SortKey, ...]:
    if call.op not in _RANKED:
        return ()
    given = call.named.get("by")
    items = given.elts if isinstance(given, ast.Tuple) else [given] if given is not None else []
    keys = tuple(sort_key(item, call.scope, call.typed) for item in items)
    last = keys[-1].of if keys else None
    if not isinstance(last, Identifier) or last.level != call.member:
        todo = f"Write `by=(filed_on, {call.member}_id)`."
        raise call.scope.error("ties", f"`{call.op}()` needs keys of which the last is unique.", todo)
    return keys


def sort_key(node: ast.expr, scope: Scope, typed: Typed) -> SortKey:
    """A key, or `desc(key)`."""
    descending = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "desc"
    if descending and isinstance(node, ast.Call) and len(node.args) == 1:
        return SortKey(typed(node.args[0], scope, None), True)
    return SortKey(typed(node, scope, None), False)


def _otherwise(call: _Call, of: Node | None) -> Const | None:
    if "otherwise" not in call.named or of is None:
        return None
    unit = of.type.unit if isinstance(of.type, Number) else None
    found = call.typed(call.named["otherwise"], call.scope, unit)
    if not isinstance(found, Const) or type(found.type) is not type(of.type):
        raise call.scope.error(
            "bad_otherwise", "`otherwise=` needs a plain value of the same type.", "Write `otherwise=0`."
        )
    return found if not isinstance(of.type, Number) else _same_scale(found, of.type.scale, call.scope)


def _same_scale(found: Const, scale: int, scope: Scope) -> Const:
    finer = numbers.rescale(found, max(scale, numbers.numeric(found, scope).scale), scope)
    if not isinstance(finer, Const) or numbers.numeric(finer, scope).scale != scale:
        raise scope.error("too_many_decimals", "`otherwise=` is finer than the members' value.", "Round it.")
    return finer


def _finer(call: _Call, of: Node | None, otherwise: Const | None) -> Node | None:
    wants = {"any": Boolean, "all": Boolean, "sum": Number, "min": Number, "max": Number}.get(call.op)
    if wants and of is not None and not isinstance(of.type, wants):
        kind = "a condition" if wants is Boolean else "a number"
        raise call.scope.error(
            "wrong_member", f"`{call.op}()` needs {kind} of each member.", "See docs/rulebook.md, Expressions."
        )
    if of is not None and isinstance(of.type, Identity):
        raise call.scope.error("id_as_value", "An id may only be a sort key.", "See docs/rulebook.md, Expressions.")
    if call.op == "before" and of is not None and not isinstance(of.type, Number | Boolean):
        raise call.scope.error(
            "wrong_member", "`before()` needs a number or a condition of each member.", "Compare, or sum."
        )
    return of


def _type(call: _Call, of: Node | None, otherwise: Const | None) -> Type:
    members = call.scope.names.members
    if of is None:
        return call.scope.number((), 0, 1 if call.op == "rank" else 0, members)
    if not isinstance(of.type, Number):
        return _with(of.type, otherwise.value if otherwise else None)
    low, high = of.type.low, of.type.high
    if call.op in ("sum", "before"):
        return call.scope.number(of.type.unit, of.type.scale, min(0, low * members), max(0, high * members))
    if otherwise and isinstance(otherwise.value, int):
        low, high = min(low, otherwise.value), max(high, otherwise.value)
    return of.type.within(low, high)


def _with(kind: Type, otherwise: Value | None) -> Type:
    if isinstance(kind, Choice) and isinstance(otherwise, str):
        return Choice(kind.options | {otherwise})
    return kind


def _prove_depth(group: Group, scope: Scope) -> Group:
    depth = sum(isinstance(node, Group) for part in (group.of, group.where) if part for node in walk(part))
    inner = [node for part in (group.of, group.where) if part for node in walk(part) if isinstance(node, Group)]
    if depth and any(isinstance(below, Group) for node in inner for below in list(walk(node))[1:]):
        raise scope.error("too_deep", "Group operators are nested more than two deep.", "Name the inner one.")
    return group
