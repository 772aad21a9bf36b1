"""Conditions in words. Every way of saying one takes `truth`: whether the condition or its opposite is to be said."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from sanad.engine.rules.tree import And, Compare, Const, Fact, Given, IfElse, Lookup, Node, Not, OneOf, Or, Ref, Rescale
from sanad.engine.rules.types import Boolean, Choice, Day, Number
from sanad.engine.rules.words.following import branch
from sanad.engine.rules.words.tables import table_name

if TYPE_CHECKING:
    from sanad.engine.rules.words.teller import Teller

_OPPOSITE = {"==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
_MIRRORED = {"==": "==", "!=": "!=", "<": ">", ">": "<", "<=": ">=", ">=": "<="}
_SINGLE = (Fact, Ref, Lookup, Not, Compare, OneOf, Given, Const)


def _constant(teller: "Teller", node: Const, truth: bool) -> str:
    return teller.speech.say("always" if node.value is truth else "never")


def _named(teller: "Teller", node: Fact | Ref | Lookup, truth: bool) -> str:
    name = table_name(teller, node) if isinstance(node, Lookup) else teller.speech.name(node)
    return teller.speech.say("is_value", name=name, value=teller.speech.say("yes" if truth else "no"))


def _junction(teller: "Teller", node: And | Or, truth: bool) -> str:
    items = [_within(teller, item, truth) for item in node.items]
    return teller.joined(items, last="and_last" if isinstance(node, And) is truth else "or_last")


def _within(teller: "Teller", node: Node, truth: bool) -> str:
    text = teller.holds(node, truth)
    return text if isinstance(node, _SINGLE) else teller.speech.say("bracketed", text=text)


def _given(teller: "Teller", node: Given, truth: bool) -> str:
    return teller.speech.say("stated" if truth else "not_stated", name=teller.speech.name(node.of))


def _if_else(teller: "Teller", node: IfElse, truth: bool) -> str:
    taken = branch(teller, node)
    if taken is not None:
        return teller.holds(taken, truth)
    condition, then, other = (
        teller.holds(part, wanted)
        for part, wanted in ((node.condition, True), (node.then, truth), (node.other, truth))
    )
    return teller.speech.say("if_else", condition=condition, then=then, other=other)


def _one_of(teller: "Teller", node: OneOf, truth: bool) -> str:
    values = [teller.speech.shown(value, node.of) for value in node.values]
    if truth:
        bound = teller.speech.say("one_of", values=teller.joined(values, last="short_or"))
    else:
        bound = teller.speech.say("none_of", values=teller.joined(values))
    return _compared(teller, node.of, bound, is_plain=True)


def _compare(teller: "Teller", node: Compare, truth: bool) -> str:
    op = node.op if truth else _OPPOSITE[node.op]
    left, right = _unscaled(node.left), _unscaled(node.right)
    if isinstance(left, Const) and not isinstance(right, Const):
        left, right, op = right, left, _MIRRORED[op]
    if isinstance(right, Const) and isinstance(left.type, Boolean):
        return teller.holds(left, (op == "==") is right.value)
    bound = _bound(teller, op, left, right)
    if op == "==" and isinstance(right, Const):
        return teller.speech.say("compares", left=_side(teller, left), bound=bound)
    return _compared(teller, left, bound, isinstance(right, Const))


def _bound(teller: "Teller", op: str, left: Node, right: Node) -> str:
    if not isinstance(right, Const):
        kind = "day" if isinstance(left.type, Day) and op not in ("==", "!=") else "name"
        return teller.speech.say(f"{kind}_{op}", right=teller.text(right))
    kind = "day" if isinstance(left.type, Day) and op not in ("==", "!=") else "number"
    shown = right if isinstance(right.type, Number) else left
    return teller.speech.say(f"{kind}_{op}", right=teller.speech.shown(right.value, shown))


def _compared(teller: "Teller", left: Node, bound: str, is_plain: bool) -> str:
    """`X is 3 or more`, and with a claim's value `X is 5 (3 or more)`."""
    name, value = _side(teller, left), teller.shown(left)
    if not value or isinstance(left, Const):
        return teller.speech.say("compares", left=name, bound=bound)
    if isinstance(left.type, Choice) and value == bound:
        return teller.speech.say("compares", left=name, bound=value)
    return teller.speech.say("compares_found" if is_plain else "compares_beside", left=name, value=value, bound=bound)


def _side(teller: "Teller", node: Node) -> str:
    """The left side by its name alone: its value follows."""
    if isinstance(node, Lookup):
        return table_name(teller, node)
    return teller.speech.name(node) if isinstance(node, Fact | Ref) else teller.as_it_stands().text(node)


def _unscaled(node: Node) -> Node:
    return node.of if isinstance(node, Rescale) else node


HOLDS: dict[type, Callable[["Teller", Any, bool], str]] = {
    Const: _constant,
    Fact: _named,
    Ref: _named,
    Lookup: _named,
    And: _junction,
    Or: _junction,
    Not: lambda teller, node, truth: teller.holds(node.of, not truth),
    Compare: _compare,
    OneOf: _one_of,
    Given: _given,
    IfElse: _if_else,
}
