"""Money paid under one award is carried into the next; a round holds only while that money stays where it is."""

import pytest

from sanad.casework.allocations.selectors import open_reservations
from sanad.casework.awards.models import Award, Round, State
from sanad.casework.awards.selectors import award_of
from sanad.casework.claims.models import Claim
from sanad.casework.payments.selectors import money_of, paid_before, payments_of
from sanad.casework.payments.services import drop_run, export_run, mark_sent
from sanad.casework.rounds.deciding import have_round_issued
from sanad.ledger.verification import first_difference
from tests.casework.bank_statements import numbers, returns, settles, taken_in
from tests.casework.families import omar
from tests.casework.payments_of_claims import payments, prepared, rana, released, reserved, sent
from tests.casework.rounds_of_claims import LATER, approved, issued, work

pytestmark = pytest.mark.usefixtures("own_database")


def sums(claim: Claim) -> tuple[int, int, int, int, int, int]:
    """Awarded, paid, on its way, reserved, due without money, not yet due; the last five add up to the first."""
    found = money_of(award_of(claim))
    parts = found.paid, found.on_its_way, found.reserved, found.due_unfunded, found.not_yet_due
    assert sum(parts) == found.awarded
    for line in found.lines:
        own = line.paid, line.on_its_way, line.reserved, line.due_unfunded, line.not_yet_due
        assert sum(own) == line.awarded
    return found.awarded, *parts


def tried(round_: Round) -> Round:
    have_round_issued(round_=round_, by=omar(), at=LATER)
    work()
    round_.refresh_from_db()
    return round_


def test_the_parts_of_an_award_add_up_at_every_step_of_its_payment(tmp_path):
    fund, (claim,) = reserved(1)
    awarded, *parts = sums(claim)
    due = awarded - parts[4]
    assert parts == [0, 0, due, 0, awarded - due]
    run = prepared(fund)
    assert list(sums(claim)) == [awarded, *parts]
    drop_run(run=run, reason="anew", by=omar(), at=LATER)
    (one,) = payments(sent(fund))
    assert sums(claim)[1:] == (0, due, 0, 0, awarded - due)
    taken_in(fund, tmp_path, settles(one))
    assert sums(claim)[1:] == (due, 0, 0, 0, awarded - due)

    taken_in(fund, tmp_path, returns(one), id="B")

    assert sums(claim)[1:] == (0, 0, due, 0, awarded - due)


def test_what_was_paid_is_carried_into_the_next_award_and_not_paid_again(tmp_path):
    fund, (claim,) = reserved(1)
    (one,) = payments(sent(fund))
    taken_in(fund, tmp_path, settles(one))
    before = sums(claim)

    second = issued()

    assert second.reserves == 0
    assert award_of(claim).version == 2
    assert sums(claim) == before
    assert not open_reservations().exists()
    assert [told.amount for told in payments_of(claim)] == [one.amount]


def test_what_is_on_its_way_is_carried_as_well_and_set_aside_again_when_it_comes_back(tmp_path):
    fund, (claim,) = reserved(1)
    (one,) = payments(sent(fund))
    issued()
    assert sums(claim)[2] == one.amount

    taken_in(fund, tmp_path, returns(one))

    assert sums(claim)[3] == one.amount
    assert {found.award for found in open_reservations()} == {award_of(claim)}
    assert prepared(fund).total == one.amount
    assert first_difference() is None


def test_a_round_does_not_give_up_what_stands_in_an_open_run():
    fund, (claim,) = reserved(1)
    round_ = approved()
    run = released(fund)

    refused = tried(round_)

    assert (refused.state, refused.failure) == (State.APPROVED, {"code": "RunIsOpen", "runs": [run.reference]})
    assert award_of(claim).version == 1
    drop_run(run=run, reason="the round comes first", by=omar(), at=LATER)
    assert tried(round_).state == State.ISSUED
    assert award_of(claim).version == 2


def test_a_round_that_was_decided_before_money_went_out_is_not_issued():
    fund, (claim,) = reserved(1)
    round_ = approved()
    run = released(fund)
    export_run(run=run, by=rana(), at=LATER)
    mark_sent(run=run, by=rana(), at=LATER)

    refused = tried(round_)

    assert (refused.state, refused.failure) == (State.APPROVED, {"code": "PaymentsMovedOn", "claims": 1})
    assert Award.objects.filter(claim=claim).count() == 1
    assert numbers(fund).reserved == 0


def test_a_round_that_was_decided_before_money_came_back_is_not_issued(tmp_path):
    fund, _ = reserved(1)
    (one,) = payments(sent(fund))
    round_ = approved()
    taken_in(fund, tmp_path, returns(one))

    refused = tried(round_)

    assert refused.failure == {"code": "PaymentsMovedOn", "claims": 1}


def test_settling_between_approval_and_issue_changes_nothing_for_the_round(tmp_path):
    fund, _ = reserved(1)
    (one,) = payments(sent(fund))
    round_ = approved()
    taken_in(fund, tmp_path, settles(one))

    assert tried(round_).state == State.ISSUED


def test_payments_before_a_day_are_told_by_claim_line_sum_and_day():
    fund, (claim,) = reserved(1)
    (one,) = payments(sent(fund))

    rows = list(paid_before(claim.programme, LATER.date()))

    assert {row[0] for row in rows} == {claim.number}
    assert {row[3] for row in rows} == {LATER.date()}
    assert sum(row[2] for row in rows) == one.amount
    assert fund.code
