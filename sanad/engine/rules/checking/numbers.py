"""Numbers: units, scales, bounds. Literals take the unit of what stands beside them."""

import ast
from decimal import Decimal

from sanad.engine.money import NotAnAmount, scaled
from sanad.engine.rules.checking.scope import Scope
from sanad.engine.rules.declared import Rounding
from sanad.engine.rules.syntax import number_text
from sanad.engine.rules.tree import Abs, Arith, Const, Extreme, Node, Rescale, Round, Share
from sanad.engine.rules.types import Day, Number, Unit

NARROW = 2**62
MODES: tuple[Rounding, ...] = ("half_up", "half_even", "down", "up")


def is_bare(node: ast.expr) -> bool:
    """Whether only literals stand here, which take their unit from outside."""
    if isinstance(node, ast.Constant):
        return not isinstance(node.value, bool | str)
    if isinstance(node, ast.UnaryOp):
        return is_bare(node.operand)
    if isinstance(node, ast.BinOp):
        return is_bare(node.left) and is_bare(node.right)
    if isinstance(node, ast.IfExp):
        return is_bare(node.body) and is_bare(node.orelse)
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("min", "max", "abs")
        and bool(node.args)
        and all(is_bare(item) for item in node.args)
    )


def literal(node: ast.Constant, scope: Scope, want: Unit | None) -> Const:
    number = number_text(node, scope.at)
    decimals = len(f"{number:f}".partition(".")[2].rstrip("0"))
    if decimals > 12:
        raise scope.error("too_many_decimals", f"{number} has {decimals} decimals.", "Write at most 12.")
    value = scaled(number, decimals)
    return Const(scope.number(want or (), decimals, value, value), value)


def rescale(node: Node, scale: int, scope: Scope) -> Node:
    """The same number at a finer scale."""
    kind = numeric(node, scope)
    if kind.scale == scale:
        return node
    factor = 10 ** (scale - kind.scale)
    finer = scope.number(kind.unit, scale, kind.low * factor, kind.high * factor)
    if isinstance(node, Const) and isinstance(node.value, int):
        return Const(finer, node.value * factor)
    return Rescale(finer, node, scale - kind.scale)


def numeric(node: Node, scope: Scope) -> Number:
    if not isinstance(node.type, Number):
        raise scope.error(
            "number_needed", "A number is needed here.", "Only numbers can be added, compared by size, ..."
        )
    return node.type


def aligned(nodes: list[Node], scope: Scope) -> list[Node]:
    """The numbers at one scale, of one unit."""
    kinds = [numeric(node, scope) for node in nodes]
    for kind in kinds[1:]:
        scope.expect_unit(kind, kinds[0].unit)
    scale = max(kind.scale for kind in kinds)
    return [rescale(node, scale, scope) for node in nodes]


def arithmetic(op: str, left: Node, right: Node, scope: Scope) -> Node:
    if op == "*":
        return _product(left, right, scope)
    left, right = aligned([left, right], scope)
    a, b = numeric(left, scope), numeric(right, scope)
    low, high = (a.low + b.low, a.high + b.high) if op == "+" else (a.low - b.high, a.high - b.low)
    return Arith(scope.number(a.unit, a.scale, low, high), "+" if op == "+" else "-", left, right)


def _product(left: Node, right: Node, scope: Scope) -> Node:
    a, b = numeric(left, scope), numeric(right, scope)
    unit = product_unit(a.unit, b.unit)
    if dict(unit).get("percent"):
        todo = "Write `share(amount, rate, 100)`."
        raise scope.error("percent", "A percentage is no factor.", todo)
    corners = [x * y for x in (a.low, a.high) for y in (b.low, b.high)]
    return Arith(scope.number(unit, a.scale + b.scale, min(corners), max(corners)), "*", left, right)


def product_unit(one: Unit, other: Unit) -> Unit:
    powers = dict(one)
    for name, power in other:
        powers[name] = powers.get(name, 0) + power
    return tuple(sorted((name, power) for name, power in powers.items() if power))


def negative(of: Node, scope: Scope) -> Node:
    kind = numeric(of, scope)
    if isinstance(of, Const) and isinstance(of.value, int):
        return Const(kind.within(-kind.high, -kind.low), -of.value)
    zero = Const(kind.within(0, 0), 0)
    return Arith(scope.number(kind.unit, kind.scale, -kind.high, -kind.low), "-", zero, of)


def absolute(of: Node, scope: Scope) -> Node:
    kind = numeric(of, scope)
    low = 0 if kind.low <= 0 <= kind.high else min(abs(kind.low), abs(kind.high))
    return Abs(scope.number(kind.unit, kind.scale, low, max(abs(kind.low), abs(kind.high))), of)


def extreme(op: str, items: list[Node], scope: Scope) -> Node:
    """Of numbers, or of dates."""
    days = [item.type for item in items if isinstance(item.type, Day)]
    if days and len(days) == len(items):
        pick_day = min if op == "min" else max
        day = Day(pick_day(kind.low for kind in days), pick_day(kind.high for kind in days))
        return Extreme(day, "min" if op == "min" else "max", tuple(items))
    items = aligned(items, scope)
    kinds = [numeric(item, scope) for item in items]
    pick = min if op == "min" else max
    kind = kinds[0].within(pick(kind.low for kind in kinds), pick(kind.high for kind in kinds))
    return Extreme(kind, "min" if op == "min" else "max", tuple(items))


def share(of: Node, part: Node, whole: Node, mode: Rounding, scope: Scope) -> Node:
    """`of * part / whole`: the part and the whole of one unit, neither negative, the whole never 0."""
    part, whole = aligned([part, whole], scope)
    x, n, d = numeric(of, scope), numeric(part, scope), numeric(whole, scope)
    if d.low <= 0:
        raise scope.error(
            "zero_divisor", "The divisor of `share()` may be zero.", "Write `max(divisor, 1)`, or narrow its range."
        )
    if n.low < 0:
        raise scope.error("negative_share", "The part of `share()` may be negative.", "Write `max(part, 0)`.")
    corners = [
        x_end * n_end // d_end for x_end in (x.low, x.high) for n_end in (n.low, n.high) for d_end in (d.low, d.high)
    ]
    kind = scope.number(x.unit, x.scale, min(corners) - 1, max(corners) + 1)
    kind = kind.within(max(kind.low, 0), kind.high) if x.low >= 0 else kind
    wide = d.high * max(n.high, 1) * 2 >= NARROW or max(abs(x.low), abs(x.high)) // d.low * max(n.high, 1) >= NARROW
    return Share(kind, of, part, whole, mode, wide)


def rounded(of: Node, scale: int, step: int, mode: Rounding, scope: Scope) -> Node:
    """To the scale, and to a multiple of `step` (scaled integers of that scale)."""
    kind = numeric(of, scope)
    if kind.scale < scale:
        of = rescale(of, scale, scope)
        kind = numeric(of, scope)
    divisor = 10 ** (kind.scale - scale) * step
    if divisor == 1:
        return of
    if divisor > NARROW:
        raise scope.error("overflow", "The step to round to leaves 64 bits.", "Round to a smaller step.")
    low, high = (kind.low // divisor - 1) * step, (kind.high // divisor + 1) * step
    low = max(low, 0) if kind.low >= 0 else low
    return Round(scope.number(kind.unit, scale, low, high), of, divisor, step, mode)


def step_of(number: Decimal, scale: int, scope: Scope) -> int:
    try:
        step = scaled(number, scale)
    except NotAnAmount:
        step = 0
    if step <= 0:
        raise scope.error("bad_step", f"{number} is no step to round to.", "Write a positive amount.")
    return step
