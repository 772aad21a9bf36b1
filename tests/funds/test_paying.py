from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from sanad.audit.models import Event
from sanad.funds.models import Fund, Part
from sanad.funds.refusals import NotAnAccount
from sanad.funds.selectors import numbers_of_parts
from sanad.funds.services import ask_three_persons, name_account
from sanad.ledger.codes import sibling
from sanad.ledger.kinds import AccountKind
from sanad.ledger.losses import book_loss
from sanad.ledger.services import post, transfer
from sanad.staff.models import User
from tests.funds.money import AT, promised, received
from tests.ledger.books import act

pytestmark = pytest.mark.django_db
LEBANESE = "LB62 0999 0000 0001 0019 0122 9114"


def test_a_fund_names_its_own_account_as_its_bank_writes_it(part: Part, omar: User):
    name_account(fund=part.fund, holder=" Cedar  Fund ", number=LEBANESE, bank="audblbbx", by=omar, at=AT)

    fund = Fund.objects.get()
    assert (fund.holder, fund.account_number, fund.bank) == ("Cedar Fund", "LB62099900000001001901229114", "AUDBLBBX")
    assert Event.objects.get(act="fund.account").facts == {"bank": "AUDBLBBX", "ends_in": "9114"}


@pytest.mark.parametrize(
    "wrong",
    [{"holder": " "}, {"number": "1-2"}, {"number": LEBANESE[:-1] + "5"}, {"bank": "AUD"}, {"holder": "x" * 141}],
)
def test_what_no_bank_would_write_is_refused(wrong: dict[str, str], part: Part, omar: User):
    given = {"holder": "Cedar Fund", "number": LEBANESE, "bank": "AUDBLBBX"} | wrong

    with pytest.raises(NotAnAccount):
        name_account(fund=part.fund, **given, by=omar, at=AT)

    assert Fund.objects.get().account_number == ""


def test_a_fund_asks_for_three_persons_above_a_sum_of_its_own(part: Part, omar: User):
    ask_three_persons(fund=part.fund, above=1_000_00, by=omar, at=AT)

    assert Fund.objects.get().three_persons_above == 1_000_00
    with pytest.raises(IntegrityError), transaction.atomic():
        Fund.objects.update(three_persons_above=-1)


def test_money_on_its_way_is_neither_held_nor_paid(part: Part, omar: User, mona: User):
    received(part, 1_000, omar, mona)
    reserved = promised(part, 300)
    post(id=uuid4(), pending=reserved, act=act("run.send"))

    numbers = numbers_of_parts([part])[part.pk]

    assert (numbers.sent, numbers.paid, numbers.reserved, numbers.free) == (300, 0, 0, 700)


def test_money_in_suspense_is_never_free(part: Part, omar: User, mona: User):
    received(part, 1_000, omar, mona)
    promised(part, 900)
    given = {"account": part.account_id, "amount": 300, "act": act("bank.suspense")}
    book_loss(id=uuid4(), **given, to=AccountKind.SUSPENSE)

    numbers = numbers_of_parts([part])[part.pk]

    assert (numbers.suspense, numbers.lost, numbers.uncovered, numbers.free) == (300, 0, 900, 700)


def test_what_arrives_unasked_is_received_and_in_suspense(part: Part):
    names = [sibling(part.account_id, kind) for kind in (AccountKind.RECEIVED, AccountKind.SUSPENSE)]
    transfer(id=uuid4(), debit=names[0], credit=names[1], amount=50, act=act("bank.suspense"))

    numbers = numbers_of_parts([part])[part.pk]

    assert (numbers.received, numbers.suspense, numbers.free) == (50, 50, 0)
