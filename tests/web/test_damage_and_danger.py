"""Pages of visits, buildings and safety: who may do what, and what happens when two act at once."""

import io
import re
import uuid
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import localdate, now
from PIL import Image

from sanad.casework.assessments.models import Assessment, State
from sanad.casework.claims.models import Claim
from sanad.casework.safety.models import DangerReport, Placard, Precaution, Triage
from sanad.registry.models import Tie
from sanad.registry.services import recuse
from sanad.staff.roles import Role
from tests.casework.families import AT, maya, received
from tests.web.people import member, signed_in

BAABDA, BEIRUT = "cod-LB32", "cod-LB11"

pytestmark = pytest.mark.django_db


def visit_form(**given: str) -> dict[str, str]:
    return {"assessed_on": localdate().isoformat(), "damage": "partial", "walls-damage": "severe"} | given


def photo(name: str = "p.jpg") -> SimpleUploadedFile:
    file = io.BytesIO()
    Image.new("RGB", (40, 30), (120, 90, 60)).save(file, "JPEG")
    return SimpleUploadedFile(name, file.getvalue(), "image/jpeg")


def new_visit(claim: Claim) -> str:
    return f"/office/assessments/new/{claim.number}/"


def test_a_quantity_is_kept_in_thousandths_whatever_digits_it_was_typed_in():
    client = signed_in(member("Hadi Aoun", Role.ASSESSOR, district=BAABDA))

    client.post(new_visit(received().claim), visit_form(**{"walls-quantity": "١٤٨٫٥"}))

    assert Assessment.objects.get().elements.get().quantity == 148_500


def test_a_visit_of_another_district_is_not_there():
    client = signed_in(member("Hadi Aoun", Role.ASSESSOR, district=BEIRUT))

    answer = client.get(new_visit(received().claim))

    assert answer.status_code == 404


def test_a_caseworker_reads_visits_and_records_none():
    client = signed_in(member("Maya Khalil", Role.CASEWORKER, district=BAABDA))

    answer = client.get(new_visit(received().claim))

    assert answer.status_code == 403


def test_the_home_of_a_colleague_is_for_another_assessor():
    claim = received().claim
    hadi = member("Hadi Aoun", Role.ASSESSOR, district=BAABDA)
    recuse(user=hadi, tie=Tie.KIN, household=claim.household, at=AT, by=maya())

    answer = signed_in(hadi).post(new_visit(claim), visit_form())

    assert answer.status_code == 404
    assert not Assessment.objects.exists()


def test_whoever_saves_an_older_draft_is_told_and_overwrites_nothing():
    client = signed_in(member("Hadi Aoun", Role.ASSESSOR, district=BAABDA))
    client.post(new_visit(received().claim), visit_form())
    draft = Assessment.objects.get()
    address = f"/office/assessments/{draft.reference}/change/"

    client.post(address, visit_form(version="1", **{"walls-quantity": "10"}))
    second = client.post(address, visit_form(version="1", **{"walls-quantity": "20"}))

    assert "Somebody else saved the draft meanwhile" in second.content.decode()
    assert 'value="20"' in second.content.decode()
    assert draft.elements.get().quantity == 10_000


def test_a_visit_is_confirmed_once():
    client = signed_in(member("Hadi Aoun", Role.ASSESSOR, district=BAABDA))
    client.post(new_visit(received().claim), visit_form())
    address = f"/office/assessments/{Assessment.objects.get().reference}/confirm/"

    client.post(address)
    answer = client.post(address, follow=True)

    assert Assessment.objects.get().state == State.CONFIRMED
    assert "changed or confirmed meanwhile" in answer.content.decode()


def test_a_file_that_lies_about_its_type_is_refused_at_its_field():
    client = signed_in(member("Hadi Aoun", Role.ASSESSOR, district=BAABDA))
    client.post(new_visit(received().claim), visit_form())
    address = f"/office/assessments/{Assessment.objects.get().reference}/"
    liar = SimpleUploadedFile("p.jpg", b"<script>alert(1)</script>", "image/jpeg")

    answer = client.post(address, {"id": str(uuid.uuid4()), "part": "walls", "file": liar})

    assert "neither a photo" in answer.content.decode()


def test_a_photo_is_shown_in_a_box_of_its_own():
    client = signed_in(member("Hadi Aoun", Role.ASSESSOR, district=BAABDA))
    client.post(new_visit(received().claim), visit_form())
    draft = Assessment.objects.get()
    client.post(f"/office/assessments/{draft.reference}/", {"id": str(uuid.uuid4()), "part": "", "file": photo()})

    answer = client.get(f"/office/assessments/{draft.reference}/photos/{draft.photos.get().file_id}/")

    assert answer["Content-Type"] == "image/jpeg"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"


def danger(claim: Claim) -> DangerReport:
    client = signed_in(member("Maya Khalil", Role.CASEWORKER, district=BAABDA))
    told = {"id": str(uuid.uuid4()), "words": "Cracks in the columns", "reporter": "resident", "contact": ""}
    client.post(f"/office/buildings/{claim.dwelling.building.reference}/danger/", told)
    return DangerReport.objects.get()


def test_danger_told_at_the_desk_waits_for_the_safety_officer_of_the_district():
    sami = member("Sami Nasr", Role.SAFETY_OFFICER, district=BAABDA)

    report = danger(received().claim)

    assert report.owner == sami
    assert report.reference in signed_in(sami).get("/office/safety/").content.decode()


def test_the_second_officer_is_told_how_the_first_sorted_a_report():
    report = danger(received().claim)
    sami, rana = (member(name, Role.SAFETY_OFFICER, district=BAABDA) for name in ("Sami Nasr", "Rana Saab"))
    address = f"/office/safety/{report.reference}/"

    signed_in(sami).post(address, {"triage": Triage.INSPECTION})
    answer = signed_in(rana).post(address, {"triage": Triage.NO_DANGER}, follow=True)

    report.refresh_from_db()
    assert report.triage == Triage.INSPECTION
    assert "Sami Nasr sorted the report before you" in answer.content.decode()


def test_a_building_that_waits_for_an_engineer_says_since_when():
    report = danger(received().claim)
    sami = member("Sami Nasr", Role.SAFETY_OFFICER, district=BAABDA)
    later = now() - timedelta(days=3)
    signed_in(sami).post(f"/office/safety/{report.reference}/", {"triage": Triage.INSPECTION})

    fresh = signed_in(sami).get("/office/safety/").content.decode()
    DangerReport.objects.update(told_at=later)
    waiting = signed_in(sami).get("/office/safety/").content.decode()

    assert "days ago" not in fresh
    assert re.search(r"\b3\b[^\d]*days ago", waiting)


def test_an_engineer_reads_the_board_and_sorts_nothing():
    report = danger(received().claim)
    client = signed_in(member("Nader Fares", Role.ENGINEER, district=BAABDA))

    client.post(f"/office/safety/{report.reference}/", {"triage": Triage.NO_DANGER})

    report.refresh_from_db()
    assert report.triage == Triage.WAITING


def test_a_building_of_another_district_is_not_there():
    building = received().claim.dwelling.building
    client = signed_in(member("Nader Fares", Role.ENGINEER, district=BEIRUT))

    answers = [client.get(f"/office/buildings/{building.reference}/{page}") for page in ("", "placard/", "danger/")]

    assert [answer.status_code for answer in answers] == [404, 404, 404]


def test_a_second_engineer_does_not_cover_a_placard_unseen():
    building = received().claim.dwelling.building
    client = signed_in(member("Nader Fares", Role.ENGINEER, district=BAABDA))
    address = f"/office/buildings/{building.reference}/placard/"
    blank = {"photo_id": str(uuid.uuid4()), "seen": "", "colour": "green", "reason": "", "review_at": ""}

    client.post(address, blank)
    answer = client.post(address, blank | {"photo_id": str(uuid.uuid4())}, follow=True)

    assert Placard.objects.count() == 1
    assert "marked the building meanwhile" in answer.content.decode()


def test_a_red_placard_stands_on_a_reason_a_review_and_a_photo():
    building = received().claim.dwelling.building
    client = signed_in(member("Nader Fares", Role.ENGINEER, district=BAABDA))
    address = f"/office/buildings/{building.reference}/placard/"
    bare = {"photo_id": str(uuid.uuid4()), "seen": "", "colour": "red", "reason": "", "review_at": ""}
    review = (localdate() + timedelta(days=30)).isoformat()

    refused = client.post(address, bare).content.decode()
    client.post(address, bare | {"reason": "cracked", "review_at": review, "photo": photo()})

    assert refused.count("A red placard stands on evidence") == 2
    assert Placard.objects.get().colour == "red"


def test_everybody_is_kept_out_and_let_in_again_by_the_safety_officer():
    building = received().claim.dwelling.building
    client = signed_in(member("Sami Nasr", Role.SAFETY_OFFICER, district=BAABDA))
    address = f"/office/buildings/{building.reference}/precaution/"

    client.post(address, {"reason": "cracked", "hours": "73"})
    client.post(address, {"reason": "cracked", "hours": "72"})
    client.post(f"{address}end/")

    assert Precaution.objects.get().state == "officer"
