"""Conditions in words. Every way of saying one takes `truth`: whether the condition or its opposite is to be said."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from sanad.engine.rules.tree import (
    And,
    Compare,
    Const,
    DayCall,
    Fact,
    Given,
    Granted,
    IfElse,
    Lookup,
    Node,
    Not,
    OneOf,
    Or,
    Ref,
    Rescale,
    Told,
)
from sanad.engine.rules.types import Boolean, Day, Number
from sanad.engine.rules.words.following import branch
from sanad.engine.rules.words.tables import table_name

if TYPE_CHECKING:
    from sanad.engine.rules.words.teller import Teller

_OPPOSITE = {"==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
_MIRRORED = {"==": "==", "!=": "!=", "<": ">", ">": "<", "<=": ">=", ">=": "<="}
_SINGLE = (Fact, Ref, Lookup, Not, Compare, OneOf, Given, Const, Told)


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
    return text if _is_single(node) else teller.speech.say("bracketed", text=text)


def _is_single(node: Node) -> bool:
    """Whether its words need no brackets beside others; what `not` stands before may be several."""
    return _is_single(node.of) if isinstance(node, Not) else isinstance(node, _SINGLE)


def _given(teller: "Teller", node: Given, truth: bool) -> str:
    if isinstance(node.of, Granted):
        return teller.speech.say("granted_known" if truth else "granted_unknown")
    return teller.speech.say("stated" if truth else "not_stated", name=teller.speech.name(node.of))


def _if_else(teller: "Teller", node: IfElse, truth: bool) -> str:
    taken = branch(teller, node)
    if taken is not None:
        return teller.holds(taken, truth)
    condition, then, other = (
        teller.holds(part, wanted) for part, wanted in ((node.condition, True), (node.then, truth), (node.other, truth))
    )
    return teller.speech.say("if_else", condition=condition, then=then, other=other)


def _one_of(teller: "Teller", node: OneOf, truth: bool) -> str:
    return compared(teller, node.of, [_among(teller, node, truth)])


def _among(teller: "Teller", node: OneOf, truth: bool) -> str:
    values = [teller.speech.said(value, node.of) for value in node.values]
    if truth:
        return teller.speech.say("one_of", values=teller.joined(values, last="short_or"))
    return teller.speech.say("none_of", values=teller.joined(values))


def _compare(teller: "Teller", node: Compare, truth: bool) -> str:
    op, left, right = _sides(node, truth)
    if isinstance(right, Const) and isinstance(left.type, Boolean):
        return teller.holds(left, (op == "==") is right.value)
    bound = _bound(teller, op, left, right)
    if isinstance(right, Const):
        return compared(teller, left, [bound])
    name, value = _side(teller, left), teller.said(left)
    if not value:
        return teller.speech.say("compares", left=name, bound=bound)
    return teller.speech.say("compares_beside", left=name, value=value, bound=bound)


def _sides(node: Compare, truth: bool) -> tuple[str, Node, Node]:
    """With a plain value on the right, where there is one."""
    op = node.op if truth else _OPPOSITE[node.op]
    left, right = _unscaled(node.left), _unscaled(node.right)
    if isinstance(left, Const) and not isinstance(right, Const):
        return _MIRRORED[op], right, left
    return op, left, right


def _bound(teller: "Teller", op: str, left: Node, right: Node) -> str:
    if not isinstance(right, Const):
        kind = "day" if isinstance(left.type, Day) and op not in ("==", "!=") else "name"
        return teller.speech.say(f"{kind}_{op}", right=teller.text(right))
    kind = "day" if isinstance(left.type, Day) and op not in ("==", "!=") else "number"
    if op == "!=" and isinstance(right.value, str):
        # A label may itself begin with the word for `other`, which must not stand there twice.
        kind = "option"
    shown = right if isinstance(right.type, Number) and not isinstance(left, DayCall) else left
    return teller.speech.say(f"{kind}_{op}", right=teller.speech.said(right.value, shown))


def compared(teller: "Teller", left: Node, bounds: list[str]) -> str:
    """`X is 3 or more`, and with a claim's value `X is 5 (3 or more)`; a bound that is the value is not said twice."""
    name, value = _side(teller, left), teller.said(left)
    bound = teller.joined(bounds)
    if not value or isinstance(left, Const):
        return teller.speech.say("compares", left=name, bound=bound)
    if value in bounds:
        return teller.speech.say("compares", left=name, bound=value)
    return teller.speech.say("compares_found", left=name, value=value, bound=bound)


def all_of(teller: "Teller", atoms: Iterable[tuple[Node, bool]]) -> str:
    """Several conditions that held together; those on the same thing are said of it once."""
    bounds: dict[Node, list[str]] = {}
    told: list[Node | str] = []
    for atom, truth in atoms:
        left, bound = _of_value(teller, atom, truth)
        if left is None:
            told.append(teller.holds(atom, truth))
        else:
            told.append(left)
            bounds.setdefault(left, []).append(bound)
    texts = [item if isinstance(item, str) else compared(teller, item, bounds[item]) for item in dict.fromkeys(told)]
    return teller.joined(list(dict.fromkeys(texts)), last="and_last")


def _of_value(teller: "Teller", atom: Node, truth: bool) -> tuple[Node | None, str]:
    """What is compared to a plain value, and the bound."""
    if isinstance(atom, OneOf):
        return _unscaled(atom.of), _among(teller, atom, truth)
    if isinstance(atom, Compare):
        op, left, right = _sides(atom, truth)
        if isinstance(right, Const) and not isinstance(left, Const) and not isinstance(left.type, Boolean):
            return left, _bound(teller, op, left, right)
    return None, ""


def _side(teller: "Teller", node: Node) -> str:
    """The left side by its name alone: its value follows."""
    if isinstance(node, Lookup):
        return table_name(teller, node)
    return teller.speech.name(node) if isinstance(node, Fact | Ref) else teller.as_it_stands().text(node)


def _unscaled(node: Node) -> Node:
    return node.of if isinstance(node, Rescale) else node


def _told(teller: "Teller", node: Told, truth: bool) -> str:
    """Whether a place lies in another one."""
    place, around = node.parts
    assert isinstance(around, Const)
    gaps = {"name": _side(teller, place), "place": teller.speech.said(around.value, place)}
    value = teller.said(place)
    if value:
        return teller.speech.say("within_found" if truth else "not_within_found", value=value, **gaps)
    return teller.speech.say("within" if truth else "not_within", **gaps)


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
    Told: _told,
}
