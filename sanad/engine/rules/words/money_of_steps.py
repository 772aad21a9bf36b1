"""What each step of the order of payment brings a claim, and how far the step goes for one payee."""

from collections.abc import Iterator
from decimal import Decimal

from sanad.engine.money import exponent, scaled
from sanad.engine.rules.declared import PaymentStep
from sanad.engine.rules.levels import CLAIM
from sanad.engine.rules.words.blocks import Heading, Paragraph, listing
from sanad.engine.rules.words.case import Case
from sanad.engine.rules.words.context import Queue

PERCENT_SCALE = 4


def money_of_steps(case: Case, queue: Queue) -> Iterator[Paragraph]:
    """Only steps that bring this claim something."""
    order = case.run.rules.declared.order
    steps = [step for step in (order.steps if order else ()) if queue.steps.get(step.name)]
    if steps:
        yield Heading(case.speech.say("steps_bring"), 3)
        yield from listing(_brings(case, step, queue.steps[step.name]) for step in steps)


def _brings(case: Case, step: PaymentStep, amount: int) -> str:
    pen = case.speech.pen
    limits = pen.joined(list(_limits(case, step)), "semicolon")
    source = case.cite.cite(step.source)
    label = pen.words(step.label)
    return case.speech.say("step_brings", label=label, amount=pen.amount(amount), limit=limits, source=source)


def _limits(case: Case, step: PaymentStep) -> Iterator[str]:
    """How the step pays, then the most that it pays to one payee."""
    pen, say = case.speech.pen, case.speech.say
    ceilings = pen.joined([_money(case, most) for most in step.ceilings], "then_up_to")
    percent = pen.percent(scaled(step.percent or Decimal(0), PERCENT_SCALE), PERCENT_SCALE)
    yield say(f"step_{step.kind}", ceilings=ceilings, percent=percent)
    if step.at_most is not None:
        yield say("step_at_most", amount=_money(case, step.at_most))
    if step.level != CLAIM and (step.at_most is not None or step.ceilings):
        yield say("step_payee", level=case.speech.level(step.level))
    if step.counts_paid:
        yield say("step_counts_paid")


def _money(case: Case, amount: Decimal) -> str:
    return case.speech.pen.amount(scaled(amount, exponent(case.speech.pen.currency)))
