from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from sanad.audit.models import Event
from sanad.funds.models import Fund, Part, Receipt
from sanad.funds.refusals import AlreadyDecided, BankReferenceKnown, OtherFund, SamePerson
from sanad.funds.selectors import free_money, numbers_of_parts, receipts_to_confirm
from sanad.funds.services import add_donor, confirm_receipt, note_agreement, receive_money, refuse_receipt
from sanad.ledger.refusals import BadMovement, SameIdOtherContent
from sanad.staff.models import User
from tests.funds.money import AT, TODAY, cedar_fund, earmark, general, received, recorded

pytestmark = pytest.mark.django_db


def test_money_that_one_person_recorded_does_not_count_yet(part: Part, omar: User):
    receipt = recorded(part, 500, omar)

    assert free_money(part) == 0
    assert numbers_of_parts([part])[part.pk].awaited == 500
    assert receipts_to_confirm([part.fund]) == [receipt]


def test_money_counts_once_another_person_has_confirmed_it(part: Part, omar: User, mona: User):
    received(part, 500, omar, mona)

    assert free_money(part) == 500
    assert numbers_of_parts([part])[part.pk].received == 500
    assert receipts_to_confirm([part.fund]) == []


@pytest.mark.parametrize("decide", [confirm_receipt, refuse_receipt])
def test_who_recorded_a_receipt_does_not_decide_about_it(decide, part: Part, omar: User):
    receipt = recorded(part, 500, omar)

    with pytest.raises(SamePerson):
        decide(receipt=receipt.pk, by=omar, at=AT)

    assert free_money(part) == 0


def test_the_database_refuses_one_person_in_both_places(part: Part, omar: User):
    receipt = recorded(part, 500, omar)

    with pytest.raises(IntegrityError), transaction.atomic():
        Receipt.objects.filter(pk=receipt.pk).update(state="confirmed", decided_by=omar, decided_at=AT)


@pytest.mark.parametrize("second", [confirm_receipt, refuse_receipt])
def test_the_second_to_decide_is_told_who_was_first(second, part: Part, omar: User, mona: User):
    receipt = received(part, 500, omar, mona)

    with pytest.raises(AlreadyDecided) as refused:
        second(receipt=receipt.pk, by=mona, at=AT)

    assert (refused.value.state, refused.value.by, refused.value.at) == ("confirmed", "Mona Khoury", AT)
    assert free_money(part) == 500


def test_a_refused_receipt_never_counts_and_may_be_recorded_anew(part: Part, omar: User, mona: User):
    refuse_receipt(receipt=recorded(part, 500, omar, "BANK-1").pk, by=mona, at=AT)

    again = recorded(part, 400, omar, "BANK-1")

    assert numbers_of_parts([part])[part.pk].awaited == 400
    assert receipts_to_confirm([part.fund]) == [again]


def test_one_bank_reference_is_recorded_once_for_a_part(fund: Fund, part: Part, omar: User):
    standing = recorded(part, 500, omar, "BANK-1")

    with pytest.raises(BankReferenceKnown) as refused:
        recorded(part, 500, omar, "BANK-1")

    assert refused.value.receipt == standing.pk
    assert recorded(earmark(fund, "south", area="LB-1"), 500, omar, "BANK-1").bank_reference == "BANK-1"


def test_a_receipt_sent_twice_is_recorded_once(part: Part, omar: User):
    id = uuid4()
    first = recorded(part, 500, omar, "BANK-1", id)

    again = recorded(part, 500, omar, "BANK-1", id)

    assert again == first
    assert numbers_of_parts([part])[part.pk].awaited == 500


def test_another_receipt_under_the_same_id_is_an_error(part: Part, omar: User):
    id = uuid4()
    recorded(part, 500, omar, "BANK-1", id)

    with pytest.raises(SameIdOtherContent):
        recorded(part, 501, omar, "BANK-1", id)


@pytest.mark.parametrize("amount", [0, -5, 1.5, 2**70])
def test_a_receipt_of_no_possible_sum_is_refused(amount: object, part: Part, omar: User):
    with pytest.raises(BadMovement):
        recorded(part, amount, omar)

    assert not Receipt.objects.exists()


def test_money_of_an_agreement_goes_into_its_own_fund(part: Part, omar: User):
    donor = add_donor(code="bank", names={"en": "A Bank", "ar": "مصرف"}, by=None, at=AT)
    other = cedar_fund(code="olive")
    agreement = note_agreement(
        fund=other,
        donor=donor,
        kind="pledge",
        reference="AG-1",
        amount=5,
        said_on=TODAY,
        source="letter of 3 May",
        by=None,
        at=AT,
    )

    with pytest.raises(OtherFund):
        receive_money(
            id=uuid4(),
            part=part,
            amount=5,
            bank_reference="BANK-1",
            received_on=TODAY,
            by=omar,
            at=AT,
            agreement=agreement,
        )


def test_every_step_leaves_its_event(part: Part, omar: User, mona: User):
    received(part, 500, omar, mona)

    acts = list(Event.objects.filter(on="fund:cedar").order_by("id").values_list("act", "by__name"))

    assert acts == [("fund.open", None), ("fund.receive", "Omar Daher"), ("fund.confirm", "Mona Khoury")]


def test_each_part_holds_its_own_money(fund: Fund, omar: User, mona: User):
    south = earmark(fund, "south", area="LB-1")

    received(south, 500, omar, mona)

    assert (free_money(south), free_money(general(fund))) == (500, 0)
