"""The sums of a claim, what was paid before and under which figures, and its place in the order of payment."""

from collections.abc import Iterator
from datetime import date

from sanad.engine.rules.declared import Unpublished
from sanad.engine.rules.outcomes import AWARD
from sanad.engine.rules.tree import Lookup, Ref, RoundDate
from sanad.engine.rules.types import Value
from sanad.engine.rules.values import find
from sanad.engine.rules.words.blocks import Heading, Paragraph, Sentence, figures, listing
from sanad.engine.rules.words.case import Case
from sanad.engine.rules.words.context import Payment, Queue
from sanad.engine.rules.words.following import reached_names
from sanad.engine.rules.words.tables import table_name
from sanad.engine.rules.words.teller import Teller


def sums(case: Case) -> Iterator[tuple[str, str]]:
    """Awarded = paid + due now + comes later, unless more was paid than is awarded."""
    decision, amount = case.decision, case.speech.pen.amount
    if decision.outcome == AWARD:
        yield case.speech.say("awarded"), amount(decision.net or 0)
    if decision.outcome == AWARD or decision.paid:
        yield case.speech.say("paid_before"), amount(decision.paid)
    if decision.outcome == AWARD:
        yield case.speech.say("due_now"), amount(decision.due_now or 0)
        yield case.speech.say("left"), amount(decision.left or 0)
    if decision.overpaid:
        yield case.speech.say("overpaid"), amount(decision.overpaid)


def payments(case: Case) -> Iterator[Paragraph]:
    """Each payment, the figures of its day that have changed since, and what is still to come."""
    if not case.decision.paid and case.context.awarded_before is None:
        return
    yield Heading(case.speech.say("payments"))
    yield from listing(_payment(case, one) for one in case.context.paid)
    yield from (Sentence(text) for text in _changes(case))
    yield from (Sentence(text) for text in _awarded_then(case))
    decision, amount = case.decision, case.speech.pen.amount
    to_come = (decision.due_now or 0) + (decision.left or 0)
    if decision.outcome == AWARD and decision.paid:
        yield Sentence(case.speech.say("counted", amount=amount(to_come)) if to_come else case.speech.say("all_paid"))
    if decision.overpaid:
        yield Sentence(case.speech.say("too_much", amount=amount(decision.overpaid)))


def _payment(case: Case, payment: Payment) -> str:
    line, amount = case.speech.line(payment.line), case.speech.pen.amount(payment.amount)
    if payment.day is None:
        return case.speech.say("payment_undated", line=line, amount=amount)
    return case.speech.say("payment", line=line, amount=amount, day=case.speech.pen.day(payment.day))


def _awarded_then(case: Case) -> Iterator[str]:
    before, now, amount = case.context.awarded_before, case.decision.net, case.speech.pen.amount
    if before is None or now is None or before == now:
        return
    yield case.speech.say("awarded_then", before=amount(before), now=amount(now))
    yield case.speech.say("more_than_then" if now > before else "less_than_then", amount=amount(abs(now - before)))


def _changes(case: Case) -> Iterator[str]:
    """Figures that a line was paid by and that are others now; only those that the round's day selects."""
    for line in case.decision.lines:
        days = sorted(one.day for one in case.context.paid if one.line == line.line.name and one.day)
        if line.outcome == AWARD and days:
            found = _figures(case.teller, line.line.amount, set())
            yield from (text for node, teller in found if (text := _changed(case, teller, node, days[0])))


def _figures(teller: Teller, node: object, seen: set[str]) -> Iterator[tuple[Lookup, Teller]]:
    for name in reached_names(teller, node):  # type: ignore[arg-type]
        if isinstance(name, Lookup) and isinstance(name.selector, RoundDate):
            yield name, teller
        elif isinstance(name, Ref) and name.name not in seen:
            seen.add(name.name)
            yield from _figures(teller.at(name.level), teller.speech.rules.definitions[name.name].node, seen)


def _changed(case: Case, teller: Teller, node: Lookup, day: date) -> str:
    value = teller.speech.rules.values[node.value]
    then, now = value.at(day), value.at(case.run.on)
    keys = [teller.found(key)[0] for key in node.keys]
    if then is None or now is None or then is now or None in keys:
        return ""
    known: tuple[Value, ...] = tuple(key for key in keys if key is not None)
    before, after = find(then.rows, known), find(now.rows, known)
    if isinstance(before, Unpublished) or isinstance(after, Unpublished) or before == after:
        return ""
    speech = teller.speech
    told = speech.say(
        "value_then",
        day=speech.pen.day(day),
        value=table_name(teller, node),
        before=speech.shown(before, node),
        now=speech.shown(after, node),
        since=speech.pen.day(now.since),
        source=case.cite.cite(now.source),
    )
    if not isinstance(before, int) or not isinstance(after, int) or isinstance(before, bool):
        return told
    phrase = "more_than_then" if after > before else "less_than_then"
    return f"{told} {speech.say(phrase, amount=speech.shown(abs(after - before), node))}"


def order_of_payment(case: Case) -> Iterator[Paragraph]:
    """The place, the money ahead, and with a fund what is set aside and what is missing."""
    queue, due = case.context.queue, case.decision.due_now
    if queue is None or not due:
        return
    yield Heading(case.speech.say("order"))
    yield from figures(_place(case, queue, due))
    if queue.allocated is None:
        yield Sentence(case.speech.say("no_fund"))
    elif queue.allocated >= due:
        yield Sentence(case.speech.say("enough"))
    order = case.run.rules.declared.order
    if order:
        label, source = case.speech.pen.words(order.label), case.cite.cite(order.source)
        yield Sentence(case.speech.say("order_rests", label=label, source=source), "source")


def _place(case: Case, queue: Queue, due: int) -> Iterator[tuple[str, str]]:
    pen, order = case.speech.pen, case.run.rules.declared.order
    yield case.speech.say("place"), pen.number(queue.place)
    if queue.tier is not None and order and order.tiers:
        is_named = queue.tier <= len(order.tiers)
        label = pen.words(order.tiers[queue.tier - 1].label) if is_named else case.speech.say("last_tier")
        yield case.speech.say("tier"), label
    yield case.speech.say("ahead"), pen.amount(queue.money_ahead)
    if queue.allocated is not None:
        yield case.speech.say("set_aside"), pen.amount(queue.allocated)
        if queue.allocated < due:
            yield case.speech.say("short"), pen.amount(due - queue.allocated)
