"""What everybody sees: nothing yet, the first release, a second one with a correction; published by a lead."""

import pytest

from sanad.publication.models import Release
from sanad.staff.roles import Role
from tests.casework.rounds_of_claims import RENTING_WITH_A_WRECK, claims
from tests.journeys.visit import Visit
from tests.publication.releases import decided_families, own_releases
from tests.web.codes import with_codes
from tests.web.people import member

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("own_releases")]
__all__ = ["own_releases"]


def test_a_lead_publishes_and_everybody_sees_what_is_known_and_what_is_not(visit: Visit):
    decided_families()
    look_at(visit, "/", "public-empty")
    look_at(visit, "/releases/", "public-releases-empty")
    rana = with_codes(member("Rana Saab", Role.PROGRAMME_LEAD))

    visit.sign_in(rana)
    look_at(visit, "/office/releases/", "office-releases-empty")
    visit.follow("form[action$='/publish/'] button")
    visit.look("office-releases")
    visit.sign_out()
    look_at(visit, "/", "public")
    figures = visit.page.inner_text("main")

    assert Release.objects.get().published_by == rana
    assert visit.page.locator(".eight > li").count() == 8
    assert visit.page.locator(".eight .tag.unknown").count() >= 4
    assert "template" not in figures


def test_a_second_release_says_what_changed_and_what_it_corrects(visit: Visit):
    decided_families()
    rana = with_codes(member("Rana Saab", Role.PROGRAMME_LEAD))
    visit.sign_in(rana)
    visit.go("/office/releases/")
    visit.follow("form[action$='/publish/'] button")
    claims(*[RENTING_WITH_A_WRECK] * 12)

    visit.page.fill("#id_note_en", "Twelve claims of the old quarter had been left out.")
    visit.follow("form[action$='/publish/'] button")
    visit.look("office-releases-half-a-note")
    visit.page.fill("#id_note_ar", "كان اثنا عشر طلبًا من الحي القديم قد سقطت.")
    visit.follow("form[action$='/publish/'] button")
    visit.look("office-releases-two")
    visit.sign_out()
    look_at(visit, "/releases/", "public-releases")
    look_at(visit, "/releases/2/", "public-release")
    look_at(visit, "/method/", "public-method")
    look_at(visit, "/", "public-second")

    assert Release.objects.count() == 2
    assert "42" in visit.go("/releases/2/").inner_text("main")


def look_at(visit: Visit, path: str, name: str) -> None:
    visit.go(path)
    visit.look(name)
