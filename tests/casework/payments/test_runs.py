import uuid

import pytest
from django.db import IntegrityError, transaction

from sanad.audit.models import Event
from sanad.casework.allocations.models import Reservation
from sanad.casework.claims.models import Why
from sanad.casework.claims.services import hold_claim, withdraw_claim
from sanad.casework.notices.models import Notice
from sanad.casework.payments.models import LeftOut, PaymentPart, PaymentRun, RunState
from sanad.casework.payments.refusals import (
    ApproverIsTouched,
    FundHasNoAccount,
    MoneyWasLost,
    NotExported,
    NothingToPay,
    OtherSum,
    PreparedByYou,
    SameIdOther,
    StateHasChanged,
    ThirdPersonNeeded,
)
from sanad.casework.payments.services import (
    approve_run,
    confirm_account,
    drop_run,
    export_run,
    mark_sent,
    prepare_run,
    release_run,
)
from sanad.funds.selectors import numbers_of_fund, numbers_of_parts
from sanad.funds.services import ask_three_persons, book_loss
from sanad.ledger.verification import first_difference
from sanad.registry.models import Recusal, Tie
from tests.casework.families import maya, omar
from tests.casework.payments_of_claims import (
    approved_run,
    payments,
    prepared,
    proposed,
    rana,
    released,
    reserved,
    sent,
    with_accounts,
)
from tests.casework.rounds_of_claims import LATER, RENTING_WITH_A_WRECK, claims, fund_of, issued

pytestmark = pytest.mark.usefixtures("own_database")


def numbers(fund):
    return numbers_of_fund(numbers_of_parts(fund.parts.all()).values())


def reasons(run: PaymentRun) -> dict[str, int]:
    found: dict[str, int] = {}
    for one in LeftOut.objects.filter(run=run):
        found[one.why] = found.get(one.why, 0) + 1
    return found


def test_a_run_pays_each_household_once_with_all_that_is_set_aside_for_it():
    fund, families = reserved(3)

    run = prepared(fund)

    whole = sum(Reservation.objects.values_list("amount", flat=True))
    assert (run.payments, run.total, run.state) == (3, whole, RunState.PREPARED)
    assert [one.payee.household for one in payments(run)] == [one.household for one in families]
    assert sum(one.amount for one in payments(run)) == whole
    assert PaymentPart.objects.count() == Reservation.objects.count()
    assert numbers(fund).reserved == whole


def test_a_run_sent_twice_by_a_form_is_prepared_once():
    fund, _ = reserved(1)
    asked = {"client_id": uuid.uuid4(), "fund": fund, "up_to": None, "by": maya(), "at": LATER}

    first, second = prepare_run(**asked), prepare_run(**asked)

    assert first == second
    with pytest.raises(SameIdOther):
        prepare_run(**asked | {"up_to": 5})


def test_what_is_in_a_run_is_in_no_other():
    fund, _ = reserved(2)
    prepared(fund)

    with pytest.raises(NothingToPay) as refused:
        prepared(fund)

    assert refused.value.left_out == {}


def test_a_run_goes_up_to_a_sum_in_the_order_of_payment_and_passes_nobody_over():
    fund, families = reserved(3)
    one = prepared(fund)
    each = payments(one)[0].amount
    drop_run(run=one, reason="a try", by=maya(), at=LATER)

    run = prepared(fund, up_to=2 * each + 1)

    assert [paid.payee.household for paid in payments(run)] == [one.household for one in families[:2]]
    assert reasons(run) == {"beyond_the_sum": LeftOut.objects.filter(run=run).count()}
    with pytest.raises(NothingToPay) as refused:
        prepared(fund, up_to=1)
    assert refused.value.next_sum == each


def test_who_cannot_be_paid_now_is_left_out_with_the_reason():
    fund, families = reserved(5)
    extra, waiting, held, withdrawn, own = families
    proposed(waiting, "ACC777")
    hold_claim(
        claim=held, why=Why.WHO_SPEAKS, body="Court", review_on=LATER.date().replace(year=2027), at=LATER, by=maya()
    )
    withdraw_claim(claim=withdrawn, why=Why.FAMILY_ASKED, at=LATER, by=maya())
    Recusal.objects.create(user=rana(), household=own.household, tie=Tie.KIN, told_at=LATER, told_by=omar())

    run = prepared(fund, by=rana())

    assert [one.payee.household for one in payments(run)] == [extra.household]
    assert set(reasons(run)) == {"account_waits", "claim_held", "claim_withdrawn", "recused"}
    assert Event.objects.get(act="run.prepare").facts["left_out"] == reasons(run)


def test_a_family_without_a_confirmed_account_is_never_paid():
    fund, families = reserved(1)
    other = claims(RENTING_WITH_A_WRECK)[0]
    issued()
    account = proposed(other)

    run = prepared(fund)

    assert [one.payee.household for one in payments(run)] == [families[0].household]
    assert set(reasons(run)) == {"account_waits"}
    drop_run(run=run, reason="one more family can be paid", by=maya(), at=LATER)
    confirm_account(account=account.pk, by=omar(), at=LATER)
    assert prepared(fund).payments == 2


def test_a_fund_that_names_no_account_pays_nobody():
    fund, families = fund_of(1_000_000_00), claims(RENTING_WITH_A_WRECK)
    issued()
    with_accounts(families)

    with pytest.raises(FundHasNoAccount):
        prepared(fund)


def test_who_prepared_does_not_approve_and_the_sum_is_typed_again():
    fund, _ = reserved(1)
    run = prepared(fund)

    with pytest.raises(PreparedByYou):
        approve_run(run=run, typed_sum=run.total, by=maya(), at=LATER)
    with pytest.raises(OtherSum):
        approve_run(run=run, typed_sum=run.total + 1, by=omar(), at=LATER)
    approve_run(run=run, typed_sum=run.total, by=omar(), at=LATER)

    assert (run.state, run.approved_by) == (RunState.APPROVED, omar())
    with pytest.raises(StateHasChanged) as late:
        approve_run(run=run, typed_sum=run.total, by=rana(), at=LATER)
    assert late.value.who == "Omar Daher"


def test_above_the_sum_of_the_fund_a_third_person_releases():
    fund, _ = reserved(1)
    ask_three_persons(fund=fund, above=100, by=omar(), at=LATER)
    run = approved_run(fund)

    for again in (maya(), omar()):
        with pytest.raises(ThirdPersonNeeded):
            release_run(run=run, typed_sum=run.total, by=again, at=LATER)
    release_run(run=run, typed_sum=run.total, by=rana(), at=LATER)

    assert run.state == RunState.RELEASED
    with pytest.raises(IntegrityError), transaction.atomic():
        PaymentRun.objects.update(released_by=omar())


def test_a_rule_that_came_after_the_run_holds_for_it_and_one_that_went_still_does():
    fund, _ = reserved(1)
    run = approved_run(fund)
    ask_three_persons(fund=fund, above=100, by=omar(), at=LATER)
    with pytest.raises(ThirdPersonNeeded):
        release_run(run=PaymentRun.objects.get(), typed_sum=run.total, by=omar(), at=LATER)
    drop_run(run=run, reason="anew", by=maya(), at=LATER)
    strict = approved_run(fund)
    ask_three_persons(fund=fund, above=None, by=omar(), at=LATER)

    with pytest.raises(ThirdPersonNeeded):
        release_run(run=PaymentRun.objects.get(pk=strict.pk), typed_sum=strict.total, by=omar(), at=LATER)


def test_below_the_sum_who_approved_may_release():
    fund, _ = reserved(1)
    run = approved_run(fund)

    release_run(run=run, typed_sum=run.total, by=omar(), at=LATER)

    assert run.released_by == omar()


@pytest.mark.parametrize("by_building", [True, False])
def test_nobody_approves_or_releases_what_pays_their_own(by_building: bool):
    fund, families = reserved(1)
    run, own = prepared(fund), families[0]
    touched = {"building": own.dwelling.building} if by_building else {"household": own.household}
    Recusal.objects.create(user=omar(), **touched, tie=Tie.OWN, told_at=LATER, told_by=maya())

    with pytest.raises(ApproverIsTouched):
        approve_run(run=run, typed_sum=run.total, by=omar(), at=LATER)
    approve_run(run=run, typed_sum=run.total, by=rana(), at=LATER)
    with pytest.raises(ApproverIsTouched):
        release_run(run=run, typed_sum=run.total, by=omar(), at=LATER)


def test_a_sent_run_is_on_its_way_and_its_families_are_told():
    fund, families = reserved(3)

    run = sent(fund)

    found = numbers(fund)
    assert (found.sent, found.paid, found.reserved) == (run.total, 0, 0)
    assert {one.state for one in payments(run)} == {"sent"}
    told = Notice.objects.filter(kind="payment_sent").order_by("pk")
    assert [one.household for one in told] == [one.household for one in families]
    assert told[0].facts["reference"] == payments(run)[0].reference
    event = Event.objects.get(act="run.send")
    assert (event.rows, event.facts["total"]) == (PaymentPart.objects.count(), run.total)
    assert first_difference() is None


def test_a_run_is_sent_once_and_only_when_it_is_released_and_has_its_file():
    fund, _ = reserved(1)
    run = approved_run(fund)
    with pytest.raises(StateHasChanged):
        export_run(run=run, by=rana(), at=LATER)
    with pytest.raises(StateHasChanged):
        mark_sent(run=run, by=rana(), at=LATER)
    release_run(run=run, typed_sum=run.total, by=rana(), at=LATER)
    with pytest.raises(NotExported):
        mark_sent(run=run, by=rana(), at=LATER)
    export_run(run=run, by=rana(), at=LATER)
    mark_sent(run=run, by=rana(), at=LATER)

    with pytest.raises(StateHasChanged):
        mark_sent(run=run, by=rana(), at=LATER)

    assert Notice.objects.filter(kind="payment_sent").count() == 1


def test_money_lost_after_the_run_was_prepared_stops_it_before_the_bank_has_it():
    fund, _ = reserved(2)
    run, free = released(fund), numbers(fund).free
    given = {"reference": "COURT-5", "reason": "the bank failed", "by": omar(), "at": LATER}
    book_loss(id=uuid.uuid4(), part=fund.parts.get(), amount=free + 1, **given)

    with pytest.raises(MoneyWasLost) as refused:
        export_run(run=run, by=rana(), at=LATER)

    assert refused.value.payments == 1
    assert PaymentRun.objects.get().xml_hash == ""
    drop_run(run=run, reason="money was lost", by=rana(), at=LATER)
    again = prepared(fund)
    assert set(reasons(again)) == {"uncovered"}
