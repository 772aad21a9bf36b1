"""Where a contractor is paid: written down in the works, confirmed in finance, and only then paid there."""

import uuid

import pytest

from sanad.casework.payments.models import Payee, PayeeAccount
from sanad.casework.payments.refusals import ProposedByYou
from sanad.casework.payments.services import confirm_account
from sanad.staff.roles import Role
from tests.casework.payments_of_claims import IBAN
from tests.casework.works.sites import LATER, house, ordered
from tests.web.people import member, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def works(tmp_path, settings) -> str:
    settings.MEDIA_ROOT = tmp_path
    return f"/office/works/{ordered(house()).reference}/"


def filled(**other: str) -> dict[str, str]:
    return {"id": str(uuid.uuid4()), "kind": "bank", "holder": "Bina Ltd", "number": IBAN, "bank": ""} | other


def test_an_engineer_writes_it_down_and_a_finance_officer_confirms_it(works: str):
    engineer = signed_in(member("Nader Fares", Role.ENGINEER))
    maya = member("Maya Aoun", Role.FINANCE_OFFICER)
    without = engineer.get(works).content.decode()

    engineer.post(f"{works}account/", filled())
    waiting = engineer.get(works).content.decode()
    proposed = PayeeAccount.objects.get()
    listed = signed_in(maya).get("/office/payments/accounts/").content.decode()
    confirm_account(account=proposed.pk, by=maya, at=LATER)

    assert "none: what is certified cannot be paid" in without
    assert "waits to be confirmed by a finance officer" in waiting
    assert proposed.payee.organisation in listed
    assert Payee.objects.get(organisation=proposed.payee.organisation).account_id == proposed.pk
    assert "Change it" in engineer.get(works).content.decode()


def test_a_wrong_number_is_told_at_its_field_and_a_second_account_waits_for_the_first(works: str):
    engineer = signed_in(member("Nader Fares", Role.ENGINEER))

    wrong = engineer.post(f"{works}account/", filled(number=f"{IBAN[:-1]}{(int(IBAN[-1]) + 1) % 10}"))
    engineer.post(f"{works}account/", filled())
    second = engineer.post(f"{works}account/", filled(holder="Other"), follow=True)

    assert "wrong letter or digit" in wrong.content.decode()
    assert "Another account of this contractor waits" in second.content.decode()
    assert PayeeAccount.objects.count() == 1


def test_a_finance_officer_who_wrote_it_down_does_not_confirm_it(works: str):
    maya = member("Maya Aoun", Role.FINANCE_OFFICER)

    signed_in(maya).post(f"{works}account/", filled())

    with pytest.raises(ProposedByYou):
        confirm_account(account=PayeeAccount.objects.get().pk, by=maya, at=LATER)
