"""A family asks on its telephone without a script, and an officer answers with the facts beside the question."""

import pytest

from sanad.casework.inquiries.models import Inquiry
from sanad.staff.roles import Role
from tests.casework.families import received
from tests.journeys.test_claims import BAABDA, photo
from tests.journeys.test_family import come_in, picture, telephone
from tests.journeys.visit import Visit
from tests.web.people import member

pytestmark = pytest.mark.browser
__all__ = ["telephone"]


def test_a_question_goes_from_the_family_to_an_officer_and_back(visit: Visit):
    given = received()

    come_in(visit, given)
    visit.page.fill("#id_words", "متى يصل بدل الإيواء؟ لم نستلم شيئًا منذ أيار.")
    visit.page.set_input_files("#id_file", {"name": "bill.jpg", "mimeType": "image/jpeg", "buffer": photo()})
    visit.follow("form[action='/family/ask/'] button.button")
    visit.look("family-asked")
    officer(visit)
    visit.go("/family/claim/")
    visit.look("family-answered")

    assert Inquiry.objects.get().state == "answered"
    assert "في 8 حزيران" in visit.page.inner_text("#questions ~ ul")


def officer(visit: Visit) -> None:
    visit.sign_in(member("Nada Rizk", Role.CASEWORKER, district=BAABDA))
    visit.look("inquiries-work")
    visit.go("/office/inquiries/")
    visit.look("inquiries")
    visit.follow("th a.link.act")
    visit.look("inquiry")
    visit.page.fill("#id_words", "تدفع جولة الصرف المقبلة بدل الإيواء في 8 حزيران.")
    visit.page.check("[name='then'][value='day']")
    visit.follow("main form button.button")
    visit.look("inquiry-wrong")
    visit.page.fill("#id_on", "2031-06-08")
    visit.follow("main form button.button")
    visit.look("inquiries-none-left")
    visit.go(f"/office/claims/{Inquiry.objects.get().claim.number}/")
    visit.look("claim-with-inquiry")


def test_a_question_is_sent_on_the_smallest_screen_without_a_script(telephone: Visit):
    come_in(telephone, received())
    telephone.page.check("[name='kind'][value='correction']")
    telephone.follow("form[action='/family/ask/'] button.button")
    picture(telephone, "family-ask-wrong-320")
    telephone.page.fill("#id_words", "اسم ابننا مكتوب خطأ")
    telephone.follow("form[action='/family/ask/'] button.button")
    picture(telephone, "family-asked-320")

    assert telephone.page.inner_text(".note.done bdi.ref") == Inquiry.objects.get().number
