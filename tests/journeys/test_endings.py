"""An allowance is ended: a caseworker proposes, a programme lead decides, and the family reads of it beforehand."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from sanad.casework.awards.models import LineEnding
from sanad.casework.notices.models import Notice
from sanad.staff.roles import Role
from tests.casework.rounds_of_allowances import a_family_without_a_home, issued_round
from tests.journeys.test_claims import BAABDA, fill
from tests.journeys.visit import Visit
from tests.web.codes import with_codes
from tests.web.people import member

pytestmark = pytest.mark.browser


def test_an_allowance_ends_by_a_decision_of_two_persons(visit: Visit):
    claim = a_family_without_a_home()
    issued_round()
    visit.sign_in(member("Maya Rizk", Role.CASEWORKER, district=BAABDA))
    visit.go(f"/office/claims/{claim.number}/")
    visit.follow("a[href$='/endings/new/']")
    visit.look("ending-new")
    propose(visit)
    visit.look("claim-with-an-ending")
    visit.sign_out()

    lead = with_codes(member("Rana Saab", Role.PROGRAMME_LEAD))
    visit.sign_in(lead)
    visit.follow(f"a[href*='/claims/{claim.number}/endings/']")
    visit.look("ending")
    visit.page.check("[name='decision'][value='approve']")
    visit.follow("form.card button.button")

    assert LineEnding.objects.get().state == "approved"
    assert Notice.objects.filter(household=claim.household, kind="line_ends_by_decision").exists()


def propose(visit: Visit) -> None:
    """Too soon at first, and then on a day that leaves the family time."""
    visit.page.check("[name='line'][value='shelter']")
    visit.page.check("[name='why'][value='lives_in_own_home']")
    fill(visit, ends_on=localdate().isoformat(), note="زرناهم في بيتهم الجديد في 3 أيار.")
    visit.follow("form.card button.button")
    visit.look("ending-too-soon")
    fill(visit, ends_on=(localdate() + timedelta(days=30)).isoformat())
    visit.follow("form.card button.button")
