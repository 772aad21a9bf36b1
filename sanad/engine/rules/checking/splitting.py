"""`split()`: my part of a sum that is divided over the members of my group by weights, to the last unit."""

import ast
from dataclasses import dataclass

from sanad.engine.rules.checking import numbers
from sanad.engine.rules.checking.groups import members_of
from sanad.engine.rules.checking.look_up import Typed
from sanad.engine.rules.checking.scope import Scope
from sanad.engine.rules.problems import quoted
from sanad.engine.rules.tree import (
    Arith,
    Compare,
    Const,
    Extreme,
    Fact,
    Group,
    IfElse,
    Node,
    Ref,
    Share,
    SortKey,
    Told,
    Unknown,
    walk,
)
from sanad.engine.rules.types import Boolean, Number

LEFT_OVER = ("by_rank", "first", "largest_remainder")
"""Who has the units that do not divide: all in turn by their rank, the first, or those who lose most by rounding."""


@dataclass(frozen=True, slots=True)
class _Split:
    owner: str
    member: str
    amount: Node
    weight: Node
    total: Node
    """The weights of all, at least 1."""
    before: Node
    keys: tuple[SortKey, ...]
    scope: Scope

    @property
    def money(self) -> Number:
        kind = numbers.numeric(self.amount, self.scope)
        return kind.within(0, kind.high)

    def share(self, weight: Node) -> Share:
        """Rounded down, and never above the amount: no weight is above the total."""
        whole, part = numbers.numeric(self.total, self.scope), numbers.numeric(weight, self.scope)
        wide = whole.high * max(part.high, 1) * 2 >= numbers.NARROW
        return Share(self.money, self.amount, weight, self.total, "down", wide)

    def group(self, op: str, of: Node | None, keys: tuple[SortKey, ...], kind: Number) -> Group:
        return Group(kind, "rank" if op == "rank" else "sum", self.owner, self.member, of, None, keys, None)

    def rank(self, *first: SortKey) -> Group:
        return self.group("rank", None, (*first, *self.keys), self.scope.number((), 0, 1, self.scope.names.members))

    def left_over(self) -> Node:
        """The units that nobody has once everyone's part is rounded down."""
        given = self.group("sum", self.share(self.weight), (), self.money)
        return Arith(self.money, "-", self.amount, given)


def split(node: ast.Call, scope: Scope, typed: Typed) -> Node:
    """`split(group, amount, weight, by=(.., id), left_over='by_rank')`."""
    named = {keyword.arg: keyword.value for keyword in node.keywords}
    if len(node.args) != 3 or "by" not in named or set(named) - {"by", "left_over"}:
        todo = "Write `split(house, amount, weight, by=(filed_on, claim_id))`."
        raise scope.error("wrong_arguments", "`split()` takes a group, an amount, a weight and `by=`.", todo)
    found = _read(node, scope, typed)
    rule = _rule(named.get("left_over"), scope)
    part = {"by_rank": _by_rank, "first": _to_the_first, "largest_remainder": _by_remainder}[rule](found)
    of = _guarded(found, part)
    return Told(part.type, of, f"split_{rule}", (found.amount, found.weight), (found.owner, found.member))


def _rule(given: ast.expr | None, scope: Scope) -> str:
    rule = LEFT_OVER[0] if given is None else given.value if isinstance(given, ast.Constant) else None
    if rule not in LEFT_OVER:
        raise scope.error("bad_left_over", "This is no rule for the units left over.", f"One of: {quoted(LEFT_OVER)}.")
    return str(rule)


def _read(node: ast.Call, scope: Scope, typed: Typed) -> _Split:
    group, amount, weight = node.args
    owner, member = members_of(group, scope)
    by = [keyword for keyword in node.keywords if keyword.arg == "by"]
    before = typed(ast.Call(ast.Name("before"), [group, weight], by), scope, None)
    total = typed(ast.Call(ast.Name("sum"), [group, weight], []), scope, None)
    assert isinstance(before, Group)
    assert isinstance(total, Group)
    assert before.of is not None
    if numbers.numeric(before.of, scope).low < 0:
        raise scope.error("negative_weight", "A weight of `split()` may be negative.", "Write `max(weight, 0)`.")
    return _Split(owner, member, _amount(amount, owner, scope, typed), before.of, _least_one(total), before,
                  before.by, scope)  # fmt: skip


def _amount(amount: ast.expr, owner: str, scope: Scope, typed: Typed) -> Node:
    """One for the whole group, in whole units of its currency."""
    of = typed(amount, scope.inside(owner), None)
    kind = numbers.numeric(of, scope)
    if kind.low < 0:
        raise scope.error("negative_amount", "What is divided may be negative.", "Write `max(amount, 0)`.")
    coarse = scope.names.scale_of(kind.unit) or kind.scale
    return numbers.rounded(of, coarse, 1, "half_up", scope) if coarse < kind.scale else of


def _least_one(total: Group) -> Node:
    kind = total.type
    assert isinstance(kind, Number)
    one = Const(kind.within(1, 1), 1)
    return Extreme(kind.within(1, max(kind.high, 1)), "max", (total, one))


def _by_rank(found: _Split) -> Node:
    """The part of all up to me, less the part of all before me: what is rounded off goes on to the next."""
    upto = numbers.arithmetic("+", found.before, found.weight, found.scope)
    return Arith(found.money, "-", found.share(upto), found.share(found.before))


def _to_the_first(found: _Split) -> Node:
    """The first of those who have a weight."""
    without = SortKey(_is_zero(found.weight), False)
    is_first = Compare(Boolean(), "==", found.rank(without), _whole(1))
    return _with(found, IfElse(found.money, is_first, found.left_over(), Const(found.money.within(0, 0), 0)))


def _by_remainder(found: _Split) -> Node:
    """One unit each to those whose part lost most when it was rounded down; the rank decides between equals."""
    is_among = Compare(Boolean(), "<=", found.rank(SortKey(_remainder(found), True)), found.left_over())
    unit = found.money.within(0, 1)
    return _with(found, IfElse(unit, is_among, Const(unit, 1), Const(unit, 0)))


def _with(found: _Split, more: Node) -> Node:
    return Arith(found.money, "+", found.share(found.weight), more)


def _remainder(found: _Split) -> Node:
    """`amount * weight` modulo the total, without a product that leaves 64 bits."""
    weight, total = numbers.numeric(found.weight, found.scope), numbers.numeric(found.total, found.scope)
    product = found.scope.number((), 0, 0, total.high * max(weight.high, 1))
    amount, kind = found.amount, total.within(0, total.high)
    rest = _modulo(amount, found.total, kind, found.scope)
    return _modulo(Arith(product, "*", rest, found.weight), found.total, kind, found.scope)


def _modulo(of: Node, total: Node, kind: Number, scope: Scope) -> Node:
    bare = Number((), 0, 0, kind.high)
    whole = numbers.numeric(of, scope)
    times = Share(whole, of, Const(Number((), 0, 1, 1), 1), total, "down", wide=False)
    return Arith(bare, "-", of, Arith(whole, "*", times, total))


def _guarded(found: _Split, part: Node) -> Node:
    """Where all weights are 0 nothing can be divided: as long as they may be, the facts behind them are lacking."""
    if numbers.numeric(found.weight, found.scope).low > 0:
        return part
    facts = tuple(sorted(set(_facts(found.weight, found.scope))))
    if not facts:
        raise found.scope.error("zero_weights", "All weights of `split()` may be 0.", "Weigh by a fact, or by 1.")
    assert isinstance(found.total, Extreme)
    return IfElse(part.type, _is_zero(found.total.items[0]), Unknown(part.type, facts), part)


def _facts(node: Node, scope: Scope) -> list[str]:
    """The facts that the node reads, through definitions."""
    found = []
    for part in walk(node):
        if isinstance(part, Fact):
            found.append(part.name)
        elif isinstance(part, Ref):
            inner = scope.names.definition(part.name)
            found += _facts(inner.node, scope) if inner else []
    return found


def _is_zero(node: Node) -> Compare:
    kind = node.type
    assert isinstance(kind, Number)
    return Compare(Boolean(), "==", node, Const(kind.within(0, 0), 0))


def _whole(number: int) -> Const:
    return Const(Number((), 0, number, number), number)
