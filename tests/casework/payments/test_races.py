"""Several officers at the same moment: each race first without its guard, on PostgreSQL, then with it."""

import uuid
from functools import partial
from threading import Barrier

import pytest
from django.db import connection, transaction

from sanad.casework.payments.models import BankLine, BankStatement, Payment, PaymentPart, PaymentRun, RunState
from sanad.casework.payments.refusals import NothingToPay, StateHasChanged
from sanad.casework.payments.services import (
    Decision,
    TakenIn,
    approve_run,
    decide_suspense,
    drop_run,
    export_run,
    import_statement,
    mark_sent,
    prepare_run,
)
from sanad.casework.payments.waiting import unpaid_reservations
from sanad.funds.models import Fund
from sanad.ledger.verification import first_difference
from sanad.staff.models import User
from tests.at_once import at_once
from tests.casework.bank_statements import numbers, read, returns, settles, taken_in, written
from tests.casework.families import maya, omar
from tests.casework.payments_of_claims import payments, prepared, rana, released, reserved, sent
from tests.casework.rounds_of_claims import LATER

only_on_postgresql = pytest.mark.skipif(
    connection.vendor != "postgresql", reason="SQLite lets one transaction write at a time and hides the race"
)
pytestmark = pytest.mark.usefixtures("own_database")


def kinds(found: list[object]) -> list[str]:
    return sorted(type(one).__name__ for one in found)


def naive_approve(run: PaymentRun, by: User, both_have_read: Barrier) -> bool:
    """Reads the state, checks it, and then saves what it read."""
    with transaction.atomic():
        own = PaymentRun.objects.get(pk=run.pk)
        both_have_read.wait(timeout=10)
        if own.state != RunState.PREPARED:
            return False
        own.state, own.approved_by, own.approved_at = RunState.APPROVED, by, LATER
        own.save()
    return True


@only_on_postgresql
def test_without_a_guard_two_officers_both_approve():
    run, both_have_read = prepared(reserved(1)[0]), Barrier(2)

    found = at_once(*[partial(naive_approve, run, by, both_have_read) for by in (omar(), rana())])

    assert found == [True, True]


def test_of_two_officers_who_approve_or_drop_one_does():
    fund, _ = reserved(1)
    people = omar(), rana()
    run = prepared(fund)

    acts = [partial(approve_run, run=run, typed_sum=run.total, by=by, at=LATER) for by in people]
    found = at_once(*acts)

    assert kinds(found) == ["NoneType", "StateHasChanged"]
    (loser,) = [one for one in found if isinstance(one, StateHasChanged)]
    assert loser.who == PaymentRun.objects.get().approved_by.name
    stands = PaymentRun.objects.get()
    dropped = at_once(*[partial(drop_run, run=stands, reason="x", by=by, at=LATER) for by in people])
    assert kinds(dropped) == ["NoneType", "StateHasChanged"]


def naive_prepare(fund: Fund, both_have_read: Barrier) -> list[int]:
    """Reads what no run pays yet, and only then would write its own run."""
    with transaction.atomic():
        taken = list(unpaid_reservations(fund).values_list("pk", flat=True))
        both_have_read.wait(timeout=10)
    return taken


@only_on_postgresql
def test_without_a_guard_two_runs_would_take_the_same_reservations():
    fund, _ = reserved(2)
    both_have_read = Barrier(2)

    first, second = at_once(*[partial(naive_prepare, fund, both_have_read)] * 2)

    assert first == second != []


def test_of_two_who_prepare_the_same_reservations_one_does():
    fund, _ = reserved(3)
    people = maya(), omar()
    asks = [partial(prepare_run, client_id=uuid.uuid4(), fund=fund, up_to=None, by=by, at=LATER) for by in people]

    found = at_once(*asks)

    assert kinds(found) == ["NothingToPay", "PaymentRun"]
    assert isinstance(next(one for one in found if not isinstance(one, PaymentRun)), NothingToPay)
    assert PaymentPart.objects.count() == len(set(PaymentPart.objects.values_list("reservation", flat=True)))


def test_one_form_sent_twice_at_once_prepares_one_run():
    fund, _ = reserved(1)
    ask = partial(prepare_run, client_id=uuid.uuid4(), fund=fund, up_to=None, by=maya(), at=LATER)

    found = at_once(ask, ask)

    assert kinds(found) == ["PaymentRun", "PaymentRun"]
    assert PaymentRun.objects.count() == 1


def test_a_run_is_either_sent_or_dropped():
    fund, _ = reserved(2)
    by = omar()
    run = released(fund)
    export_run(run=run, by=by, at=LATER)
    own, other = (PaymentRun.objects.get(pk=run.pk) for _ in range(2))

    drops = partial(drop_run, run=other, reason="x", by=maya(), at=LATER)
    found = at_once(partial(mark_sent, run=own, by=by, at=LATER), drops)

    assert kinds(found) == ["NoneType", "StateHasChanged"]
    states = {one.state for one in payments(run)}
    assert states in ({"sent"}, {"dropped"})
    assert numbers(fund).sent == (run.total if states == {"sent"} else 0)
    assert first_difference() is None


def naive_import(bank_id: str, both_have_read: Barrier) -> bool:
    """Looks whether the statement is known, and only then would book it."""
    with transaction.atomic():
        known = BankStatement.objects.filter(bank_id=bank_id).exists()
        both_have_read.wait(timeout=10)
    return known


@only_on_postgresql
def test_without_a_guard_two_officers_would_both_book_the_statement():
    both_have_read = Barrier(2)

    assert at_once(*[partial(naive_import, "2026-06-A", both_have_read)] * 2) == [False, False]


def test_one_statement_taken_in_by_two_is_booked_once(tmp_path):
    fund, _ = reserved(3)
    first, second, third = payments(sent(fund))
    lines = settles(first), returns(second), settles(third), (-5_00, "?", "")
    statement = read(written(lines), tmp_path)
    people = rana(), omar()

    found = at_once(*[partial(import_statement, fund=fund, statement=statement, by=by, at=LATER) for by in people])

    assert kinds(found) == ["TakenIn", "TakenIn"]
    assert sorted(one.is_new for one in found if isinstance(one, TakenIn)) == [False, True]
    assert BankLine.objects.count() == 4
    assert numbers(fund).paid == first.amount + third.amount
    assert first_difference() is None


def test_of_two_who_decide_about_a_line_one_does(tmp_path):
    fund, _ = reserved(1)
    sent(fund)
    people = rana(), omar()
    taken_in(fund, tmp_path, (-5_00, "?", ""))
    line = BankLine.objects.select_related("statement").get()
    acts = [
        partial(decide_suspense, id=uuid.uuid4(), line=line, decision=Decision(kind, "a letter"), by=by, at=LATER)
        for by, kind in zip(people, ("fees", "lost"), strict=True)
    ]

    found = at_once(*acts)

    assert kinds(found) == ["DecidedBefore", "SuspenseDecision"]
    assert numbers(fund).fees + numbers(fund).lost == 5_00
    assert Payment.objects.count() == 1
