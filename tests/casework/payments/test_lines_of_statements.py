import json
from uuid import uuid4

import pytest

from sanad.casework.allocations.models import Reservation
from sanad.casework.allocations.selectors import open_reservations
from sanad.casework.claims.models import Why
from sanad.casework.claims.services import withdraw_claim
from sanad.casework.notices.models import Notice
from sanad.casework.payments.models import BankLine
from sanad.casework.payments.services import drop_run
from sanad.casework.payments.statements.sayings import StatementRefused
from sanad.evidence.keys import unseal
from sanad.funds.models import Fund
from sanad.funds.services import book_loss, pay_fees
from sanad.ledger.verification import first_difference
from tests.casework.bank_statements import (
    numbers,
    returns,
    settles,
    states,
    taken_in,
)
from tests.casework.families import maya, omar
from tests.casework.payments_of_claims import payments, released, reserved, sent
from tests.casework.rounds_of_claims import LATER, issued
from tests.funds.money import general, recorded

pytestmark = pytest.mark.usefixtures("own_database")


def test_what_no_payment_explains_is_in_suspense_and_never_free(tmp_path):
    fund, _ = reserved(1)
    run, before = sent(fund), numbers(fund)

    taken_in(fund, tmp_path, (-5_00, "CHARGE", "account fee"), (9_00, "Karim Haddad", "a gift"))

    found = numbers(fund)
    assert (found.suspense, found.free) == (14_00, before.free - 5_00)
    assert (found.received, found.sent) == (before.received + 9_00, run.total)
    out, came = BankLine.objects.order_by("row")
    assert [(one.state, one.why, one.undecided) for one in (out, came)] == [
        ("suspense", "unknown_reference", 5_00),
        ("suspense", "unknown_reference", 9_00),
    ]
    assert json.loads(unseal(came.statement.key, came.words)) == {"reference": "Karim Haddad", "note": "a gift"}
    assert first_difference() is None


@pytest.mark.parametrize("beyond", [-10, 10])
def test_another_sum_than_was_sent_puts_the_payment_in_question(tmp_path, beyond: int):
    fund, _ = reserved(1)
    (one,) = payments(sent(fund))
    before, gone = numbers(fund), one.amount + beyond

    taken_in(fund, tmp_path, (-gone, one.reference, ""))

    found, line = numbers(fund), BankLine.objects.get()
    assert (line.why, line.undecided, line.from_sent) == ("other_amount", gone, min(gone, one.amount))
    assert (found.suspense, found.sent) == (gone, one.amount - line.from_sent)
    assert found.free == before.free - max(beyond, 0)
    assert states(fund) == ["sent"]


def test_a_payment_that_the_bank_paid_twice_is_paid_once_and_the_second_is_in_suspense(tmp_path):
    fund, _ = reserved(1)
    (one,) = payments(sent(fund))

    taken_in(fund, tmp_path, settles(one), settles(one))

    assert (numbers(fund).paid, numbers(fund).suspense) == (one.amount, one.amount)
    assert [line.why for line in BankLine.objects.filter(state="suspense")] == ["settled_before"]
    assert first_difference() is None


def test_when_the_bank_takes_back_its_second_payment_the_family_stays_paid(tmp_path):
    fund, _ = reserved(1)
    (one,) = payments(sent(fund))
    taken_in(fund, tmp_path, settles(one), settles(one))

    taken_in(fund, tmp_path, returns(one), id="B")

    assert states(fund) == ["settled"]
    assert numbers(fund).suspense == 2 * one.amount


def test_a_second_return_is_in_suspense(tmp_path):
    fund, _ = reserved(1)
    (one,) = payments(sent(fund))

    taken_in(fund, tmp_path, returns(one), returns(one))

    assert (numbers(fund).reserved, numbers(fund).suspense) == (one.amount, one.amount)
    assert Reservation.objects.filter(attempt=2).count() == one.parts.count()


def test_what_is_not_marked_as_sent_is_marked_first(tmp_path):
    fund, _ = reserved(1)
    (one,) = payments(released(fund))

    with pytest.raises(StatementRefused) as refused:
        taken_in(fund, tmp_path, settles(one))

    assert refused.value.code == "not_marked_sent"
    assert refused.value.problems[0].where == "6: reference"


def test_what_the_bank_paid_of_a_dropped_run_is_in_suspense(tmp_path):
    fund, _ = reserved(1)
    run = released(fund)
    (one,) = payments(run)
    drop_run(run=run, reason="a wrong day", by=omar(), at=LATER)

    taken_in(fund, tmp_path, settles(one))

    assert BankLine.objects.get().why == "not_sent"
    assert numbers(fund).suspense == one.amount


def test_a_payment_is_found_by_its_number_within_what_the_bank_wrote(tmp_path):
    fund, _ = reserved(2)
    first, second = payments(sent(fund))
    named = (-first.amount, f"/EREF/{first.reference}/", "")
    noted = (-second.amount, "X", f"transfer {second.reference.lower()}")

    taken_in(fund, tmp_path, named, noted)

    assert states(fund) == ["settled", "settled"]


def test_what_the_office_has_booked_already_is_not_booked_twice(tmp_path):
    fund, _ = reserved(1)
    sent(fund)
    recorded(general(fund), 50_00, omar(), "DONOR-7")
    given = {"amount": 5_00, "reference": "FEE-7", "reason": "charges", "by": omar(), "at": LATER}
    pay_fees(id=uuid4(), part=general(fund), **given)
    before = numbers(fund)

    found = taken_in(fund, tmp_path, (50_00, "DONOR-7", ""), (-5_00, "FEE-7", ""), (-5_00, "FEE-7", ""))

    assert found.statement.counts == {"settled": 0, "returned": 0, "known": 2, "suspense": 1}
    assert numbers(fund).fees == before.fees
    assert numbers(fund).suspense == 5_00


def lose(fund: Fund, amount: int) -> None:
    given = {"reference": "COURT-5", "reason": "the bank failed", "by": omar(), "at": LATER}
    book_loss(id=uuid4(), part=general(fund), amount=amount, **given)


def test_a_fund_that_lost_money_meanwhile_still_settles_and_a_return_makes_its_loss_good_first(tmp_path):
    fund, _ = reserved(2)
    first, second = payments(sent(fund))
    lose(fund, numbers(fund).free + 100)

    taken_in(fund, tmp_path, settles(first), returns(second))

    found = numbers(fund)
    assert (found.paid, found.sent, found.shortfall) == (first.amount, 0, 0)
    assert (found.reserved, found.free) == (0, second.amount - 100)
    assert Notice.objects.get(kind="payment_returned_unfunded").household == second.payee.household
    assert first_difference() is None


def test_what_comes_back_for_a_withdrawn_claim_is_free_again(tmp_path):
    fund, families = reserved(1)
    (one,) = payments(sent(fund))
    withdraw_claim(claim=families[0], why=Why.FAMILY_ASKED, at=LATER, by=maya())
    before = numbers(fund).free

    taken_in(fund, tmp_path, returns(one))

    assert (numbers(fund).free, numbers(fund).reserved) == (before + one.amount, 0)


def test_what_comes_back_after_a_later_round_is_set_aside_for_the_award_that_stands(tmp_path):
    fund, _ = reserved(1)
    (one,) = payments(sent(fund))
    issued()

    taken_in(fund, tmp_path, returns(one))

    again = open_reservations()
    assert {one.award.version for one in again} == {2}
    assert sum(one.amount for one in again) == one.amount
