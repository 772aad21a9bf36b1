import uuid
from functools import partial

import pytest
from django.db import IntegrityError, transaction

from sanad.casework.payments.accounts import AccountRefused, NewAccount
from sanad.casework.payments.models import Payee, PayeeAccount
from sanad.casework.payments.refusals import AccountDecided, AccountWaits, ProposedByYou, SameIdOther
from sanad.casework.payments.selectors import account_of, told_account
from sanad.casework.payments.services import (
    confirm_account,
    payee_of_household,
    payee_of_organisation,
    propose_account,
    refuse_account,
)
from sanad.registry.models import Recusal, Tie
from sanad.registry.selectors import Recused
from sanad.sheets.bank_numbers import is_iban
from tests.casework.families import maya, omar, received
from tests.casework.payments_of_claims import IBAN, proposed, rana
from tests.casework.rounds_of_claims import LATER

pytestmark = pytest.mark.django_db


@pytest.fixture
def claim():
    return received().claim


def test_an_account_counts_once_a_second_person_has_confirmed_it(claim):
    account = proposed(claim, IBAN)
    assert account_of(claim.household) == (None, account)

    confirm_account(account=account.pk, by=omar(), at=LATER)

    assert account_of(claim.household) == (account, None)
    found = told_account(PayeeAccount.objects.get())
    assert found == NewAccount("bank", "سميرة حداد", IBAN, "AUDBLBBX")


def test_who_proposed_an_account_does_not_confirm_it(claim):
    account = proposed(claim)

    for decide in (confirm_account, refuse_account):
        with pytest.raises(ProposedByYou):
            decide(account=account.pk, by=maya(), at=LATER)

    with pytest.raises(IntegrityError), transaction.atomic():
        PayeeAccount.objects.update(decision="confirmed", decided_by=maya(), decided_at=LATER)


def test_a_refused_account_leaves_the_one_before_it(claim):
    first = proposed(claim)
    confirm_account(account=first.pk, by=omar(), at=LATER)
    second = proposed(claim, "ACC2")

    refuse_account(account=second.pk, by=omar(), at=LATER)

    assert account_of(claim.household) == (first, None)
    with pytest.raises(AccountDecided) as late:
        confirm_account(account=second.pk, by=rana(), at=LATER)
    assert late.value.who == "Omar Daher"


def test_an_account_is_never_changed_only_another_is_proposed(claim):
    account = proposed(claim)

    with pytest.raises(IntegrityError), transaction.atomic():
        PayeeAccount.objects.update(number=b"other")
    with pytest.raises(AccountWaits):
        proposed(claim, "ACC2")

    assert PayeeAccount.objects.get() == account


def test_a_form_sent_twice_proposes_once(claim):
    payee, id = payee_of_household(claim.household), uuid.uuid4()
    ask = partial(propose_account, id=id, payee=payee, by=maya(), at=LATER)
    account = NewAccount("wallet", "Samira", "+961 3 123 456".replace("+", ""))

    assert ask(account=account) == ask(account=account)

    with pytest.raises(SameIdOther):
        ask(account=NewAccount("wallet", "Samira", "96171000000"))


@pytest.mark.parametrize("act", ["propose", "confirm"])
def test_nobody_decides_where_their_own_household_is_paid(claim, act: str):
    account = proposed(claim) if act == "confirm" else None
    user = omar() if account else maya()
    Recusal.objects.create(user=user, household=claim.household, tie=Tie.OWN, told_at=LATER, told_by=rana())

    with pytest.raises(Recused):
        confirm_account(account=account.pk, by=user, at=LATER) if account else proposed(claim)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"holder": " "}, "no_holder"),
        ({"holder": "x" * 141}, "no_holder"),
        ({"number": "12"}, "no_number"),
        ({"number": "12/34"}, "no_number"),
        ({"number": IBAN[:-1] + "5"}, "wrong_iban"),
        ({"bank": "AUD"}, "no_bank"),
        ({"kind": "pocket"}, "unknown_kind"),
    ],
)
def test_an_account_that_nobody_could_pay_is_refused_in_both_languages(changed: dict[str, str], code: str):
    given = {"kind": "bank", "holder": "Samira", "number": IBAN, "bank": "AUDBLBBX"} | changed

    with pytest.raises(AccountRefused) as refused:
        NewAccount(**given).plain()

    assert refused.value.code == code
    assert all(refused.value.says.values())


def test_a_number_may_be_written_with_spaces_and_with_the_digits_of_either_script():
    written = NewAccount("bank", " Samira  Haddad ", "lb62 0999 0000 0001 0019 ٠١٢٢ 9114", "audblbbx").plain()

    assert (written.number, written.holder, written.bank) == (IBAN, "Samira Haddad", "AUDBLBBX")
    assert is_iban(IBAN)


def test_an_organisation_is_a_payee_by_its_name_once():
    first = payee_of_organisation(name="Haddad & Sons", at=LATER)

    assert payee_of_organisation(name="Haddad & Sons", at=LATER) == first
    with pytest.raises(IntegrityError), transaction.atomic():
        Payee.objects.update(organisation="")
