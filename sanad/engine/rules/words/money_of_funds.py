"""Which fund pays for a claim and why, and why money that is left elsewhere does not."""

from collections.abc import Iterator

from sanad.engine.rules.words.blocks import Sentence
from sanad.engine.rules.words.case import Case
from sanad.engine.rules.words.context import FundLeft, FundShare, Queue


def money_of_funds(case: Case, queue: Queue, due: int) -> Iterator[Sentence]:
    for share in queue.shares:
        yield Sentence(_share(case, share))
    if any(share.earmarks for share in queue.shares):
        yield Sentence(case.speech.say("narrowest_first"))
    if queue.allocated is not None and queue.allocated < due:
        yield from (Sentence(_left(case, fund)) for fund in queue.left if fund.amount)
        fitting = [fund for fund in queue.left if fund.fits]
        if not any(fund.amount for fund in fitting):
            yield Sentence(case.speech.say("used_up" if fitting else "none_fits"))


def _share(case: Case, share: FundShare) -> str:
    pen = case.speech.pen
    phrase = "fund_pays_earmarked" if share.earmarks else "fund_pays"
    return case.speech.say(
        phrase,
        amount=pen.amount(share.amount),
        line=case.speech.line(share.line),
        fund=pen.foreign(share.fund),
        earmarks=pen.reference(share.earmarks),
    )


def _left(case: Case, fund: FundLeft) -> str:
    pen = case.speech.pen
    phrase = "left_by_steps" if fund.fits else "left_elsewhere"
    name, earmarks = pen.foreign(fund.fund), pen.reference(fund.earmarks)
    return case.speech.say(phrase, amount=pen.amount(fund.amount), fund=name, earmarks=earmarks)
