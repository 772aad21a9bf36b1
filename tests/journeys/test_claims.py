"""A family comes to the desk: from the empty list to a claim that a round can take."""

import io

import pytest
from PIL import Image

from sanad.casework.claims.models import Claim
from sanad.staff.roles import Role
from tests.casework.families import place, programme, received
from tests.journeys.visit import Visit
from tests.web.people import member

pytestmark = pytest.mark.browser
BAABDA = "cod-LB32"


def photo() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (640, 480), (120, 90, 60)).save(file, "JPEG")
    return file.getvalue()


def fill(visit: Visit, **fields: str) -> None:
    for name, text in fields.items():
        visit.page.fill(f"[name='{name.replace('__', '-')}']", text)


def test_a_family_is_taken_in_and_its_claim_made_complete(visit: Visit):
    place()
    programme()
    visit.sign_in(member("Maya Rizk", Role.CASEWORKER, district=BAABDA))

    visit.go("/office/claims/")
    visit.look("claims-empty")
    take_in(visit)
    number = Claim.objects.get().number
    visit.follow(f"a[href='/office/claims/{number}/']")
    visit.look("claim-received")
    add_photo(visit)
    correct_facts(visit)
    visit.page.click(f"form[action$='/{number}/complete/'] button")
    visit.page.wait_for_selector(".tag.done")
    visit.look("claim-complete")
    visit.go("/office/claims/")
    visit.look("claims")

    assert Claim.objects.get().state == "complete"


def take_in(visit: Visit) -> None:
    """Sent too early first, and then as it should be."""
    visit.follow("main .head a.button")
    visit.look("claim-new")
    visit.enter("#id_member0-name")
    visit.page.wait_for_selector(".errors")
    visit.look("claim-new-wrong")
    fill(visit, member0__name="سميرة حداد", member0__latin_name="Samira Haddad", member0__phone="03 123 456")
    fill(visit, member1__name="جاد حداد", member1__birth_year="2014")
    fill(visit, place="حارة حريك", building="219", home="3-B", floor="3", since="2011")
    fill(visit, fact__household__people="2")
    visit.page.check("[name='fact-household-renting'][value='yes']")
    visit.enter("[name='since']")
    visit.page.wait_for_selector(".paper")
    visit.look("receipt")


def add_photo(visit: Visit) -> None:
    visit.follow("a[href$='/files/new/']")
    visit.look("file-new")
    visit.page.set_input_files("[name='file']", {"name": "درج.jpg", "mimeType": "image/jpeg", "buffer": photo()})
    visit.page.click("form.card button.button")
    visit.page.wait_for_selector(".files img")


def correct_facts(visit: Visit) -> None:
    visit.follow("a[href$='/facts/']")
    visit.look("claim-facts")
    fill(visit, fact__household__people="3")
    visit.page.click("form.stack-wide button.button")
    visit.page.wait_for_selector(".note.done")


def test_a_claim_waits_for_a_named_office_until_a_day(visit: Visit):
    claim = received_in_baabda()
    visit.sign_in(member("Maya Haddad", Role.CASEWORKER, district=BAABDA))
    page = visit.page

    visit.go(f"/office/claims/{claim.number}/hold/")
    visit.look("claim-hold")
    page.click("form.card button.button")
    page.wait_for_timeout(100)
    page.check("[name='why'][value='papers_awaited']")
    fill(visit, body="بلدية حارة حريك", review_on="2031-03-31", note="وعدوا بإفادة.")
    page.click("form.card button.button")
    page.wait_for_selector(".note.halt")
    visit.look("claim-held")
    visit.go("/office/claims/?q=samira")

    assert page.url.endswith(f"/{claim.number}/")


def received_in_baabda() -> Claim:
    place()
    return received().claim
