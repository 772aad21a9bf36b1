from datetime import date

import pytest

from sanad.audit.models import Event
from sanad.casework.allocations.models import Reservation
from sanad.casework.allocations.selectors import open_reservations
from sanad.casework.notices.models import Notice
from sanad.casework.notices.words import sentence
from sanad.casework.payments.models import BankLine, BankStatement, Payment
from sanad.casework.payments.selectors import Gap, after_gaps, gap_before
from sanad.casework.payments.services import import_statement, plan_statement
from sanad.casework.payments.statements.reading import read_statement
from sanad.casework.payments.statements.sayings import StatementRefused
from sanad.ledger.verification import first_difference
from tests.casework.bank_statements import (
    TODAY,
    numbers,
    read,
    returns,
    settles,
    states,
    taken_in,
    written,
)
from tests.casework.families import omar
from tests.casework.payments_of_claims import payments, prepared, reserved, sent
from tests.casework.rounds_of_claims import LATER

pytestmark = pytest.mark.usefixtures("own_database")


def test_what_the_bank_paid_is_paid(tmp_path):
    fund, _ = reserved(3)
    run = sent(fund)

    found = taken_in(fund, tmp_path, *map(settles, payments(run)))

    assert found.statement.counts == {"settled": 3, "returned": 0, "known": 0, "suspense": 0}
    assert (numbers(fund).paid, numbers(fund).sent) == (run.total, 0)
    assert {(one.state, one.settled_on) for one in payments(run)} == {("settled", date(2026, 6, 3))}
    assert Notice.objects.filter(kind="payment_settled").count() == 3
    assert first_difference() is None


def test_what_the_bank_sent_back_is_set_aside_again_at_the_familys_place(tmp_path):
    fund, _ = reserved(2)
    run, before = sent(fund), {one.line: one for one in Reservation.objects.order_by("-pk")}
    first, second = payments(run)

    taken_in(fund, tmp_path, settles(first), returns(second))

    found = numbers(fund)
    assert (found.paid, found.sent, found.reserved) == (first.amount, 0, second.amount)
    again = Reservation.objects.filter(attempt=2)
    assert {(one.award.claim.household, one.place) for one in again} == {
        (second.payee.household, one.place) for one in open_reservations()
    }
    assert {one.part for one in again} == {one.part for one in before.values()}
    assert sum(one.amount for one in again) == second.amount
    told = Notice.objects.get(kind="payment_returned")
    assert told.household == second.payee.household
    assert "the account is closed" in sentence(told.kind, told.facts, "en")
    assert "الحساب مغلق" in sentence(told.kind, told.facts, "ar")
    assert prepared(fund).total == second.amount
    assert first_difference() is None


def test_what_was_settled_may_still_come_back(tmp_path):
    fund, _ = reserved(1)
    (one,) = payments(sent(fund))
    taken_in(fund, tmp_path, settles(one))

    taken_in(fund, tmp_path, returns(one), id="2026-06-B")

    assert (numbers(fund).paid, numbers(fund).reserved) == (0, one.amount)
    assert states(fund) == ["returned"]


def test_paid_and_sent_back_in_one_statement_is_sent_back(tmp_path):
    fund, _ = reserved(1)
    (one,) = payments(sent(fund))

    taken_in(fund, tmp_path, settles(one), returns(one))

    found = Payment.objects.get()
    assert (found.state, found.return_code) == ("returned", "AC04")
    assert (numbers(fund).paid, numbers(fund).sent, numbers(fund).reserved) == (0, 0, one.amount)


def test_a_statement_taken_in_twice_books_nothing_twice_and_says_so(tmp_path):
    fund, _ = reserved(2)
    first, second = payments(sent(fund))
    lines = settles(first), returns(second), (-5_00, "BANK", "fee"), (7_00, "GIFT", "")
    taken_in(fund, tmp_path, *lines)
    before, events = numbers(fund), Event.objects.count()

    again = taken_in(fund, tmp_path, *lines)

    assert not again.is_new
    assert (numbers(fund), Event.objects.count()) == (before, events)
    assert BankLine.objects.count() == 4


def test_the_same_statement_in_another_dress_is_the_same(tmp_path):
    fund, _ = reserved(1)
    (one,) = payments(sent(fund))
    text = written([settles(one)])
    taken_in(fund, tmp_path, settles(one))
    dressed = tmp_path / "dressed.csv"
    dressed.write_bytes(text.replace(",", ";").replace("\n", "\r\n").encode("utf-16"))

    again = import_statement(fund=fund, statement=read_statement(dressed, TODAY), by=omar(), at=LATER)

    assert not again.is_new


def test_the_same_id_with_other_lines_is_refused(tmp_path):
    fund, _ = reserved(2)
    first, second = payments(sent(fund))
    taken_in(fund, tmp_path, settles(first))

    with pytest.raises(StatementRefused) as refused:
        taken_in(fund, tmp_path, settles(second))

    assert refused.value.code == "other_content"
    assert states(fund) == ["settled", "sent"]


def test_a_statement_in_another_currency_is_refused(tmp_path):
    fund, _ = reserved(1)
    (one,) = payments(sent(fund))

    with pytest.raises(StatementRefused) as refused:
        plan_statement(fund=fund, statement=read(written([settles(one)], currency="EUR"), tmp_path))

    assert refused.value.code == "other_currency"


def test_the_dry_run_says_what_would_be_booked_and_writes_nothing(tmp_path):
    fund, _ = reserved(3)
    first, second, third = payments(sent(fund))
    lines = [settles(first), returns(second), (-third.amount - 1, third.reference, ""), (-3, "?", "")]
    events = Event.objects.count()

    would = plan_statement(fund=fund, statement=read(written(lines), tmp_path))

    assert would == {"settled": 1, "returned": 1, "known": 0, "suspense": 2}
    assert (Event.objects.count(), BankStatement.objects.count()) == (events, 0)
    assert taken_in(fund, tmp_path, *lines).statement.counts == would


def test_a_statement_that_does_not_follow_the_last_says_so_until_what_lies_between_is_taken_in(tmp_path):
    fund, _ = reserved(2)
    first, second = payments(sent(fund))
    opens = taken_in(fund, tmp_path, settles(first), id="A").statement.closing
    lost = written([(-5_00, "BANK", "fee")], id="B", opening=opens)
    late = import_statement(
        fund=fund,
        statement=read(written([settles(second)], id="C", opening=opens - 5_00), tmp_path),
        by=omar(),
        at=LATER,
    ).statement

    before = gap_before(fund, "C", late.opening), after_gaps(fund.statements.all())
    import_statement(fund=fund, statement=read(lost, tmp_path), by=omar(), at=LATER)

    gap = Gap("A", opens, opens - 5_00)
    assert before == (gap, {late.pk: gap})
    assert (states(fund), after_gaps(fund.statements.all())) == (["settled", "settled"], {})
