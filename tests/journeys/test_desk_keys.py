"""A page is decided with the keyboard alone; on an Arabic keyboard the keys are in the same places."""

import pytest
from playwright.sync_api import expect

from sanad.record.models import Proposal, Statement
from sanad.staff.roles import Role
from tests.journeys.visit import WAIT, Visit
from tests.web.desk.pages import TOLD, accepted, kept, proposal_of
from tests.web.people import member

pytestmark = pytest.mark.browser
ON_AN_ARABIC_KEYBOARD = """code => document.activeElement.dispatchEvent(
    new KeyboardEvent('keydown', { code, key: 'ش', bubbles: true, cancelable: true }))"""


def begin(visit: Visit) -> int:
    layer = kept()
    visit.sign_in(member("Nour Haddad", Role.RECORD_KEEPER), "desk")
    visit.go(f"/desk/pages/{layer.pk}/?p={layer.proposals.earliest('start').pk}#now")
    return layer.pk


def press(visit: Visit, key: str) -> None:
    with visit.page.expect_navigation():
        visit.page.keyboard.press(key)


def open_now(visit: Visit) -> int:
    return int(visit.page.url.partition("?p=")[2].partition("#")[0])


def test_a_page_is_decided_with_the_keyboard_alone(visit: Visit):
    begin(visit)
    while Proposal.objects.filter(state="open").exists():
        now = Proposal.objects.get(pk=open_now(visit))
        press(visit, "r" if now.kind in ("time", "commitment") else "a")
        if "#now" in visit.page.url:
            expect(visit.page.locator("#kind")).to_be_focused(timeout=WAIT)
            assert visit.page.locator("mark.now").first.is_visible()

    assert Statement.objects.count() == 5
    assert Proposal.objects.filter(state="rejected").exists()


def test_a_speaker_is_chosen_by_a_number(visit: Visit):
    begin(visit)
    proposal = proposal_of(Proposal.objects.first().layer, TOLD)
    visit.go(f"/desk/pages/{proposal.layer_id}/?p={proposal.pk}#now")
    visit.page.keyboard.press("s")
    visit.look("desk-keys-speaker")
    press(visit, "1")

    assert Statement.objects.get().speaker.label == "Huda Saab"


def test_next_and_previous_help_and_escape(visit: Visit):
    begin(visit)
    first = open_now(visit)
    press(visit, "j")
    second = open_now(visit)
    press(visit, "k")
    visit.page.keyboard.press("?")
    visit.look("desk-keys")
    assert visit.page.locator("details.keys").get_attribute("open") is not None
    visit.page.keyboard.press("Escape")

    assert (open_now(visit), second != first) == (first, True)
    assert visit.page.locator("details.keys").get_attribute("open") is None


def test_while_somebody_types_or_holds_control_nothing_is_decided(visit: Visit):
    begin(visit)
    proposal = proposal_of(Proposal.objects.first().layer, TOLD)
    visit.go(f"/desk/pages/{proposal.layer_id}/?p={proposal.pk}#now")
    visit.page.keyboard.press("s")
    visit.page.focus("#id_name")
    visit.page.keyboard.type("a r")
    visit.page.keyboard.press("Escape")
    visit.page.keyboard.press("Alt+r")
    visit.page.keyboard.press("Control+j")

    assert visit.page.input_value("#id_name") == "a r"
    assert not Proposal.objects.exclude(state="open").exists()


def test_an_arabic_keyboard_has_the_keys_in_the_same_places(visit: Visit):
    begin(visit)
    with visit.page.expect_navigation():
        visit.page.evaluate(ON_AN_ARABIC_KEYBOARD, "KeyR")

    assert Proposal.objects.get(state="rejected")


def test_turned_off_a_letter_does_nothing(visit: Visit):
    begin(visit)
    visit.page.keyboard.press("?")
    visit.follow("details.keys button")
    visit.look("desk-keys-off")
    visit.page.keyboard.press("r")
    visit.page.keyboard.press("j")

    assert not Proposal.objects.exclude(state="open").exists()


def test_words_are_set_right_split_and_taken_back_by_keys(visit: Visit):
    begin(visit)
    proposal = proposal_of(Proposal.objects.first().layer, TOLD)
    visit.go(f"/desk/pages/{proposal.layer_id}/?p={proposal.pk}#now")
    visit.page.keyboard.press("e")
    expect(visit.page.locator("#edit_words")).to_be_focused(timeout=WAIT)
    visit.look("desk-edit")
    visit.go(f"/desk/pages/{proposal.layer_id}/?p={proposal.pk}#now")
    visit.page.reload()
    visit.page.keyboard.press("x")
    visit.look("desk-split")
    visit.page.fill("#split_words", "‘There is")
    visit.page.select_option("#split_second", index=1)
    visit.enter("#split_words")
    assert [one.parts.count() for one in Statement.objects.all()] == [2]
    visit.page.wait_for_load_state()
    press(visit, "u")
    visit.look("desk-undone")
    assert Proposal.objects.get(undoes=proposal).pk == open_now(visit)


def test_a_statement_is_corrected_on_a_page_of_its_own(visit: Visit):
    begin(visit)
    made = accepted(Proposal.objects.first().layer)
    visit.go(f"/desk/statements/{made.pk}/")
    visit.follow("a[href$='/edit/']")
    visit.look("desk-correct")
    visit.page.fill("#edit_words", "nowhere at all")
    visit.follow("main form button.button")
    visit.look("desk-correct-wrong")
    visit.go(f"/desk/statements/{made.pk}/edit/")
    visit.page.select_option("#edit_who", "nobody")
    visit.follow("main form button.button")
    visit.look("desk-corrected")
    visit.go(f"/desk/statements/{made.pk}/")
    visit.look("desk-corrected-since")

    assert Statement.objects.get(revises=made).speaker is None
