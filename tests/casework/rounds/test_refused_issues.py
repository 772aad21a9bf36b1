"""Between approval and issue money leaves, claims move, files are touched: then nothing is issued at all."""

import uuid
from datetime import timedelta

import pytest
from django.conf import settings

from sanad.audit.models import Event
from sanad.casework.allocations.models import Reservation
from sanad.casework.awards.models import Award, Round, State
from sanad.casework.claims.models import Claim, Why
from sanad.casework.claims.services import withdraw_claim
from sanad.casework.notices.models import Notice
from sanad.casework.rounds.deciding import have_round_issued, send_back_round
from sanad.casework.rounds.selectors import folder_of
from sanad.casework.rounds.stepping import take_next_step
from sanad.funds.models import Fund, Part
from sanad.funds.selectors import numbers_of_fund, numbers_of_parts
from sanad.funds.services import book_loss, return_money
from sanad.ledger.verification import verify_books
from tests.casework.families import maya, omar
from tests.casework.rounds_of_claims import LATER, RENTING_WITH_A_WRECK, approved, claims, fund_of, issued, work

pytestmark = pytest.mark.usefixtures("own_database")


def general(fund: Fund) -> Part:
    return fund.parts.select_related("fund").get(code="general")


def reserved(fund: Fund) -> int:
    return numbers_of_fund(numbers_of_parts(fund.parts.all()).values()).reserved


def leave(fund: Fund, amount: int) -> None:
    return_money(
        id=uuid.uuid4(), part=general(fund), amount=amount, reference="R-1", reason="asked back", by=maya(), at=LATER
    )


def tried(round_: Round) -> Round:
    have_round_issued(round_=round_, by=omar(), at=LATER)
    work()
    round_.refresh_from_db()
    return round_


def nothing_was_issued() -> bool:
    told = Notice.objects.filter(kind__in=["award_issued", "decision_issued"])
    return not (Award.objects.exists() or Reservation.objects.exists() or told.exists())


def test_beyond_the_fund_nothing_is_issued_and_the_missing_sum_is_told():
    claims(*[RENTING_WITH_A_WRECK] * 3)
    fund = fund_of(2_000_000)
    round_ = approved()
    leave(fund, 2_000_000 - round_.reserves + 700)

    refused = tried(round_)

    assert refused.state == State.APPROVED
    assert refused.failure["missing"] == 700
    assert nothing_was_issued()
    assert reserved(fund) == 0
    assert Event.objects.get(act="round.refused").facts["missing"] == 700


def test_once_money_is_there_again_the_same_round_is_issued():
    claims(*[RENTING_WITH_A_WRECK] * 3)
    fund = fund_of(2_000_000)
    round_ = approved()
    leave(fund, 2_000_000 - 1)
    tried(round_)
    again = fund_of(2_000_000, "oak")

    refused = tried(round_)
    send_back_round(round_=refused, reason="The money is in another fund now.", by=omar(), at=LATER)
    following = issued()

    assert refused.failure["code"] == "NotEnoughMoney"
    assert following.state == State.ISSUED, following.failure
    assert reserved(fund) + reserved(again) == following.reserves
    assert list(verify_books()) == []


def test_a_claim_that_is_withdrawn_after_approval_stops_the_round():
    samira, _ = claims(*[RENTING_WITH_A_WRECK] * 2)
    fund_of(2_000_000)
    round_ = approved()
    withdraw_claim(claim=samira, why=Why.FAMILY_ASKED, note="", at=LATER, by=maya())

    refused = tried(round_)

    assert (refused.state, refused.failure) == (State.APPROVED, {"code": "ClaimsMovedOn", "claims": 1})
    assert nothing_was_issued()


def test_files_that_were_touched_after_approval_are_never_issued():
    claims(RENTING_WITH_A_WRECK)
    fund_of(2_000_000)
    round_ = approved()
    awards = folder_of(round_) / "awards.parquet"
    awards.write_bytes(awards.read_bytes()[:-1] + b"\x00")

    refused = tried(round_)

    assert refused.state == State.FAILED
    assert refused.failure["code"] == "RoundWasTouched"
    assert nothing_was_issued()


def test_money_of_a_withdrawn_claim_is_free_for_the_next_round():
    samira, karim = claims(*[RENTING_WITH_A_WRECK] * 2)
    fund = fund_of(2_000_000)
    first = issued()
    withdraw_claim(claim=Claim.objects.get(pk=samira.pk), why=Why.FAMILY_ASKED, note="", at=LATER, by=maya())

    second = issued()

    assert second.state == State.ISSUED, second.failure
    assert reserved(fund) == second.reserves == first.reserves // 2
    assert list(Award.objects.filter(round=second).values_list("claim", flat=True)) == [karim.pk]


def test_a_step_that_another_worker_holds_is_left_alone_until_its_lease_runs_out():
    claims(RENTING_WITH_A_WRECK)
    fund_of(2_000_000)
    round_ = approved()
    have_round_issued(round_=round_, by=omar(), at=LATER)
    Round.objects.update(leased_until=LATER + timedelta(seconds=60))

    early = take_next_step(lambda: LATER + timedelta(seconds=59))
    late = take_next_step(lambda: LATER + timedelta(seconds=61))

    assert (early, late) == (0, 1)
    assert not list(settings.ROUNDS_ROOT.glob("*.input*"))


def test_promises_that_lost_their_money_are_given_up_by_the_next_round():
    claims(*[RENTING_WITH_A_WRECK] * 2)
    fund = fund_of(2_000_000)
    first = issued()
    lost = 2_000_000 - first.reserves // 2
    book_loss(
        id=uuid.uuid4(), part=general(fund), amount=lost, reference="C-1", reason="the bank failed", by=maya(), at=LATER
    )
    uncovered = numbers_of_fund(numbers_of_parts(fund.parts.all()).values()).uncovered

    second = issued()

    after = numbers_of_fund(numbers_of_parts(fund.parts.all()).values())
    assert uncovered > 0
    assert second.state == State.ISSUED, second.failure
    assert (after.uncovered, after.shortfall) == (0, 0)
    assert list(verify_books()) == []
