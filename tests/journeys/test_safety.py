"""Damage and danger, in a browser: a visit to a home, and a building that somebody fears."""

import pytest

from sanad.casework.claims.models import Claim
from sanad.casework.safety.models import DangerReport, Placard
from sanad.staff.roles import Role
from tests.casework.families import received
from tests.journeys.test_claims import BAABDA, fill, photo
from tests.journeys.visit import Visit
from tests.web.people import member

pytestmark = pytest.mark.browser


def test_an_assessor_records_a_visit_and_its_facts_stand_in_the_claim(visit: Visit):
    claim = received().claim
    visit.sign_in(member("Hadi Aoun", Role.ASSESSOR, district=BAABDA))
    page = visit.page

    visit.look("work-assessor")
    visit.go(f"/office/assessments/new/{claim.number}/")
    visit.look("assessment-new")
    page.select_option("[name='walls-damage']", "severe")
    fill(visit, walls__quantity="148.5", floors__quantity="lots")
    page.click("form.stack-wide button.button")
    page.wait_for_selector(".errors")
    visit.look("assessment-wrong")
    page.check("[name='damage'][value='partial']")
    fill(visit, floors__quantity="")
    page.click("form.stack-wide button.button")
    page.wait_for_selector(".note.done")
    page.set_input_files("[name='file']", {"name": "w.jpg", "mimeType": "image/jpeg", "buffer": photo()})
    page.select_option("[name='part']", "walls")
    page.click("form.stack button.quiet")
    page.wait_for_selector(".files img")
    visit.look("assessment-draft")
    page.click("form[action$='/confirm/'] button")
    page.wait_for_selector(".head .tag.done")
    visit.look("assessment-confirmed")
    visit.go(f"/office/claims/{claim.number}/")

    assert Claim.objects.get().assessments.get().elements.get().quantity == 148_500


def test_danger_is_told_sorted_and_marked_on_the_building(visit: Visit):
    building = received().claim.dwelling.building
    maya = member("Maya Khalil", Role.CASEWORKER, district=BAABDA)
    officer = member("Sami Nasr", Role.SAFETY_OFFICER, district=BAABDA)
    nader = member("Nader Fares", Role.ENGINEER, district=BAABDA)

    visit.sign_in(maya)
    tell_danger(visit, building.reference)
    visit.sign_out()
    visit.sign_in(officer)
    visit.look("work-safety")
    sort_report(visit)
    keep_out(visit, building.reference)
    visit.sign_out()
    visit.sign_in(nader)
    mark_red(visit, building.reference)
    visit.go("/office/buildings/")
    visit.look("buildings")

    assert Placard.objects.get().colour == "red"


def tell_danger(visit: Visit, reference: str) -> None:
    visit.go(f"/office/buildings/{reference}/danger/")
    visit.look("danger-new")
    visit.page.click("form.card button.button")
    visit.page.wait_for_selector(".errors")
    fill(visit, words="تشقّقات جديدة في أعمدة الطابق الأرضي", contact="71 000 000")
    visit.page.click("form.card button.button")
    visit.page.wait_for_selector(".note.danger")
    visit.look("building-danger")


def sort_report(visit: Visit) -> None:
    visit.go("/office/safety/")
    visit.look("safety")
    visit.go(f"/office/safety/{DangerReport.objects.get().reference}/")
    visit.look("danger")
    visit.page.check("[name='triage'][value='acute']")
    visit.page.click("form.card button.button")
    visit.page.wait_for_url("**/buildings/**")


def keep_out(visit: Visit, reference: str) -> None:
    visit.go(f"/office/buildings/{reference}/precaution/")
    visit.page.select_option("[name='reason']", "cracked")
    visit.look("precaution-new")
    visit.page.click("form.card button.button")
    visit.page.wait_for_selector("form[action$='/precaution/end/']")
    visit.look("building-kept-out")


def mark_red(visit: Visit, reference: str) -> None:
    visit.go(f"/office/buildings/{reference}/placard/")
    visit.page.check("[name='colour'][value='red']")
    visit.page.click("form.card button.button")
    visit.page.wait_for_selector(".errors")
    visit.look("placard-wrong")
    visit.page.select_option("[name='reason']", "cracked")
    fill(visit, review_at="2031-03-31")
    visit.page.set_input_files("[name='photo']", {"name": "p.jpg", "mimeType": "image/jpeg", "buffer": photo()})
    visit.page.click("form.card button.button")
    visit.page.wait_for_selector(".note.done")
    visit.look("building-red")
