import pytest

from sanad.casework.payments.models import Payment
from sanad.casework.payments.verification import WrongMoney, verify_payments
from tests.casework.bank_statements import returns, settles, taken_in
from tests.casework.payments_of_claims import payments, reserved, sent
from tests.casework.rounds_of_claims import LATER

pytestmark = pytest.mark.usefixtures("own_database")


def test_payments_and_books_say_the_same_and_a_touched_payment_is_found(tmp_path):
    fund, _ = reserved(4)
    run = sent(fund)
    first, second, third, last = payments(run)
    taken_in(fund, tmp_path, settles(first), returns(second), (-third.amount - 5, third.reference, ""), (7, "?", ""))
    assert list(verify_payments()) == []

    Payment.objects.filter(pk=last.pk).update(state="settled", settled_on=LATER.date())

    assert list(verify_payments()) == [
        WrongMoney("cedar", "sent", last.amount, 0),
        WrongMoney("cedar", "paid", first.amount, first.amount + last.amount),
    ]
