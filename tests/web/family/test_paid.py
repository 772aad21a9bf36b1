"""A family says of a payment that it arrived, or that it did not."""

import pytest

from sanad.casework.claims.models import Claim
from sanad.casework.claims.services import renew_receipt
from sanad.casework.inquiries.models import Inquiry
from sanad.casework.payments.models import Payment
from tests.casework.bank_statements import returns, settles, taken_in
from tests.casework.families import maya
from tests.casework.payments_of_claims import payments, reserved, sent
from tests.casework.rounds_of_claims import LATER
from tests.web.family.families import PAGE, browser, typed
from tests.web.family.test_page import plain

pytestmark = pytest.mark.usefixtures("own_database")
PAYMENT, SENT = "/family/payment/", "/family/sent/"


def reader(claim: Claim):
    """The browser of this claim's family."""
    client = browser()
    typed(client, claim.number, renew_receipt(claim=claim, at=LATER, by=maya()).code)
    return client


def say(client, payment: Payment, arrived: str = "yes"):
    return client.post(PAYMENT, {"payment": payment.reference, "arrived": arrived}, follow=True)


@pytest.fixture
def paid(tmp_path):
    """Two families whose payments the bank has settled."""
    fund, families = reserved(2)
    found = payments(sent(fund))
    taken_in(fund, tmp_path, *[settles(one) for one in found])
    return [(claim, next(one for one in found if one.parts.get().claim == claim)) for claim in families]


def test_a_payment_asks_whether_it_arrived_and_the_family_says_yes(paid):
    claim, payment = paid[0]
    client = reader(claim)

    before = plain(client.get(PAGE))
    answer = plain(say(client, payment))
    after = plain(client.get(PAGE))

    payment.refresh_from_db()
    assert "Yes, we have it" in before
    assert "You confirmed that" in answer
    assert payment.confirmed_at
    assert "You confirmed it" in after
    assert "Yes, we have it" not in after


def test_said_twice_it_stands_as_it_was_said_first(paid):
    claim, payment = paid[0]
    client = reader(claim)
    say(client, payment)
    first = Payment.objects.get(pk=payment.pk).confirmed_at

    say(client, payment)

    assert Payment.objects.get(pk=payment.pk).confirmed_at == first


def test_a_payment_that_did_not_arrive_is_a_question_with_a_number_and_a_day(paid):
    claim, payment = paid[0]
    client = reader(claim)

    answers = [plain(say(client, payment, "no")) for _ in range(2)]

    asked = Inquiry.objects.get()
    assert (asked.kind, asked.payment) == ("not_arrived", payment.reference)
    assert all(asked.number in answer for answer in answers)
    assert "You said: not arrived" in plain(client.get(PAGE))


def test_what_was_confirmed_is_not_denied_afterwards(paid):
    claim, payment = paid[0]
    client = reader(claim)
    say(client, payment)

    say(client, payment, "no")

    assert Payment.objects.get(pk=payment.pk).denied_at is None
    assert not Inquiry.objects.exists()


def test_the_payment_of_another_family_is_not_there(paid):
    (claim, _), (_, others) = paid
    client = reader(claim)

    answer = client.post(PAYMENT, {"payment": others.reference, "arrived": "yes"})

    assert answer.status_code == 404
    assert Payment.objects.get(pk=others.pk).confirmed_at is None


@pytest.mark.parametrize("arrived", ["", "perhaps"])
def test_neither_yes_nor_no_changes_nothing(arrived: str, paid):
    claim, payment = paid[0]

    answer = reader(claim).post(PAYMENT, {"payment": payment.reference, "arrived": arrived})

    assert answer.status_code == 400
    assert Payment.objects.get(pk=payment.pk).confirmed_at is None


def test_a_payment_that_came_back_says_so_and_asks_nothing(tmp_path):
    fund, (claim,) = reserved(1)
    (one,) = payments(sent(fund))
    taken_in(fund, tmp_path, returns(one))

    words = plain(reader(claim).get(PAGE))

    assert "came back from the bank" in words
    assert "Yes, we have it" not in words


def test_a_payment_on_its_way_is_told_as_that(tmp_path):
    fund, (claim,) = reserved(1)
    sent(fund)

    words = plain(reader(claim).get(PAGE))

    assert "is on its way to you" in words
