"""One expression, checked: from the syntax tree to the typed tree."""

import ast
from datetime import date

from sanad.engine.rules.checking import calls, numbers
from sanad.engine.rules.checking.day_calls import as_date
from sanad.engine.rules.checking.look_up import attribute, look_up, name
from sanad.engine.rules.checking.scope import Scope
from sanad.engine.rules.problems import quoted
from sanad.engine.rules.syntax import parse
from sanad.engine.rules.tree import And, Compare, Const, IfElse, Node, Not, OneOf, Or
from sanad.engine.rules.types import Boolean, Choice, Day, Identity, Number, Text, Type, Unit, Value

_COMPARISONS: dict[type[ast.cmpop], str] = {
    ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=",
}  # fmt: skip
_ARITHMETIC: dict[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*"}


def check(scope: Scope, want: Unit | None = None) -> Node:
    """The typed tree of the scope's expression; `want` is the unit that bare numbers take. Raises RuleError."""
    return typed(parse(scope.at), scope, want)


def typed(node: ast.expr, scope: Scope, want: Unit | None = None) -> Node:
    match node:
        case ast.Constant():
            return _constant(node, scope, want)
        case ast.Name():
            return name(node.id, scope)
        case ast.Attribute():
            return attribute(node, scope)
        case ast.Subscript():
            return look_up(node, scope, typed)
        case ast.Call():
            return calls.call(node, scope, want, typed)
        case ast.IfExp():
            return _if_else(node, scope, want)
        case ast.BinOp():
            return _binary(node, scope, want)
        case _:
            return _logical(node, scope, want)


def _logical(node: ast.expr, scope: Scope, want: Unit | None) -> Node:
    match node:
        case ast.BoolOp():
            items = tuple(boolean(item, scope) for item in node.values)
            return And(Boolean(), items) if isinstance(node.op, ast.And) else Or(Boolean(), items)
        case ast.UnaryOp(op=ast.Not()):
            return Not(Boolean(), boolean(node.operand, scope))
        case ast.UnaryOp():
            return numbers.negative(typed(node.operand, scope, want), scope)
        case ast.Compare():
            return _comparison(node, scope)
    raise scope.error("forbidden_syntax", "A tuple may only stand after `in`.", "Write `grade in (4, 5)`.")


def boolean(node: ast.expr, scope: Scope) -> Node:
    result = typed(node, scope)
    if not isinstance(result.type, Boolean):
        raise scope.error(
            "condition_needed", "A condition is needed here.", "Compare it: `floors > 2`, `kind == 'minor'`."
        )
    return result


def _constant(node: ast.Constant, scope: Scope, want: Unit | None) -> Node:
    if isinstance(node.value, bool):
        return Const(Boolean(), node.value)
    if isinstance(node.value, str):
        return Const(Choice(frozenset([node.value])), node.value)
    return numbers.literal(node, scope, want)


def _pair(left: ast.expr, right: ast.expr, scope: Scope, want: Unit | None) -> tuple[Node, Node]:
    """Both sides, a bare number taking the other's unit."""
    if numbers.is_bare(left) and not numbers.is_bare(right):
        second = typed(right, scope, want)
        return typed(left, scope, _unit(second)), second
    first = typed(left, scope, want)
    beside = _unit(first) if numbers.is_bare(right) and not numbers.is_bare(left) else want
    return first, typed(right, scope, beside)


def _unit(node: Node) -> Unit | None:
    return node.type.unit if isinstance(node.type, Number) else None


def _binary(node: ast.BinOp, scope: Scope, want: Unit | None) -> Node:
    op = _ARITHMETIC[type(node.op)]
    if op != "*":
        return numbers.arithmetic(op, *_pair(node.left, node.right, scope, want), scope)
    left_bare, right_bare = numbers.is_bare(node.left), numbers.is_bare(node.right)
    left = typed(node.left, scope, want if right_bare else None)
    right = typed(node.right, scope, want if left_bare and not right_bare else None)
    return numbers.arithmetic(op, left, right, scope)


def _if_else(node: ast.IfExp, scope: Scope, want: Unit | None) -> Node:
    condition = boolean(node.test, scope)
    then, other = _pair(node.body, node.orelse, scope, want)
    then, other, kind = joined(then, other, scope)
    return IfElse(kind, condition, then, other)


def joined(then: Node, other: Node, scope: Scope) -> tuple[Node, Node, Type]:
    """Two branches as one type that holds both."""
    if isinstance(then.type, Number) and isinstance(other.type, Number):
        then, other = numbers.aligned([then, other], scope)
        a, b = numbers.numeric(then, scope), numbers.numeric(other, scope)
        return then, other, a.within(min(a.low, b.low), max(a.high, b.high))
    then, other = as_dates(then, other, scope)
    a_type, b_type = then.type, other.type
    if isinstance(a_type, Choice) and isinstance(b_type, Choice):
        around = dict(a_type.within) | dict(b_type.within) if a_type.within and b_type.within else {}
        return then, other, Choice(a_type.options | b_type.options, tuple(sorted(around.items())))
    if isinstance(a_type, Day) and isinstance(b_type, Day):
        return then, other, Day(min(a_type.low, b_type.low), max(a_type.high, b_type.high))
    if isinstance(a_type, Boolean) and isinstance(b_type, Boolean):
        return then, other, Boolean()
    raise scope.error("branches_differ", "The two branches are of different types.", "Give both the same type.")


def as_dates(left: Node, right: Node, scope: Scope) -> tuple[Node, Node]:
    """A quoted ISO date beside a date is a date."""
    if isinstance(left.type, Day) and isinstance(right, Const):
        return left, as_date(right, scope)
    if isinstance(right.type, Day) and isinstance(left, Const):
        return as_date(left, scope), right
    return left, right


def _comparison(node: ast.Compare, scope: Scope) -> Node:
    sides = [node.left, *node.comparators]
    found = tuple(_compared(sides[place], op, sides[place + 1], scope) for place, op in enumerate(node.ops))
    return found[0] if len(found) == 1 else And(Boolean(), found)


def _compared(left: ast.expr, op: ast.cmpop, right: ast.expr, scope: Scope) -> Node:
    if isinstance(op, ast.In | ast.NotIn):
        inside = _one_of(left, right, scope)
        return Not(Boolean(), inside) if isinstance(op, ast.NotIn) else inside
    sign = _COMPARISONS[type(op)]
    first, second = _pair(left, right, scope, None)
    if isinstance(first.type, Number) and isinstance(second.type, Number):
        first, second = numbers.aligned([first, second], scope)
    first, second = as_dates(first, second, scope)
    _comparable(first.type, sign, second.type, scope)
    return Compare(Boolean(), sign, first, second)  # type: ignore[arg-type]


def _comparable(left: Type, sign: str, right: Type, scope: Scope) -> None:
    if isinstance(left, Identity | Text) or type(left) is not type(right):
        raise scope.error("not_comparable", f"These two cannot be compared by `{sign}`.", "Compare like with like.")
    if isinstance(left, Choice) and isinstance(right, Choice) and not left.options & right.options:
        few, many = sorted((left.options, right.options), key=len)
        message = f"{quoted(sorted(few))} can never be equal: it is none of the other side's options."
        raise scope.error("unknown_option", message, f"The options: {quoted(sorted(many)[:20])}.")
    if isinstance(left, Choice | Boolean) and sign not in ("==", "!="):
        raise scope.error("not_comparable", f"Options have no size to compare by `{sign}`.", "Write `==` or `in (..)`.")


def _one_of(left: ast.expr, right: ast.expr, scope: Scope) -> Node:
    if not isinstance(right, ast.Tuple) or not right.elts:
        raise scope.error("list_needed", "After `in` stands a list of values.", "Write `grade in (4, 5)`.")
    of = typed(left, scope)
    values: list[Value] = []
    for item in right.elts:
        if not isinstance(item, ast.Constant | ast.UnaryOp):
            raise scope.error("list_needed", "After `in` stand plain values.", "Write `grade in (4, 5)`.")
        side, constant = as_dates(of, typed(item, scope, _unit(of)), scope)
        _comparable(side.type, "==", constant.type, scope)
        if isinstance(of.type, Number):
            constant = _at_scale(constant, of.type, scope)
        values.append(_value(constant, scope))
    return OneOf(Boolean(), of, tuple(values))


def _at_scale(constant: Node, kind: Number, scope: Scope) -> Node:
    if numbers.numeric(constant, scope).scale > kind.scale:
        raise scope.error("too_many_decimals", "A value after `in` is finer than what it is compared to.", "Round it.")
    return numbers.rescale(constant, kind.scale, scope)


def _value(node: Node, scope: Scope) -> int | bool | str | date:
    if not isinstance(node, Const):
        raise scope.error("list_needed", "After `in` stand plain values.", "Write `grade in (4, 5)`.")
    return node.value
