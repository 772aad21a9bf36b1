"""Any history of rounds, money, runs, settlements, returns and losses: after every step the answers of all families are
what the ledger says at their position, and each shows the place that its round gave it.
"""

import os
import random
import secrets
import uuid
from dataclasses import replace
from pathlib import Path

import pytest
from django.db.models import Max

from sanad.audit.models import Chain
from sanad.audit.sealing import seal_all
from sanad.casework.answers.selectors import answer_of, prepared
from sanad.casework.answers.services import follow, prepare
from sanad.casework.answers.told import Answer, MoneyTold
from sanad.casework.awards.models import Award
from sanad.casework.awards.selectors import award_of
from sanad.casework.claims.models import Claim
from sanad.casework.payments.models import Payment
from sanad.casework.payments.refusals import PaymentRefused
from sanad.funds.models import Fund, Part
from sanad.funds.services import book_loss, confirm_receipt, receive_money
from sanad.ledger.codes import sibling
from sanad.ledger.kinds import AccountKind
from sanad.ledger.models import Entry
from tests.casework.bank_statements import returns, settles, taken_in
from tests.casework.families import AT, maya, omar
from tests.casework.payments_of_claims import paying_fund, sent, with_accounts
from tests.casework.rounds_of_claims import LATER, ON, RENTING_WITH_A_WRECK, claims, issued

pytestmark = pytest.mark.usefixtures("own_database")
HISTORIES = int(os.environ.get("SANAD_HISTORIES", "4")) // 4 or 1
SEED = int(os.environ.get("SANAD_SEED", "0")) or secrets.randbelow(10**6)
STEPS, FAMILIES = 6, 4
PARTS = ("paid", "on_its_way", "reserved", "due_unfunded", "not_yet_due")


class History:
    """Acts on one fund and a few families, drawn by chance."""

    def __init__(self, chance: random.Random, folder: Path) -> None:
        self.chance, self.folder = chance, folder
        self.families = claims(*[RENTING_WITH_A_WRECK] * FAMILIES)
        self.fund: Fund = paying_fund(chance.randrange(200_000, 1_500_000))
        issued()
        with_accounts(self.families)
        self.acts = (self.money, self.run, self.settle, self.send_back, self.round, self.loss)

    def act(self) -> str:
        one = self.chance.choice(self.acts)
        try:
            one()
        except PaymentRefused:
            return f"{one.__name__} refused"
        return one.__name__

    def money(self) -> None:
        part, receipt = Part.objects.get(fund=self.fund), uuid.uuid4()
        amount, reference = self.chance.randrange(50_000, 900_000), str(receipt)[:8]
        receive_money(id=receipt, part=part, amount=amount, bank_reference=reference, received_on=ON, by=maya(), at=AT)
        confirm_receipt(receipt=receipt, by=omar(), at=LATER)

    def run(self) -> None:
        sent(self.fund)

    def settle(self) -> None:
        for payment in Payment.objects.filter(state="sent")[:1]:
            taken_in(self.fund, self.folder, settles(payment), id=uuid.uuid4().hex[:8])

    def send_back(self) -> None:
        for payment in Payment.objects.filter(state__in=["sent", "settled"]).order_by("?")[:1]:
            taken_in(self.fund, self.folder, returns(payment), id=uuid.uuid4().hex[:8])

    def round(self) -> None:
        issued()

    def loss(self) -> None:
        part = Part.objects.get(fund=self.fund)
        amount = self.chance.randrange(1_000, 60_000)
        book_loss(id=uuid.uuid4(), part=part, amount=amount, reference="L", reason="exchange", by=maya(), at=LATER)


def books_at(fund: Fund, position: int) -> dict[str, tuple[int, int]]:
    """By kind of account, what was pending and posted in all when the position was sealed; debits count as leaving."""
    account = Part.objects.get(fund=fund).account_id
    found = {}
    for kind in AccountKind:
        entries = Entry.objects.filter(account=sibling(account, kind), transfer__event__number__lte=position)
        last = entries.aggregate(last=Max("version"))["last"]
        entry = entries.filter(version=last).first()
        found[str(kind)] = (entry.debits_pending, entry.credits_posted - entry.debits_posted) if entry else (0, 0)
    return found


def agree(answers: list[Answer], fund: Fund) -> None:
    books = books_at(fund, answers[0].position)
    sums = {name: sum(getattr(answer.money, name) for answer in answers) for name in PARTS}
    beyond = sum(answer.money.overpaid for answer in answers)
    assert sums["paid"] + sums["on_its_way"] + beyond == books["paid"][1] + books["sent"][1]
    assert sums["reserved"] == books["held"][0]
    if not beyond:
        assert sums["paid"] == books["paid"][1]


def adds_up(money: MoneyTold) -> bool:
    return (
        sum(getattr(money, name) for name in PARTS) == money.awarded
        and min(getattr(money, name) for name in (*PARTS, "overpaid")) >= 0
    )


def in_the_order(answers: list[Answer], families: list[Claim]) -> None:
    """Each at the place of its round; what lacks is what is due up to it, less the free money, kept by hand."""
    due_before, told = 0, sorted(zip(answers, families, strict=True), key=lambda one: one[0].queue.place)
    for answer, claim in told:
        award: Award = award_of(claim)
        queue = answer.queue
        assert (queue.place, queue.round) == (award.queue_place, award.round.reference)
        due = answer.money.due_unfunded
        lacks = max(0, due_before + due - queue.free) if due else 0
        assert (queue.then_for_you, queue.missing) == (due, lacks)
        assert queue.due_before == (due_before if due else 0)
        assert (answer.forecast is not None) == bool(due)
        assert not due or answer.forecast.at_hand.state == ("missing" if lacks else "reached")
        due_before += due


def hold_true(history: History) -> None:
    seal_all(at=LATER)
    answers = [answer_of(claim, at=LATER) for claim in history.families]
    assert {answer.position for answer in answers} == {Chain.objects.get().length}
    assert all(adds_up(answer.money) for answer in answers)
    assert all(adds_up(line.money) for answer in answers for line in answer.lines if line.money)
    agree(answers, history.fund)
    in_the_order(
        [one for one in answers if one.queue],
        [claim for answer, claim in zip(answers, history.families, strict=True) if answer.queue],
    )
    follow(at=LATER, day=ON)
    prepare(at=LATER)
    made = [prepared(claim, at=LATER) for claim in history.families]
    # What no act has touched was made at an earlier position, and says the same.
    assert made == [
        replace(answer, position=ready.position, as_of=ready.as_of) for answer, ready in zip(answers, made, strict=True)
    ]


@pytest.mark.parametrize("number", range(HISTORIES))
def test_answers_are_what_the_ledger_says_at_their_position(number: int, tmp_path: Path):
    history = History(random.Random(SEED + number), tmp_path)
    done = []
    hold_true(history)

    for _ in range(STEPS):
        done.append(history.act())
        try:
            hold_true(history)
        except AssertionError as error:
            raise AssertionError(f"SANAD_SEED={SEED + number} after {done}") from error
