"""The sums of a claim, and what was paid before."""

from collections.abc import Iterator
from datetime import date

from sanad.engine.rules.outcomes import AWARD
from sanad.engine.rules.words.blocks import Heading, Paragraph, Sentence, listing
from sanad.engine.rules.words.case import Case
from sanad.engine.rules.words.changed import changes
from sanad.engine.rules.words.context import Payment
from sanad.engine.rules.words.giving import brings_money


def sums(case: Case) -> Iterator[tuple[str, str]]:
    """Awarded = paid + due now + comes later, unless more was paid than is awarded."""
    decision, amount = case.decision, case.speech.pen.amount
    if not brings_money(decision):
        return
    if decision.outcome == AWARD:
        yield case.speech.say("awarded"), amount(decision.net or 0)
    if decision.outcome == AWARD or decision.paid:
        yield case.speech.say("paid_before"), amount(decision.paid)
    if decision.outcome == AWARD:
        for phrase, sum_ in (("due_now", decision.due_now), ("left", decision.left)):
            yield case.speech.say(phrase), case.speech.say("not_known") if sum_ is None else amount(sum_)
    set_off = sum(line.set_off for line in decision.lines)
    if set_off:
        yield case.speech.say("set_off"), amount(set_off)
    if decision.overpaid:
        yield case.speech.say("overpaid"), amount(decision.overpaid)
    yield from _paid_out(case) if decision.outcome == AWARD else ()


def _paid_out(case: Case) -> Iterator[tuple[str, str]]:
    """How the programme pays, where it says so."""
    payment, pen, say = case.run.rules.declared.payment, case.speech.pen, case.speech.say
    if payment is None:
        return
    currency = pen.reference(payment.currency)
    rate = case.speech.value(payment.rate) if payment.rate else ""
    source = case.cite.cite(payment.source)
    yield say("paid_out"), (say("paid_out_at", currency=currency, rate=rate) if rate else currency) + source
    if payment.smallest is not None:
        yield say("smallest"), pen.isolated(f"{payment.smallest:,f} {payment.currency}")
    yield say("fees"), pen.words(payment.fees_borne_by)


def payments(case: Case) -> Iterator[Paragraph]:
    """Each payment, the figures of its day that have changed since, and what is still to come."""
    changed = list(_awarded_then(case))
    paid = sorted(case.context.paid, key=lambda one: one.day or date.max)
    if not paid and not changed and not case.decision.paid:
        return
    yield Heading(case.speech.say("payments" if paid or case.decision.paid else "award_changed"))
    yield from listing(_payment(case, one) for one in paid)
    yield from (Sentence(text) for text in changes(case))
    yield from (Sentence(text) for text in changed)
    decision, amount = case.decision, case.speech.pen.amount
    to_come = sum(line.due + line.left - line.held_back for line in decision.lines)
    if decision.outcome == AWARD and decision.paid:
        yield Sentence(case.speech.say("counted", amount=amount(to_come)) if to_come else case.speech.say("all_paid"))
    if decision.overpaid:
        yield Sentence(case.speech.say("too_much", amount=amount(decision.overpaid)))


def _payment(case: Case, payment: Payment) -> str:
    """A sum below 0 corrects an earlier booking."""
    line, amount = case.speech.line(payment.line), case.speech.pen.amount(abs(payment.amount))
    phrase = "taken_back" if payment.amount < 0 else "payment"
    if payment.day is None:
        return case.speech.say(f"{phrase}_undated", line=line, amount=amount)
    return case.speech.say(phrase, line=line, amount=amount, day=case.speech.pen.day(payment.day))


def _awarded_then(case: Case) -> Iterator[str]:
    before, now, amount = case.context.awarded_before, case.decision.net, case.speech.pen.amount
    if before is None or now is None or before == now:
        return
    yield case.speech.say("awarded_then", before=amount(before), now=amount(now))
    yield case.speech.say("more_than_then" if now > before else "less_than_then", amount=amount(abs(now - before)))
