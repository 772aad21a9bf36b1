"""From a reserved award to what the bank paid and sent back: accounts, a run of three persons, a bank statement."""

from pathlib import Path

import pytest

from sanad.casework.payments.models import Payment, PaymentRun
from sanad.casework.payments.selectors import payments_of
from sanad.funds.models import Fund
from sanad.funds.services import ask_three_persons
from sanad.staff.models import User
from sanad.staff.roles import Role
from tests.casework.bank_statements import numbers, returns, settles, written
from tests.casework.families import omar
from tests.casework.payments_of_claims import IBAN, paying_fund, with_accounts
from tests.casework.rounds_of_claims import LATER, RENTING_WITH_A_WRECK, claims, issued
from tests.journeys.visit import Visit
from tests.web.codes import with_codes
from tests.web.people import member

pytestmark = pytest.mark.browser


def officer(name: str) -> User:
    return with_codes(member(name, Role.FINANCE_OFFICER))


def test_a_family_is_paid_by_three_persons_and_the_bank_says_so(visit: Visit, tmp_path: Path):
    fund, families = paying_fund(), claims(*[RENTING_WITH_A_WRECK] * 3)
    ask_three_persons(fund=fund, above=100_00, by=omar(), at=LATER)
    issued()
    with_accounts(families[:2])
    dalia = member("Dalia Aoun", Role.CASEWORKER)
    hadi, mona, salim = (officer(name) for name in ("Hadi Saab", "Mona Khoury", "Salim Karam"))

    write_down_an_account(visit, dalia, families[2].number)
    confirm_the_account(visit, mona)
    run = prepare(visit, hadi, fund)
    approve(visit, mona, run)
    release_and_send(visit, salim, run)
    first, second, third = Payment.objects.order_by("pk")
    lines = [settles(first), settles(second), returns(third), (-5_00, "CHARGE", "رسوم"), (900_00, "Karim", "هبة")]
    take_in(visit, written(lines), tmp_path)
    decide_about_the_fee(visit)

    found = numbers(fund)
    assert (found.paid, found.reserved) == (first.amount + second.amount, third.amount)
    assert (found.fees, found.suspense, found.sent) == (5_00, 900_00, 0)
    assert [one.state for one in payments_of(families[0])] == ["settled"]


def write_down_an_account(visit: Visit, dalia: User, number: str) -> None:
    """With a wrong digit first."""
    visit.sign_in(dalia)
    visit.go(f"/office/claims/{number}/")
    visit.look("claim-without-account")
    visit.follow(f"a[href='/office/claims/{number}/account/']")
    visit.look("account-new")
    visit.page.fill("[name='holder']", "سميرة حداد")
    visit.page.fill("[name='number']", IBAN[:-1] + "5")
    visit.follow("form.card button.button")
    visit.look("account-wrong")
    visit.page.fill("[name='number']", "LB62 0999 0000 0001 0019 0122 9114")
    visit.follow("form.card button.button")
    visit.go(f"/office/claims/{number}/account/")
    visit.look("account-waits")
    visit.sign_out()


def confirm_the_account(visit: Visit, mona: User) -> None:
    visit.sign_in(mona)
    visit.go("/office/payments/accounts/")
    visit.look("accounts")
    visit.follow("td a[href*='/accounts/']")
    visit.look("account")
    visit.page.check("[name='decision'][value='confirm']")
    visit.follow("form.stack button.button")
    visit.sign_out()


def prepare(visit: Visit, hadi: User, fund: Fund) -> PaymentRun:
    """Too little for the first family, and then all that is due."""
    visit.sign_in(hadi)
    visit.go("/office/payments/")
    visit.look("payments-none")
    visit.follow(f"a[href='/office/payments/new/{fund.code}/']")
    visit.page.fill("[name='up_to']", "1")
    visit.follow("form.card button.button")
    visit.look("run-new-too-little")
    visit.page.fill("[name='up_to']", "")
    visit.follow("form.card button.button")
    visit.look("run-prepared-by-you")
    visit.sign_out()
    return PaymentRun.objects.get()


def approve(visit: Visit, mona: User, run: PaymentRun) -> None:
    visit.sign_in(mona)
    visit.look("work-finance")
    visit.go(f"/office/payments/runs/{run.reference}/")
    type_the_sum(visit, "1")
    visit.look("run-other-sum")
    type_the_sum(visit, f"{run.total / 100:.2f}")
    visit.look("run-third-needed")
    assert visit.page.locator("button[disabled]").count() == 1
    visit.sign_out()


def type_the_sum(visit: Visit, text: str) -> None:
    visit.page.fill("[name='sum']", text)
    visit.follow("form.stack button.button")


def release_and_send(visit: Visit, salim: User, run: PaymentRun) -> None:
    page = visit.page
    visit.sign_in(salim)
    visit.go(f"/office/payments/runs/{run.reference}/")
    type_the_sum(visit, f"{run.total / 100:.2f}")
    visit.look("run-released")
    with page.expect_download() as downloaded:
        page.click("form[action*='/files/xml/'] button")
    assert downloaded.value.suggested_filename == f"{run.reference}.xml"
    visit.go(f"/office/payments/runs/{run.reference}/")
    visit.look("run-exported")
    visit.follow("form[action$='/sent/'] button")
    visit.look("run-sent")


def take_in(visit: Visit, text: str, folder: Path) -> None:
    """With a sum that does not add up first, then only looked at, then taken in, and once more."""
    good, wrong = folder / "bank.csv", folder / "wrong.csv"
    good.write_text(text, encoding="utf-8")
    wrong.write_text(text.replace("closing,", "closing,1"), encoding="utf-8")
    visit.go("/office/payments/statements/")
    visit.look("statements-none")
    visit.follow("a.button[href*='/statements/new/']")
    send(visit, wrong, "take")
    visit.look("statement-wrong")
    send(visit, good, "check")
    visit.look("statement-checked")
    send(visit, good, "take")
    visit.look("statement")
    visit.go("/office/payments/statements/new/cedar/")
    send(visit, good, "take")
    visit.look("statement-again")


def send(visit: Visit, file: Path, button: str) -> None:
    visit.page.set_input_files("[name='file']", file)
    visit.follow(f"button[name='{button}']")


def decide_about_the_fee(visit: Visit) -> None:
    page = visit.page
    visit.go("/office/payments/suspense/")
    visit.look("suspense")
    visit.follow("tbody tr:first-child td a[href*='/suspense/']")
    visit.look("suspense-line")
    page.check("[name='kind'][value='fees']")
    page.fill("[name='reason']", "اتصل المصرف في 3 حزيران")
    visit.follow("form.stack button.button")
    visit.look("suspense-decided")
    visit.go("/office/payments/")
    visit.look("payments")
    visit.go("/office/funds/cedar/")
    visit.look("fund-with-payments")
