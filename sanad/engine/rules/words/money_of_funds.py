"""Which fund pays for a claim and why, and why money that is left elsewhere does not."""

from collections.abc import Iterator

from sanad.engine.rules.declared import Reserve
from sanad.engine.rules.words.blocks import Sentence
from sanad.engine.rules.words.case import Case
from sanad.engine.rules.words.context import FundLeft, FundShare, Queue

UNNAMED = "fund"
"""What a fund is called that was given as a sum alone."""


def money_of_funds(case: Case, queue: Queue, due: int) -> Iterator[Sentence]:
    for share in queue.shares:
        yield Sentence(_share(case, share))
    if any(share.earmarks for share in queue.shares):
        yield Sentence(case.speech.say("narrowest_first"))
    if queue.allocated is not None and queue.allocated < due:
        yield from (Sentence(text) for text in _why_no_more(case, queue))


def _why_no_more(case: Case, queue: Queue) -> Iterator[str]:
    yield from (_left(case, fund) for fund in queue.left if fund.amount)
    fitting = [fund for fund in queue.left if fund.fits]
    order = case.run.rules.declared.order
    if order and order.reserve:
        yield from (_reserved(case, order.reserve, fund) for fund in fitting if fund.reserved)
    if not fitting:
        yield case.speech.say("none_fits")
    elif not any(fund.amount for fund in fitting):
        yield case.speech.say("used_up")


def _share(case: Case, share: FundShare) -> str:
    pen = case.speech.pen
    phrase = "fund_pays_earmarked" if share.earmarks else "fund_pays"
    return case.speech.say(
        phrase,
        amount=pen.amount(share.amount),
        line=case.speech.line(share.line),
        fund=_named(case, share.fund),
        earmarks=pen.reference(share.earmarks),
    )


def _left(case: Case, fund: FundLeft) -> str:
    pen = case.speech.pen
    phrase = "left_by_steps" if fund.fits else "left_elsewhere"
    name, earmarks = _named(case, fund.fund), pen.reference(fund.earmarks)
    return case.speech.say(phrase, amount=pen.amount(fund.amount), fund=name, earmarks=earmarks)


def _reserved(case: Case, reserve: Reserve, fund: FundLeft) -> str:
    label, source = case.speech.pen.words(reserve.label), case.cite.cite(reserve.source)
    amount = case.speech.pen.amount(fund.reserved)
    return case.speech.say("reserved", amount=amount, fund=_named(case, fund.fund), label=label, source=source)


def _named(case: Case, fund: str) -> str:
    if fund == UNNAMED:
        return case.speech.say("the_fund")
    return case.speech.say("the_fund_named", name=case.speech.pen.foreign(fund))
