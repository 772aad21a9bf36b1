"""Amounts and other values on the way, in words."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from sanad.engine.rules.tree import (
    AWARDED,
    Abs,
    Arith,
    ByBands,
    CalendarCall,
    Const,
    DayCall,
    Extreme,
    Fact,
    Granted,
    Identifier,
    IfElse,
    Lookup,
    Node,
    Ref,
    Rescale,
    Result,
    Round,
    RoundDate,
    Share,
    Told,
)
from sanad.engine.rules.types import Day, Number
from sanad.engine.rules.words.bands import bands_text
from sanad.engine.rules.words.following import atoms, branch
from sanad.engine.rules.words.tables import table_name

if TYPE_CHECKING:
    from sanad.engine.rules.words.teller import Teller

_PERCENT = (("percent", 1),)
_EXTREMES = {
    ("min", False): ("lesser", "least"), ("max", False): ("greater", "greatest"),
    ("min", True): ("earlier", "earliest"), ("max", True): ("later", "latest"),
}  # fmt: skip


def _constant(teller: "Teller", node: Const) -> str:
    return teller.speech.shown(node.value, node)


def _named(teller: "Teller", node: Fact | Ref) -> str:
    return teller.with_value(teller.speech.name(node), node)


def _lookup(teller: "Teller", node: Lookup) -> str:
    return teller.with_value(table_name(teller, node), node)


def _round_day(teller: "Teller", node: RoundDate) -> str:
    return teller.with_value(teller.speech.say("round_day"), node)


def _identifier(teller: "Teller", node: Identifier) -> str:
    if node.level == "claim":
        return teller.speech.say("number_of_claim")
    return teller.speech.say("number_of", level=teller.speech.level(node.level))


def _result(teller: "Teller", node: Result) -> str:
    if node.name in ("net", "due_now", "paid", AWARDED):
        return teller.speech.say(f"result_{node.name}")
    return teller.speech.say("quoted", text=teller.speech.line(node.name))


def _arithmetic(teller: "Teller", node: Arith) -> str:
    if node.op == "-" and isinstance(node.left, Const) and node.left.value == 0:
        return teller.speech.say("negative", text=_operand(teller, node.right, "*"))
    left = _operand(teller, node.left, node.op)
    right = _operand(teller, node.right, "*" if node.op == "-" else node.op)
    return teller.speech.say(node.op, left=left, right=right)


def _operand(teller: "Teller", node: Node, beside: str) -> str:
    """In brackets where it would be read wrongly without."""
    inner = teller.text(node)
    of = node
    while isinstance(of, Rescale | Round):
        of = of.of
    taken = branch(teller, of) if isinstance(of, IfElse) else of
    is_sum = isinstance(taken, Arith) and taken.op != "*" and beside == "*"
    is_loose = taken is None or is_sum or isinstance(taken, Share | Extreme | IfElse | ByBands | Told)
    return teller.speech.say("bracketed", text=inner) if is_loose else inner


def _share(teller: "Teller", node: Share) -> str:
    _note_rounding(teller, node)
    of = _operand(teller, node.of, "*")
    part_type = node.part.type
    if _is_hundred(node.whole) and isinstance(part_type, Number):
        if isinstance(node.part, Const) and isinstance(node.part.value, int):
            part = teller.speech.pen.percent(node.part.value, part_type.scale)
            return teller.speech.say("share_percent", part=part, of=of)
        phrase = "share_percent" if part_type.unit == _PERCENT else "share_per_cent"
        return teller.speech.say(phrase, part=_operand(teller, node.part, "*"), of=of)
    part, whole = _operand(teller, node.part, "*"), _whole(teller, node.whole)
    return teller.speech.say("share", of=of, part=part, whole=whole)


def _whole(teller: "Teller", node: Node) -> str:
    """A number of percents is told as the number that it is: 36,500 % as 365."""
    if isinstance(node, Const) and isinstance(node.type, Number) and node.type.unit == _PERCENT:
        assert isinstance(node.value, int)
        return teller.speech.pen.number(node.value, node.type.scale + 2)
    return _operand(teller, node, "*")


def _is_hundred(node: Node) -> bool:
    return isinstance(node, Const) and isinstance(node.type, Number) and node.value == 100 * 10**node.type.scale


def _note_rounding(teller: "Teller", node: Share) -> None:
    """Said only where something was rounded."""
    (of, _), (part, _), (whole, _) = (teller.found(item) for item in (node.of, node.part, node.whole))
    if isinstance(of, int) and isinstance(part, int) and isinstance(whole, int) and of * part % whole:
        teller.notes.append(teller.speech.say(node.mode))


def _round(teller: "Teller", node: Round) -> str:
    """Rounding to the smallest unit is said only where it changed something."""
    text = teller.text(node.of)
    value, _ = teller.found(node.of)
    if isinstance(value, int):
        if value % node.divisor:
            way = teller.speech.say(node.mode)
            if node.factor > 1:
                way = teller.speech.say("to_step", text=way, step=teller.speech.shown(node.factor, node))
            exact = teller.speech.shown(value, node.of)
            teller.notes.append(teller.speech.say("rounded_from", exact=exact, way=way))
        return text
    if node.factor == 1:
        return text
    return teller.speech.say("to_step", text=text, step=teller.speech.shown(node.factor, node))


def _if_else(teller: "Teller", node: IfElse) -> str:
    """The branch taken; why, is left among the reasons."""
    taken = branch(teller, node)
    if taken is None:
        gaps = {
            "condition": teller.holds(node.condition),
            "then": teller.text(node.then),
            "other": teller.text(node.other),
        }
        return teller.speech.say("if_else", **gaps)
    value, _ = teller.found(node.condition)
    teller.reasons.extend(atoms(teller, node.condition, value is True))
    return teller.text(taken)


def _extreme(teller: "Teller", node: Extreme) -> str:
    items = [_worked_out(teller, item) for item in node.items]
    two, several = _EXTREMES[node.op, isinstance(node.type, Day)]
    if len(items) == 2:
        return teller.speech.say(two, first=items[0], last=items[1])
    return teller.speech.say(several, items=teller.joined(items, "semicolon"))


def _worked_out(teller: "Teller", node: Node) -> str:
    """With its own result, where it is more than a name."""
    text, value = teller.text(node), teller.shown(node)
    is_name = isinstance(_unscaled(node), Fact | Ref | Lookup)
    if not value or text == value or is_name:
        return text
    return teller.speech.say("bracketed", text=teller.speech.say("equals", text=text, value=value))


def _unscaled(node: Node) -> Node:
    return node.of if isinstance(node, Rescale) else node


def _day_call(teller: "Teller", node: DayCall) -> str:
    first, *rest = (teller.text(item) for item in node.items)
    return teller.speech.say(node.function, first=first, **({"last": rest[0]} if rest else {}))


def _calendar_call(teller: "Teller", node: CalendarCall) -> str:
    first, *rest = (teller.text(item) for item in node.items)
    gaps = {"first": first, "calendar": teller.speech.calendar(node.calendar), **({"last": rest[0]} if rest else {})}
    return teller.speech.say(node.function, **gaps)


def _told(teller: "Teller", node: Told) -> str:
    """With who shares in it, where it is divided over a group."""
    parts = [_worked_out(teller, part) for part in node.parts]
    gaps = dict(zip(("first", "last"), parts, strict=False))
    if node.over:
        owner, member = node.over
        members = teller.speech.members(member)
        gaps["members"] = teller.speech.say("members", members=members, owner=teller.speech.level(owner))
    is_equal = node.phrase.startswith("split_") and isinstance(_unscaled(node.parts[1]), Const)
    return teller.speech.say(f"{node.phrase}_equal" if is_equal else node.phrase, **gaps)


TEXTS: dict[type, Callable[["Teller", Any], str]] = {
    Const: _constant,
    Fact: _named,
    Ref: _named,
    Lookup: _lookup,
    ByBands: bands_text,
    RoundDate: _round_day,
    Identifier: _identifier,
    Granted: lambda teller, node: teller.speech.say("granted"),
    Result: _result,
    Arith: _arithmetic,
    Abs: lambda teller, node: teller.speech.say("size", text=_operand(teller, node.of, "*")),
    Share: _share,
    Round: _round,
    IfElse: _if_else,
    Extreme: _extreme,
    DayCall: _day_call,
    Told: _told,
    CalendarCall: _calendar_call,
}
