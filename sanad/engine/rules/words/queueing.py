"""A claim's place in the order of payment, the money ahead of it, and what a fund leaves missing."""

from collections.abc import Iterator

from sanad.engine.rules.tree import Fact, Ref
from sanad.engine.rules.words.blocks import Heading, Paragraph, Sentence, figures
from sanad.engine.rules.words.case import Case
from sanad.engine.rules.words.context import Queue
from sanad.engine.rules.words.money_of_funds import money_of_funds
from sanad.engine.rules.words.money_of_steps import money_of_steps
from sanad.engine.rules.words.teller import plain


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
    yield from money_of_funds(case, queue, due)
    order = case.run.rules.declared.order
    if order:
        label, source = case.speech.pen.words(order.label), case.cite.cite(order.source)
        yield Sentence(case.speech.say("order_rests", label=label, source=source), "source")
    yield from money_of_steps(case, queue)


def _place(case: Case, queue: Queue, due: int) -> Iterator[tuple[str, str]]:
    pen, order = case.speech.pen, case.run.rules.declared.order
    yield case.speech.say("place"), pen.number(queue.place)
    if queue.tier is not None and order and order.tiers:
        is_named = queue.tier <= len(order.tiers)
        label = pen.words(order.tiers[queue.tier - 1].label) if is_named else case.speech.say("last_tier")
        yield case.speech.say("tier"), label
    yield from _ranked_by(case)
    yield case.speech.say("ahead"), pen.amount(queue.money_ahead)
    if queue.allocated is not None:
        yield case.speech.say("set_aside"), pen.amount(queue.allocated)
        if queue.allocated < due:
            yield case.speech.say("short"), pen.amount(due - queue.allocated)


def _ranked_by(case: Case) -> Iterator[tuple[str, str]]:
    """What the claim was ranked by, as far as it stands in its facts; its sums are told elsewhere."""
    order = case.run.rules.order
    for key in order.keys if order else ():
        node = plain(key.of)
        if isinstance(node, Fact | Ref):
            yield case.speech.say("ranked_by", name=case.speech.name(node)), case.teller.shown(node)
