"""The whole way in a browser, by four people: a new family, the visit to its home, a round, an award with its money."""

import re

import pytest

from sanad.casework.allocations.models import Reservation
from sanad.casework.awards.models import Award, Round
from sanad.casework.claims.models import Claim
from sanad.rulebook.reading import load_programme
from sanad.rulebook.services import freeze_rules
from sanad.staff.models import User
from sanad.staff.roles import Role
from tests.casework.families import AT, maya, place
from tests.casework.rounds_of_claims import fund_of, work
from tests.health.tree import ROOT
from tests.journeys.test_claims import BAABDA, fill
from tests.journeys.test_rounds import as_another
from tests.journeys.visit import Visit
from tests.web.codes import with_codes
from tests.web.people import member

pytestmark = pytest.mark.browser
PROGRAMME = "demo-southern-suburbs"


def programme_with_a_fund() -> None:
    """A programme in force, and nobody's claim."""
    place()
    freeze_rules(declared=load_programme(ROOT / "programmes" / PROGRAMME), prefix="SSP", at=AT, by=maya())
    fund_of(5_000_000, programme=PROGRAMME)


def test_a_family_comes_to_the_desk_and_its_award_is_issued_with_money_behind_it(visit: Visit):
    programme_with_a_fund()
    caseworker = member("Nada Rizk", Role.CASEWORKER, district=BAABDA)

    take_in(visit, caseworker)
    assess(visit, member("Hadi Aoun", Role.ASSESSOR, district=BAABDA))
    prepare(visit, member("Rana Saab", Role.PROGRAMME_LEAD))
    approve_and_issue(visit, with_codes(member("Omar Daher", Role.FINANCE_OFFICER)))
    as_another(visit, caseworker)
    read_award(visit)

    award = Award.objects.get()
    assert award.outcome == "award"
    assert sum(Reservation.objects.filter(award=award).values_list("amount", flat=True)) == award.due_now > 0


def number() -> str:
    return Claim.objects.get().number


def take_in(visit: Visit, caseworker: User) -> None:
    visit.sign_in(caseworker)
    visit.follow("main .head a.button")
    visit.look("spine-new-family")
    fill(visit, member0__name="سميرة حداد", member0__phone="03 123 456", member1__name="جاد حداد")
    fill(visit, place="حارة حريك", building="219", home="3-B", floor="3", since="2011")
    for fact in ("main_home", "residence_shown"):
        visit.page.check(f"[name='fact-claim-{fact}'][value='yes']")
    visit.enter("[name='since']")
    visit.page.wait_for_selector(".paper")
    visit.look("spine-receipt")


def assess(visit: Visit, assessor: User) -> None:
    as_another(visit, assessor)
    visit.go(f"/office/assessments/new/{number()}/")
    visit.page.check("[name='damage'][value='severe']")
    visit.page.check("[name='is_unfit']")
    fill(visit, area="104")
    for part, quantity in (("walls", "148"), ("floors", "96")):
        visit.page.select_option(f"[name='{part}-damage']", "severe")
        fill(visit, **{f"{part}__quantity": quantity})
    visit.follow("form.stack-wide button.button")
    visit.page.click("form[action$='/confirm/'] button")
    visit.page.wait_for_selector(".head .tag.done")
    visit.look("spine-assessed")


def prepare(visit: Visit, lead: User) -> None:
    as_another(visit, lead)
    visit.go(f"/office/rounds/new/{PROGRAMME}/")
    visit.follow("main form button")
    work()
    visit.page.reload()
    visit.look("spine-simulated")


def approve_and_issue(visit: Visit, officer: User) -> None:
    as_another(visit, officer)
    visit.look("spine-officer-work")
    visit.follow(f"a[href$='/rounds/{Round.objects.get().reference}/']")
    reserved = visit.page.inner_text(".sums .now dd bdi")
    visit.page.fill("#id_sum", re.sub(r"\s", "", reserved))
    visit.follow("form[action$='/approve/'] button")
    visit.follow("form[action$='/issue/'] button")
    work()
    visit.page.reload()
    visit.look("spine-issued")


def read_award(visit: Visit) -> None:
    visit.go(f"/office/claims/{number()}/")
    visit.look("spine-claim")
    visit.go(f"/office/rounds/{Round.objects.get().reference}/claims/{number()}/")
    visit.look("spine-award")
