"""A page with two stories, from the newspaper's text to both columns of a compensation and to a source taken back.

`A_DECISION` seconds for each key that is pressed: a record keeper reads the marked place and presses one letter.
"""

from pathlib import Path

import pytest

import sanad.demo
from sanad.record.models import Commitment, Proposal, Question, Reached, Retraction, Statement
from sanad.staff.roles import Role
from tests.casework.rounds_of_claims import fund_of
from tests.journeys.test_desk_keys import open_now, press
from tests.journeys.visit import Visit
from tests.web.codes import with_codes
from tests.web.people import member

pytestmark = pytest.mark.browser
PAGE = Path(sanad.demo.__file__).parent / "pages/en/06-leaked-call.txt"
A_DECISION, FIVE_MINUTES = 3, 300


def test_a_page_is_confirmed_compared_held_against_the_ledger_and_taken_back(visit: Visit):
    fund = fund_of(5_000_00)
    visit.sign_in(with_codes(member("Nour Haddad", Role.RECORD_KEEPER)), "desk")
    import_the_page(visit)
    pressed = confirm_by_keys(visit)
    assert pressed * A_DECISION < FIVE_MINUTES
    compare_two_tellings(visit)
    hold_it_against_the_ledger(visit, fund.code)
    take_the_source_back(visit)


def import_the_page(visit: Visit) -> None:
    visit.go("/desk/pages/new/")
    visit.page.set_input_files("#id_file", PAGE)
    visit.follow("main form button.button")


def confirm_by_keys(visit: Visit) -> int:
    """Every proposal with one key: accepted, or rejected where the record gives a reason why it cannot stand."""
    layer = Proposal.objects.earliest("pk").layer_id
    visit.go(f"/desk/pages/{layer}/?p={Proposal.objects.earliest('start').pk}#now")
    pressed, refused = 0, False
    while Proposal.objects.filter(state="open").exists():
        now = open_now(visit)
        press(visit, "r" if refused else "a")
        pressed += 1
        refused = Proposal.objects.get(pk=now).state == "open"
    assert Statement.objects.count() >= 20
    return pressed


def compare_two_tellings(visit: Visit) -> None:
    """The envoy's own words, and what his government says of them, each told by somebody else."""
    first = Statement.objects.earliest("pk")
    other = Statement.objects.exclude(account=first.account).earliest("pk")
    visit.go(f"/desk/statements/{first.pk}/")
    visit.follow("a[href$='/beside/']")
    visit.look("desk-beside-new")
    visit.follow("main form.stack button")
    visit.look("desk-beside-empty")
    visit.page.fill("#id_text", "ماذا نصح المبعوث به؟" if visit.language == "ar" else "What did the envoy advise?")
    visit.page.fill("#id_summary", "He advised how to put it.")
    visit.follow("main form.stack button")
    visit.go(f"/desk/statements/{other.pk}/beside/")
    visit.follow("section[aria-labelledby=others] ul a")
    visit.page.fill("#id_summary", "Nothing of the kind was said.")
    visit.page.select_option("#id_stance", "denies")
    visit.page.select_option("#id_toward", index=1)
    visit.look("desk-beside-other")
    visit.follow("main form.stack button")
    visit.look("desk-compare")

    assert visit.page.locator(".versions article").count() == Question.objects.get().versions.count() == 2


def hold_it_against_the_ledger(visit: Visit, fund: str) -> None:
    promise = Commitment.objects.get(text__contains="arrears")
    visit.go(f"/office/commitments/{promise.pk}/")
    visit.follow("main a.button")
    visit.page.check("input[value=paid_from_fund]")
    visit.page.select_option("#id_fund", fund)
    visit.page.fill("#id_note", "The page names the fund.")
    visit.follow("main form button")
    visit.go(f"/desk/commitments/{promise.pk}/")
    visit.page.fill("#id_statement", str(promise.evidence_id))
    visit.follow("main form button.button:not(.quiet)")
    visit.look("desk-both-columns")

    assert promise.outcomes.count() == promise.links.get().checks.count() == 1


def take_the_source_back(visit: Visit) -> None:
    first = Statement.objects.earliest("pk")
    visit.go(f"/desk/retract/account/{first.account_id}/")
    visit.page.fill("#id_reason", "The newspaper corrected the story.")
    visit.follow("main form button.stop")
    visit.look("desk-source-taken-back")

    reached = Reached.objects.filter(retraction=Retraction.objects.get())
    assert reached.count() == Statement.objects.filter(account=first.account_id).count()
    visit.go(f"/desk/questions/{Question.objects.get().pk}/")
    visit.look("desk-compare-with-one-taken-back")
