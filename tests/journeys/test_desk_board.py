"""Promises, what is taken back, who was heard, and time: each page looked at, with something in it and without."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.utils.timezone import localdate

from sanad.record import ledger_column
from sanad.record.kinds import Act, Came, DueKind, Order, Strength, Way
from sanad.record.ledger_column import Amount, Held, LedgerSays, tell_ledger_by
from sanad.record.models import Agent, Commitment, Statement
from sanad.record.services.commitments import NewCommitment, add_outcome, confirm_commitment
from sanad.record.services.drafts import accept_as_proposed
from sanad.record.services.events import NewEvent, add_event
from sanad.record.services.ordering import order
from sanad.record.services.replies import NewAsking, ask_for_reply, write_reply
from sanad.record.services.retractions import ask_to_seal
from sanad.record.services.revising import wanted_again
from sanad.record.services.statements import confirm_statement
from sanad.staff.roles import Role
from tests.journeys.visit import Visit
from tests.web.codes import with_codes
from tests.web.desk.pages import LIST, PROMISE, TOLD, accepted, by_rana, kept
from tests.web.people import member

pytestmark = pytest.mark.browser


def come_in(visit: Visit) -> None:
    visit.sign_in(with_codes(member("Nour Haddad", Role.RECORD_KEEPER)), "desk")


def shown_by_a_ledger(made: Commitment) -> LedgerSays:
    return LedgerSays(
        question="What was paid until the day it was promised for?",
        query="paid_until",
        version=2,
        about="Hayy al-Rummana",
        held=Held.PARTLY,
        expected=[Amount("families", 40)],
        observed=[Amount("paid", 120_000, "USD"), Amount("confirmed", None)],
        why="12 of the families were not in the programme.",
        position=4711,
        position_hash="ab" * 32,
        ran_at=datetime(2026, 11, 20, 9, 0, tzinfo=UTC),
        is_made_up=True,
    )


def test_promises_stand_with_what_people_say_and_what_the_ledger_shows(visit: Visit, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(ledger_column, "_columns", [])
    come_in(visit)
    visit.go("/desk/commitments/")
    visit.look("desk-commitments-empty")
    layer = kept()
    ground = accepted(layer)
    accept_as_proposed(layer.proposals.get(kind="commitment"), by_rana())
    new = NewCommitment(
        "mend the stairs of the block", Act.REPAIR, Strength.AGREEMENT, made_by=ground.speaker, due_text="by April",
        due_kind=DueKind.DATED, due="2026-04", due_basis="stated", amount=90_000, currency="USD", bound="at_most",
    )  # fmt: skip
    made = confirm_commitment(new, [ground, accepted(layer, LIST)], by_rana())
    add_outcome(made, Came.PARTLY, ground.account.work, by_rana(), as_of="2026-05", note="one of two stairs")
    visit.go("/desk/commitments/")
    visit.look("desk-commitments-alone")
    visit.go(f"/desk/commitments/{made.pk}/")
    visit.look("desk-commitment-alone")
    tell_ledger_by(lambda asked: {made.pk: [shown_by_a_ledger(made)]} if made.pk in asked else {})
    visit.go("/desk/commitments/?only=passed")
    visit.look("desk-commitments")
    visit.follow("main table a")
    visit.look("desk-commitment")
    visit.follow("main form button.button:not(.quiet)")
    visit.look("desk-outcome-wrong")
    visit.page.fill("#id_statement", str(ground.pk))
    visit.follow("main form button.button:not(.quiet)")
    visit.look("desk-outcome-added")

    assert made.outcomes.count() == 2


def test_a_promise_is_written_by_hand_and_corrected(visit: Visit):
    come_in(visit)
    ground = accepted(kept())
    visit.go(f"/desk/statements/{ground.pk}/")
    visit.follow(f"a[href='/desk/statements/{ground.pk}/promise/']")
    visit.look("desk-promise-new")
    visit.follow("main form button.button")
    visit.look("desk-promise-wrong")
    visit.page.fill("#id_text", "pay the families")
    visit.follow("main form button.button")
    first = Commitment.objects.get()
    visit.follow(f"a[href='/desk/commitments/{first.pk}/edit/']")
    visit.page.select_option("#id_due_kind", "vague")
    visit.page.fill("#id_due_text", "within a few months")
    visit.page.fill("#id_amount", "8,000")
    visit.page.fill("#id_currency", "USD")
    visit.look("desk-promise-edit")
    visit.follow("main form button.button")
    visit.look("desk-promise-corrected")
    visit.go(f"/desk/commitments/{first.pk}/")
    visit.look("desk-promise-before")

    assert Commitment.objects.get(revises=first).amount == 8_000_00


def test_something_is_taken_back_and_a_page_is_sealed(visit: Visit):
    come_in(visit)
    visit.go("/desk/retractions/")
    visit.look("desk-retractions-empty")
    layer = kept()
    made, _ = accepted(layer), accepted(layer, LIST)
    visit.go(f"/desk/retract/account/{made.account_id}/")
    visit.look("desk-retract")
    visit.follow("main form button.stop")
    visit.look("desk-retract-wrong")
    visit.page.fill("#id_reason", "The families corrected it in a letter.")
    visit.follow("main form button.stop")
    visit.look("desk-retraction")
    visit.go("/desk/retractions/")
    visit.look("desk-retractions")
    ask_to_seal(layer.capture, "a witness could be known", by_rana())
    visit.go(f"/desk/captures/{layer.capture_id}/seal/")
    visit.look("desk-seal-second")
    visit.follow("main form button.stop")
    visit.look("desk-sealed")
    visit.go(f"/desk/captures/{kept('Another' + chr(10) * 2 + 'It is late.').capture_id}/seal/")
    visit.look("desk-seal-first")

    assert made.reached_by.exists()


def test_whoever_is_spoken_of_is_heard_before_they_are_shown(visit: Visit):
    come_in(visit)
    made = accepted(kept())
    person = Agent.objects.get(label="Huda Saab")
    visit.go(f"/desk/showing/agent/{person.pk}/")
    visit.look("desk-showing-unheard")
    visit.follow("form[aria-labelledby=show] button")
    visit.look("desk-showing-wrong")
    today, by = localdate(), by_rana()
    first = NewAsking("her office", Way.LETTER, today - timedelta(days=40), today - timedelta(days=20))
    second = NewAsking("her lawyer", Way.LAWYER, by.at.date() - timedelta(days=4), today + timedelta(days=20))
    ask_for_reply(person, first, by)
    write_reply(ask_for_reply(person, second, by), "I said: as soon as the council pays.", by.at.date(), by)
    visit.go(f"/desk/showing/agent/{person.pk}/")
    visit.page.select_option("#id_level", "public")
    visit.page.fill("form[aria-labelledby=show] #id_reason", "She spoke for the council.")
    visit.page.fill("#id_legal_note", "Spoken in an office, to the press.")
    visit.follow("form[aria-labelledby=show] button")
    visit.look("desk-showing-opened")
    visit.go(f"/desk/showing/statement/{made.pk}/")
    visit.look("desk-showing-statement")
    visit.go(f"/desk/showing/work/{made.account.work_id}/")
    visit.look("desk-showing-work")

    assert person.disclosures.count() == 1


def test_time_is_drawn_as_wide_as_the_text_gives_it(visit: Visit):
    come_in(visit)
    visit.go("/desk/timeline/")
    visit.look("desk-timeline-empty")
    layer = kept()
    event = add_event(NewEvent("visit", "the visit of the council", "2026-09", "stated"), by_rana())
    days = {PROMISE: "2026-09-12", LIST: "2025/2026-03", TOLD: ""}
    made = [dated(accepted(layer, words), when, event) for words, when in days.items()]
    order(made[0], Order.BEFORE, made[2], by_rana(), why="it is told so")
    visit.go(f"/desk/timeline/?layer={layer.pk}")
    visit.look("desk-timeline-page")
    visit.go("/desk/timeline/")
    visit.look("desk-timeline-events")
    visit.follow("main .lines a")
    visit.look("desk-timeline-event")

    assert Statement.objects.filter(event=event).count() == len(days)


def dated(made: Statement, when: str, event: object) -> Statement:
    new = replace(wanted_again(made), when=when, when_basis="stated" if when else "", event=event)
    return confirm_statement(new, by_rana(), revises=made)
