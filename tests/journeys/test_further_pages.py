"""Pages that no other journey comes by: each is looked at as it is when somebody gets there."""

import pytest

from sanad.casework.assessments.models import Assessment
from sanad.casework.awards.models import Round
from sanad.casework.rounds.deciding import send_back_round
from sanad.staff.roles import Role
from tests.casework.families import omar, place, received
from tests.casework.rounds_of_claims import LATER, RENTING_WITH_A_WRECK, claims, fund_of, simulated
from tests.journeys.test_claims import BAABDA
from tests.journeys.visit import Visit
from tests.web.people import member

pytestmark = pytest.mark.browser


def test_withdrawing_a_claim_and_changing_a_visit(visit: Visit):
    place()
    claim = received().claim
    visit.sign_in(member("Hadi Aoun", Role.CASEWORKER, Role.ASSESSOR, district=BAABDA))

    visit.go(f"/office/claims/{claim.number}/withdraw/")
    visit.look("claim-withdraw")
    visit.go(f"/office/assessments/new/{claim.number}/")
    visit.page.check("[name='damage'][value='partial']")
    visit.page.select_option("[name='walls-damage']", "severe")
    visit.page.click("form.stack-wide button.button")
    visit.page.wait_for_selector(".note.done")
    visit.go(f"/office/assessments/{Assessment.objects.get().reference}/change/")
    visit.look("assessment-change")

    assert visit.page.is_checked("[name='damage'][value='partial']")


def test_a_round_that_went_back_and_one_whose_files_are_gone(visit: Visit):
    claims(RENTING_WITH_A_WRECK)
    fund_of(400_000)
    back = simulated()
    send_back_round(round_=back, reason="ينقص كشف المبنى الرابع. The survey of block 4.", by=omar(), at=LATER)
    failed = simulated()
    Round.objects.filter(pk=failed.pk).update(state="failed", failure={"code": "RoundWasTouched"})
    visit.sign_in(member("Rana Saab", Role.PROGRAMME_LEAD))

    visit.go(f"/office/rounds/{back.reference}/")
    visit.look("round-sent-back")
    visit.go(f"/office/rounds/{failed.reference}/")
    visit.look("round-failed")

    assert visit.page.is_visible(".note.danger")


@pytest.mark.look
def test_a_page_for_other_roles_says_for_which(visit: Visit):
    visit.sign_in(member("Maya Rizk", Role.CASEWORKER))

    visit.go("/office/funds/")
    visit.look("not-your-role")

    visit.faults.pop("console", None)  # the page answers 403, and the browser says so
    assert visit.page.is_visible("h1")
