"""Any history of runs, statements, returns and decisions: the books agree with those kept by hand, after every step."""

import os
import secrets
import uuid
from dataclasses import dataclass, field
from datetime import date

import pytest
from django.db import transaction
from hypothesis import HealthCheck, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from sanad.casework.awards.selectors import award_of
from sanad.casework.claims.models import Claim
from sanad.casework.payments.models import BankLine, DecisionKind, Payment, PaymentRun, RunState
from sanad.casework.payments.refusals import NothingToPay
from sanad.casework.payments.selectors import money_of
from sanad.casework.payments.services import (
    Decision,
    approve_run,
    decide_suspense,
    drop_run,
    export_run,
    import_statement,
    mark_sent,
    prepare_run,
    release_run,
)
from sanad.casework.payments.statements.reading import Line, Statement
from sanad.funds.models import Fund
from sanad.ledger.verification import first_difference
from tests.casework.bank_statements import numbers
from tests.casework.families import maya, omar
from tests.casework.payments_of_claims import rana, reserved
from tests.casework.rounds_of_claims import LATER

SEED = int(os.environ.get("SANAD_SEED", str(secrets.randbelow(2**32))))
EXAMPLES = int(os.environ.get("SANAD_HISTORIES", "12"))
FAMILIES = 4
DAY = date(2026, 6, 3)


@dataclass
class Kept:
    """The fund by hand, in plain Python: what is where, and the state of each payment."""

    free: int
    reserved: int
    sent: int = 0
    paid: int = 0
    suspense: int = 0
    fees: int = 0
    returned: int = 0
    received: int = 0
    payments: dict[str, str] = field(default_factory=dict)


class Office(RuleBasedStateMachine):
    """A finance office, its bank and its families, in any order."""

    fund: Fund
    families: list[Claim]

    def __init__(self) -> None:
        super().__init__()
        self.history = transaction.atomic()
        self.history.__enter__()
        found = numbers(self.fund)
        self.kept = Kept(found.free, found.reserved, received=found.received)
        self.statements = 0

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.history.__exit__(None, None, None)

    @rule(share=st.sampled_from([None, 1, 2, 3]))
    def prepare(self, share: int | None) -> None:
        up_to = None if share is None else self.kept.reserved * share // 3
        try:
            prepare_run(client_id=uuid.uuid4(), fund=self.fund, up_to=up_to, by=maya(), at=LATER)
        except NothingToPay:
            return

    @precondition(lambda self: self.open_runs())
    @rule(data=st.data())
    def drop(self, data: st.DataObject) -> None:
        drop_run(run=data.draw(st.sampled_from(self.open_runs())), reason="a wish", by=omar(), at=LATER)

    @precondition(lambda self: self.open_runs())
    @rule(data=st.data())
    def send(self, data: st.DataObject) -> None:
        run = data.draw(st.sampled_from(self.open_runs()))
        approve_run(run=run, typed_sum=run.total, by=omar(), at=LATER)
        release_run(run=run, typed_sum=run.total, by=rana(), at=LATER)
        export_run(run=run, by=rana(), at=LATER)
        mark_sent(run=run, by=rana(), at=LATER)
        self.kept.reserved -= run.total
        self.kept.sent += run.total
        self.kept.payments |= dict.fromkeys(Payment.objects.filter(run=run).values_list("reference", flat=True), "sent")

    @precondition(lambda self: "sent" in self.kept.payments.values())
    @rule(data=st.data(), again=st.booleans())
    def settle(self, data: st.DataObject, again: bool) -> None:
        one = self.drawn(data, "sent")
        lines = [-one.amount] * (2 if again else 1)
        if again and self.kept.free < one.amount:
            lines = lines[:1]
        self.bank([(sum_, one.reference) for sum_ in lines])
        self.kept.payments[one.reference] = "doubled" if len(lines) > 1 else "settled"
        self.kept.sent -= one.amount
        self.kept.paid += one.amount
        self.kept.suspense += one.amount * (len(lines) - 1)
        self.kept.free -= one.amount * (len(lines) - 1)

    @precondition(lambda self: {"sent", "settled"} & set(self.kept.payments.values()))
    @rule(data=st.data())
    def send_back(self, data: st.DataObject) -> None:
        one = self.drawn(data, "sent", "settled")
        was = self.kept.payments[one.reference]
        self.bank([(one.amount, one.reference)])
        self.kept.payments[one.reference] = "returned"
        self.kept.sent -= one.amount if was == "sent" else 0
        self.kept.paid -= one.amount if was == "settled" else 0
        self.kept.reserved += one.amount

    @rule(amount=st.integers(1, 50))
    def money_that_nobody_knows(self, amount: int) -> None:
        self.bank([(amount, "GIFT")])
        self.kept.suspense += amount
        self.kept.received += amount

    @precondition(lambda self: self.kept.free > 50)
    @rule(amount=st.integers(1, 50))
    def a_charge_that_nobody_knows(self, amount: int) -> None:
        self.bank([(-amount, "CHARGE")])
        self.kept.suspense += amount
        self.kept.free -= amount

    @precondition(lambda self: self.unknown())
    @rule(data=st.data())
    def decide(self, data: st.DataObject) -> None:
        line = data.draw(st.sampled_from(self.unknown()))
        kind = DecisionKind.SEND_BACK if line.amount > 0 else DecisionKind.FEES
        decision = Decision(kind, "a letter")
        decide_suspense(id=uuid.uuid4(), line=line, decision=decision, by=rana(), at=LATER)
        self.kept.suspense -= abs(line.amount)
        self.kept.returned += max(line.amount, 0)
        self.kept.fees += max(-line.amount, 0)

    def bank(self, lines: list[tuple[int, str]]) -> None:
        """Taken in twice, as people do."""
        self.statements += 1
        told = tuple(Line(row, DAY, amount, words, "") for row, (amount, words) in enumerate(lines, start=6))
        total = sum(amount for amount, _ in lines)
        statement = Statement(f"S-{self.statements}", self.fund.currency, "", 0, total, told)
        given = {"fund": self.fund, "statement": statement, "by": rana(), "at": LATER}
        assert import_statement(**given).is_new
        assert not import_statement(**given).is_new

    def drawn(self, data: st.DataObject, *states: str) -> Payment:
        fitting = sorted(reference for reference, state in self.kept.payments.items() if state in states)
        return Payment.objects.get(reference=data.draw(st.sampled_from(fitting)))

    def open_runs(self) -> list[PaymentRun]:
        return list(PaymentRun.objects.filter(state=RunState.PREPARED).select_related("fund").order_by("pk"))

    def unknown(self) -> list[BankLine]:
        waiting = BankLine.objects.filter(undecided__gt=0, payment=None).select_related("statement")
        return list(waiting.order_by("pk"))

    @invariant()
    def the_books_are_those_kept_by_hand(self) -> None:
        found = numbers(self.fund)
        for name in ("free", "reserved", "sent", "paid", "suspense", "fees", "returned", "received"):
            assert getattr(found, name) == getattr(self.kept, name), name

    @invariant()
    def the_rule_of_the_fund_holds(self) -> None:
        found = numbers(self.fund)
        gone = found.returned + found.sent + found.paid + found.suspense + found.fees + found.lost
        assert found.received - gone == found.reserved + found.free
        assert found.free >= 0

    @invariant()
    def the_parts_of_every_award_add_up(self) -> None:
        gone = 0
        for claim in self.families:
            money = money_of(award_of(claim))
            parts = money.paid + money.on_its_way + money.reserved + money.due_unfunded + money.not_yet_due
            assert parts == money.awarded
            gone += money.paid + money.on_its_way
        assert gone == self.kept.paid + self.kept.sent

    @invariant()
    def the_books_follow_from_their_transfers(self) -> None:
        assert first_difference() is None


@pytest.mark.usefixtures("own_database")
def test_any_history_of_payments_keeps_the_books_right():
    # Made once; each history begins there again.
    Office.fund, Office.families = reserved(FAMILIES)
    quick = settings(
        max_examples=EXAMPLES,
        stateful_step_count=15,
        deadline=None,
        database=None,
        derandomize=False,
        print_blob=True,
        suppress_health_check=list(HealthCheck),
    )

    run_state_machine_as_test(seed(SEED)(Office), settings=quick)
