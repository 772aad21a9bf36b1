"""A round from its preparation to issued awards, by four people, each with an account of their own."""

import pytest

from sanad.casework.awards.models import Award, Round
from sanad.staff.models import User
from sanad.staff.roles import Role
from tests.casework.rounds_of_claims import RENTING_WITH_A_WRECK, WITHOUT_A_VISIT, claims, fund_of, work
from tests.journeys.visit import Visit
from tests.web.codes import with_codes
from tests.web.people import member

pytestmark = pytest.mark.browser


def as_another(visit: Visit, user: User) -> None:
    visit.sign_out()
    visit.sign_in(user)


def test_a_round_is_prepared_approved_by_another_and_issued(visit: Visit):
    families = claims(*[RENTING_WITH_A_WRECK] * 6, WITHOUT_A_VISIT)
    fund_of(400_000)

    prepared(visit, member("Rana Saab", Role.PROGRAMME_LEAD))
    approved(visit, with_codes(member("Omar Daher", Role.FINANCE_OFFICER)))
    issued(visit)
    as_another(visit, member("Maya Rizk", Role.CASEWORKER))
    visit.go(f"/office/rounds/{page_of()}/claims/{families[0].number}/")
    visit.look("award")

    assert Award.objects.count() == len(families)
    assert Round.objects.get().state == "issued"


def page_of() -> str:
    return Round.objects.get().reference


def prepared(visit: Visit, rana: User) -> None:
    visit.sign_in(rana)
    visit.go("/office/rounds/")
    visit.look("rounds-empty")
    visit.follow("a[href$='/rounds/new/template/']")
    visit.look("round-new")
    visit.page.fill("#id_on", "2026-06-01")
    visit.follow("main form button")
    visit.look("round-asked")
    work()
    visit.page.reload()
    visit.look("round-prepared-by-you")


def approved(visit: Visit, omar: User) -> None:
    """With a wrong sum first."""
    as_another(visit, omar)
    visit.go(f"/office/rounds/{page_of()}/")
    visit.look("round-to-approve")
    visit.page.fill("#id_sum", "12")
    visit.page.click("form[action$='/approve/'] button")
    visit.page.wait_for_selector(".errors")
    visit.look("round-other-sum")
    visit.page.fill("#id_sum", f"{Round.objects.get().reserves // 100:,}")
    visit.page.click("form[action$='/approve/'] button")
    visit.page.wait_for_selector("form[action$='/issue/']")
    visit.look("round-approved")


def issued(visit: Visit) -> None:
    visit.follow("form[action$='/issue/'] button")
    work()
    visit.go(f"/office/rounds/{page_of()}/")
    visit.look("round-issued")
    visit.go(f"/office/rounds/{page_of()}/ending/incomplete/")
    visit.look("round-ending")
    visit.go("/office/rounds/")
    visit.look("rounds")
