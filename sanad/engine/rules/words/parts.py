"""The parts of a line: what was paid, what is due now, what waits and for which step."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sanad.engine.rules.decisions import LineDecision
from sanad.engine.rules.dividing import never_divided
from sanad.engine.rules.tree import Compare, Fact, IfElse, Node, Ref, RoundDate
from sanad.engine.rules.typed_rules import TypedInstalment
from sanad.engine.rules.words.case import Case
from sanad.engine.rules.words.following import branch
from sanad.engine.rules.words.missing import missing_in_words
from sanad.engine.rules.words.undecided import Open

UNDECIDED = {Fact: "milestone_open", Ref: "milestone_not_known"}
FAILED = {Fact: "milestone_failed", Ref: "milestone_not_yet"}


@dataclass(frozen=True, slots=True)
class Part:
    """One part within the line's sum, None where it cannot be known yet; `paid` is how much of it payments cover.

    `held_back` is how much of it a ceiling keeps from being due, although it is unlocked.
    """

    label: str
    amount: int | None
    paid: int
    held_back: int
    is_unlocked: bool
    waits_for: str
    source: str
    unknown: str = "part_unknown"
    """How a part is told that cannot be known yet."""


def parts_of(case: Case, line: LineDecision) -> list[Part]:
    """Payments fill the parts from the first on; together the parts are the line. Empty for a line without parts."""
    if not line.parts:
        return []
    rest, covered, due = line.amount, line.paid, line.due
    found, chain = [], True
    for one in line.parts:
        amount = None if one.amount is None else min(max(0, one.amount), rest)
        paid = min(amount or 0, covered)
        waits_for = "" if one.unlocked else milestone(case, one.part, chain)
        label = case.speech.pen.words(one.part.declared.label)
        held_back = max(0, (amount or 0) - paid - due) if one.unlocked else 0
        unknown = "part_not_public" if never_divided(case.run.rules, one.gaps) else "part_unknown"
        source = one.part.declared.source
        found.append(Part(label, amount, paid, held_back, one.unlocked, waits_for, source, unknown))
        due -= (amount or 0) - paid - held_back if one.unlocked else 0
        rest, covered, chain = rest - (amount or 0), covered - paid, one.unlocked
    if rest and all(part.amount is not None for part in found):
        waits_for = "" if chain else case.speech.say("last_part")
        label = case.speech.say("rest")
        paid = min(rest, covered)
        held_back = max(0, rest - paid - due) if chain else 0
        found.append(Part(label, rest, paid, held_back, chain, waits_for, line.line.declared.source))
    return [part for part in found if part.amount != 0]


def milestone(case: Case, part: TypedInstalment, before_is_unlocked: bool) -> str:
    """The step that a part waits for, and what is recorded of it."""
    node = part.unlocked_by
    while isinstance(node, IfElse) and (taken := branch(case.teller, node)):
        node = taken
    if node is None or case.teller.found(node)[0] is True:
        return case.speech.say("part_before")
    told = _recorded(case, node)
    if before_is_unlocked:
        return told
    return case.speech.pen.joined([told, case.speech.say("part_before")], last="and_last")


def _awaited_day(case: Case, node: Node) -> str:
    """Where the step is that a day has come, and the day is known."""
    if not (isinstance(node, Compare) and node.op == ">=" and isinstance(node.left, RoundDate)):
        return ""
    day, _ = case.teller.found(node.right)
    return case.speech.say("awaited_day", day=case.speech.pen.day(day)) if isinstance(day, date) else ""


def _recorded(case: Case, node: Node) -> str:
    """A derived step that cannot be known names the facts that it lacks; one that waits for a day names the day."""
    day = _awaited_day(case, node)
    if day:
        return day
    is_name = isinstance(node, Fact | Ref)
    name = case.speech.name(node) if isinstance(node, Fact | Ref) else case.teller.as_it_stands().holds(node)
    value, _ = case.teller.found(node)
    missing = "" if isinstance(node, Fact) or value is not None else _lacking(case, node)
    if missing:
        return case.speech.say("milestone_lacks", name=name, missing=missing)
    return case.speech.say((UNDECIDED if value is None else FAILED)[type(node)], name=name) if is_name else name


def _lacking(case: Case, node: Node) -> str:
    return missing_in_words(case, [Open(case.teller, node, ())])


def parts_in_words(case: Case, line: LineDecision) -> Iterator[str]:
    for part in parts_of(case, line):
        source = case.cite.cite(part.source)
        if part.amount is None:
            yield case.speech.say(part.unknown, part=part.label, source=source)
            continue
        amount = case.speech.pen.amount
        yield case.speech.say(
            _phrase(part, part.amount),
            part=part.label,
            amount=amount(part.amount),
            paid=amount(part.paid),
            rest=amount(part.amount - part.paid),
            due=amount(part.amount - part.paid - part.held_back),
            held_back=amount(part.held_back),
            milestone=part.waits_for,
            source=source,
        )


def _phrase(part: Part, amount: int) -> str:
    if part.paid == amount:
        return "part_paid"
    if part.held_back:
        return "part_held_back"
    state = "due" if part.is_unlocked else "waits"
    return f"part_rest_{state}" if part.paid else f"part_{state}"
