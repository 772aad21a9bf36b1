"""A list of accounts at once: by two persons like one account, all or none."""

import uuid

import pytest

from sanad.audit.models import Event
from sanad.casework.claims.models import Claim
from sanad.casework.payments.accounts import AccountRefused, NewAccount
from sanad.casework.payments.models import PayeeAccount
from sanad.casework.payments.refusals import AccountDecided, ProposedByYou
from sanad.casework.payments.selectors import account_of
from sanad.casework.payments.services import Proposed, confirm_account, confirm_accounts, propose_accounts
from sanad.registry.models import Tie
from sanad.registry.selectors import Recused
from sanad.registry.services import recuse
from tests.casework.families import maya, omar
from tests.casework.payments_of_claims import IBAN
from tests.casework.rounds_of_claims import LATER, RENTING_WITH_A_WRECK, claims

pytestmark = pytest.mark.django_db


def proposed(families: list[Claim], number: str = IBAN) -> list[PayeeAccount]:
    new = [Proposed(uuid.uuid4(), one.household, NewAccount("bank", "صاحب الحساب", number)) for one in families]
    return propose_accounts(new=new, by=maya(), at=LATER)


def test_a_second_person_confirms_them_all():
    families = claims(RENTING_WITH_A_WRECK, RENTING_WITH_A_WRECK)

    accounts = proposed(families)
    before = [account_of(one.household) for one in families]
    confirm_accounts(accounts=accounts, by=omar(), at=LATER)

    assert before == [(None, account) for account in accounts]
    assert [account_of(one.household) for one in families] == [(account, None) for account in accounts]
    assert {event.rows for event in Event.objects.filter(act__startswith="accounts.")} == {2}


def test_nobody_confirms_the_own_list():
    accounts = proposed(claims(RENTING_WITH_A_WRECK))

    with pytest.raises(ProposedByYou):
        confirm_accounts(accounts=accounts, by=maya(), at=LATER)


def test_one_wrong_number_leaves_nothing_written():
    families = claims(RENTING_WITH_A_WRECK, RENTING_WITH_A_WRECK)

    with pytest.raises(AccountRefused):
        proposed(families, IBAN[:-1] + "9")

    assert not PayeeAccount.objects.exists()


def test_one_that_was_decided_meanwhile_leaves_the_others_waiting():
    families = claims(RENTING_WITH_A_WRECK, RENTING_WITH_A_WRECK)
    first, second = proposed(families)
    confirm_account(account=first.pk, by=omar(), at=LATER)

    with pytest.raises(AccountDecided):
        confirm_accounts(accounts=[first, second], by=omar(), at=LATER.replace(hour=10))

    assert account_of(families[1].household) == (None, second)


def test_a_list_with_kin_in_it_is_refused():
    families = claims(RENTING_WITH_A_WRECK)
    recuse(user=maya(), tie=Tie.KIN, household=families[0].household, at=LATER, by=omar())

    with pytest.raises(Recused):
        proposed(families)
