"""Money arrives: one finance officer records it, another compares it with the bank statement and confirms it."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils.timezone import localdate, now

from sanad.funds.models import AgreementKind, Fund
from sanad.funds.selectors import free_money
from sanad.funds.services import add_donor, book_loss, note_agreement, pay_fees
from sanad.staff.roles import Role
from tests.casework.families import place
from tests.funds.money import cedar_fund, earmark, general, promised, received
from tests.journeys.visit import Visit
from tests.web.codes import with_codes
from tests.web.people import member

pytestmark = pytest.mark.browser


def fund_with_history() -> Fund:
    """Money in two parts, promises, fees, and what two donors said."""
    fund = cedar_fund()
    place()
    south = earmark(fund, "south-rent", area="cod-LB32", line="rent|furniture", until=localdate() + timedelta(days=90))
    rana, salim = member("Rana Saab"), member("Salim Karam")
    received(general(fund), 17_200_000_00, rana, salim)
    received(south, 1_250_000_50, rana, salim)
    promised(general(fund), 3_127_200_00)
    pay_fees(
        id=uuid4(),
        part=general(fund),
        amount=1_200_00,
        reference="BANK-77",
        reason="رسوم التحويل عن شهر تشرين الأول",
        by=rana,
        at=now(),
    )
    donor = add_donor(code="bank", names={"en": "Bank of the North", "ar": "مصرف الشمال"}, by=None, at=now())
    said = {
        "fund": fund,
        "donor": donor,
        "said_on": localdate(),
        "source": "letter of 3 May 2026",
        "by": None,
        "at": now(),
    }
    note_agreement(kind=AgreementKind.FRAMEWORK, reference="FR-1", amount=50_000_000_00, **said)
    note_agreement(kind=AgreementKind.PLEDGE, reference="PL-1", amount=20_000_000_00, bound_on=localdate(), **said)
    return fund


def test_money_counts_once_a_second_person_has_confirmed_it(visit: Visit):
    fund = fund_with_history()
    omar = with_codes(member("Omar Daher", Role.FINANCE_OFFICER))
    mona = with_codes(member("Mona Khoury", Role.FINANCE_OFFICER))
    before = free_money(general(fund))

    visit.sign_in(omar)
    visit.go("/office/funds/")
    visit.look("funds")
    visit.follow("td a[href='/office/funds/cedar/'], th a[href='/office/funds/cedar/']")
    visit.look("fund")
    record(visit)
    visit.look("fund-waiting")
    assert free_money(general(fund)) == before

    visit.sign_out()
    visit.sign_in(mona)
    visit.go("/office/funds/")
    visit.look("funds-waiting")
    confirm(visit)
    visit.look("fund-confirmed")

    assert free_money(general(fund)) == before + 3_419_500_25


def record(visit: Visit) -> None:
    """Sent wrongly first, and then as it should be."""
    page = visit.page
    visit.follow("a.button[href$='/receipts/new/']")
    visit.look("receipt-new")
    page.fill("[name='amount']", "3.4 million")
    page.click("form.card button.button")
    page.wait_for_selector(".errors")
    visit.look("receipt-new-wrong")
    page.fill("[name='amount']", "٣٬٤١٩٬٥٠٠٫٢٥")
    page.fill("[name='bank_reference']", "IBL-2026-11-0042")
    page.fill("[name='received_on']", localdate().isoformat())
    page.select_option("[name='agreement']", "PL-1")
    page.click("form.card button.button")
    page.wait_for_selector(".note.success, .note.done")


def confirm(visit: Visit) -> None:
    page = visit.page
    visit.follow("td a[href*='/receipts/']")
    visit.look("receipt")
    page.check("[name='decision'][value='confirm']")
    page.fill("[name='amount']", "3,419,500")
    page.click("form.stack button.button")
    page.wait_for_selector(".errors")
    visit.look("receipt-other-sum")
    page.fill("[name='amount']", "3,419,500.25")
    page.click("form.stack button.button")
    page.wait_for_selector(".note.success, .note.done")


def test_a_fund_that_lost_money_says_that_it_promises_nothing(visit: Visit):
    fund = cedar_fund()
    rana, salim = member("Rana Saab"), member("Salim Karam")
    received(general(fund), 1_000_000_00, rana, salim)
    promised(general(fund), 400_000_00)
    given = {"reference": "COURT-5", "reason": "المصرف المراسل أفلس", "by": rana, "at": now()}
    book_loss(id=uuid4(), part=general(fund), amount=1_100_000_00, **given)
    visit.sign_in(member("Nabil Farah", Role.AUDITOR))

    visit.go("/office/funds/")
    visit.look("funds-lost")
    visit.go("/office/funds/cedar/")
    visit.look("fund-lost")

    assert visit.page.locator(".note.halt").count() == 1


def test_somebody_whose_programmes_no_fund_pays_for_is_told(visit: Visit):
    cedar_fund()
    visit.sign_in(member("Karim Nasr", Role.PROGRAMME_LEAD, programme="schools"))

    visit.go("/office/funds/")
    visit.look("funds-none")

    assert visit.page.locator(".empty").count() == 1
