"""A record keeper pastes a page, decides about all that is proposed of it, and follows it to its chain and question."""

from itertools import cycle

import pytest

from sanad.record.kinds import Why
from sanad.record.models import Account, Proposal, Question, Statement, TextLayer
from sanad.record.services.retractions import retract
from sanad.staff.roles import Role
from tests.journeys.visit import Visit
from tests.record.keeping.pages import PAGE
from tests.web.desk.pages import asked, by_rana, kept
from tests.web.people import member

pytestmark = pytest.mark.browser
ARABIC = """أهالي القاسمية ينتظرون المال

قالت هدى صعب: «سندفع للعائلات خلال بضعة أشهر».

وأضافت: «القائمة جاهزة». وقيل للأهالي إن «المال لم يصل بعد».
"""


def test_a_pasted_page_is_decided_to_its_last_proposal_without_a_script(visit: Visit):
    visit.sign_in(member("Nour Haddad", Role.RECORD_KEEPER), "desk")
    visit.look("desk-empty")
    visit.go("/desk/questions/")
    visit.look("desk-questions-empty")
    visit.go("/desk/pages/new/")
    visit.follow("main form button.button")
    visit.look("desk-add-wrong")
    visit.page.fill("#id_text", PAGE if visit.language == "en" else ARABIC)
    visit.follow("main form button.button")
    visit.look("desk-page")
    set_a_speaker(visit)
    decide_all(visit)
    visit.look("desk-page-decided")
    visit.go(f"/desk/statements/{Statement.objects.latest('pk').pk}/")
    visit.look("desk-statement")
    visit.follow("main a[href^='/desk/accounts/']")
    visit.look("desk-account")

    assert not Proposal.objects.filter(state="open").exists()


def set_a_speaker(visit: Visit) -> None:
    quotation = Proposal.objects.filter(kind="quotation").earliest("start")
    visit.go(f"/desk/pages/{quotation.layer_id}/?p={quotation.pk}#now")
    visit.page.click("article.proposal details summary")
    visit.follow("button[value='speaker']")
    visit.look("desk-speaker-wrong")
    visit.page.fill("#id_name", "the council")
    visit.follow("button[value='speaker']")
    assert "#now" in visit.page.url


def decide_all(visit: Visit) -> None:
    looked = False
    turns = cycle(["accept", "accept", "reject"])
    while Proposal.objects.filter(state="open").exists():
        visit.follow(f"button[value='{next(turns)}']")
        if not looked and Proposal.objects.filter(state="accepted").exists():
            visit.look("desk-page-next")
            looked = True


def test_versions_stand_side_by_side_and_say_what_was_taken_back(visit: Visit):
    layer = kept()
    question = asked(layer, versions=3)
    retract(rival_of(layer), Why.SOURCE_CORRECTED, "The families corrected it in a letter.", by_rana())
    visit.sign_in(member("Nour Haddad", Role.RECORD_KEEPER), "desk")
    visit.look("desk-list")
    visit.go("/desk/questions/")
    visit.look("desk-questions")
    visit.go(f"/desk/questions/{question.pk}/")
    visit.look("desk-question")
    visit.follow("article:last-child a[href^='/desk/statements/']")
    visit.look("desk-statement-retracted")
    visit.follow("main p a[href^='/desk/accounts/']")
    visit.look("desk-account-long")

    assert Question.objects.count() == 1


def rival_of(layer: TextLayer) -> Account:
    return layer.capture.works.get().accounts.order_by("pk")[1]
