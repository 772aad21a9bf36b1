import threading
import uuid
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from django.db import connection
from pytest_django import Settings

from sanad.audit.models import Event
from sanad.audit.sealing import seal_all
from sanad.casework.inquiries.models import Kind as Question
from sanad.casework.inquiries.services import Next, ask, reply
from sanad.casework.safety.services import end_precaution
from sanad.casework.works.models import Halt
from sanad.casework.works.reasons import Ending
from sanad.casework.works.services import close_order, end_halt, extend_halt
from sanad.funds.models import AgreementKind
from sanad.funds.services import add_donor, note_agreement
from sanad.outcomes.checking import check, standing_links
from sanad.outcomes.models import LedgerCheck, Recorded
from sanad.outcomes.position import last_position
from sanad.outcomes.recording.following import record_public_words, unrecorded
from sanad.outcomes.recording.sources import PUBLIC
from sanad.outcomes.verification import verify_outcomes
from sanad.record.verification import verify_record
from tests.casework.alarms import elias, kept_out, nadia, red
from tests.casework.families import AT, maya, omar
from tests.casework.rounds_of_claims import RENTING_WITH_A_WRECK, claims, issued
from tests.casework.works.sites import LATER, REVIEW, certified, halted, house, leila, money, ordered
from tests.funds.money import cedar_fund, general, received

pytestmark = pytest.mark.usefixtures("own_database")


@pytest.fixture(autouse=True)
def _files(tmp_path: Path, settings: Settings) -> None:
    settings.MEDIA_ROOT = tmp_path


def recorded(at: datetime = LATER) -> list[Recorded]:
    seal_all(at=at)
    record_public_words(at)
    rows = Recorded.objects.order_by("event__number")
    return list(rows.select_related("event", "statement__content", "statement__speaker", "commitment"))


def checked(at: datetime) -> list[LedgerCheck]:
    seal_all(at=at)
    position = last_position()
    check(standing_links(), position, at=at)
    return list(LedgerCheck.objects.filter(position=position.number).order_by("link"))


def on_the_day(day: date) -> datetime:
    return datetime.combine(day, time(9), UTC)


def test_a_halt_is_said_in_the_words_that_families_were_told_and_promises_a_review():
    one = halted(house())

    (found,) = recorded()

    said = found.statement
    assert (said.kind, said.speaker.label) == ("direct", "مكتب الأشغال")
    assert "الأشغال في المبنى" in said.content.exact
    assert one.reference in said.content.exact
    assert "halted since" in (said.content.layer.text or "")
    assert found.commitment is not None
    assert (found.commitment.due, found.commitment.evidence_id) == (REVIEW.isoformat(), said.pk)
    assert list(verify_record()) == []


def test_a_review_is_kept_by_the_act_that_comes_in_time_and_missed_after_its_day():
    one = halted(house())
    recorded()
    (before,) = checked(on_the_day(REVIEW - timedelta(days=1)))
    late = on_the_day(REVIEW + timedelta(days=3))
    moved = {"id": uuid.uuid4(), "to_review": REVIEW + timedelta(days=40), "words": "Still no money."}
    one = Halt.objects.get(pk=one.pk)
    extend_halt(halt=one, at=late, by=elias(), **moved)
    recorded(late)
    first, second = checked(late)

    assert (before.because, before.came) == ("not_due", "cannot_tell")
    assert (first.because, first.came) == ("seen_late", "late")
    assert (second.because, second.parameters["halt"]) == ("not_due", one.reference)
    assert list(verify_outcomes()) == []


def test_a_halt_that_nobody_looked_at_again_is_told_so():
    halted(house())
    recorded()
    money()  # some act of a later day, by which the position is of that day
    late = on_the_day(REVIEW + timedelta(days=1))
    add_donor(code="late", names={"en": "Late", "ar": "متأخر"}, by=None, at=late)

    (found,) = checked(late)

    assert (found.because, found.held) == ("not_seen", "contradicts")


def test_ordered_works_promise_a_repair_that_their_stages_keep():
    here = house()
    order = ordered(here)
    recorded()
    (begun,) = checked(LATER)
    for number in (1, 2, 3):
        certified(order, number)
    recorded()
    (done,) = checked(LATER)

    assert (begun.because, begun.parameters["building"]) == ("not_due", here.reference)
    assert {row["counted"]: row["number"] for row in done.observed} == {"orders_finished": 1, "stages_certified": 3}
    assert (done.held, done.came) == ("agrees", "kept")


def test_works_that_stand_still_are_neither_kept_nor_broken():
    here = house()
    order = ordered(here)
    certified(order, 1)
    stopped = halted(here)
    recorded()
    found = {one.query: one for one in checked(LATER)}
    end_halt(halt=Halt.objects.get(pk=stopped.pk), ending=Ending.MONEY_CAME, at=LATER, by=elias())
    again = {one.query: one for one in checked(LATER)}

    assert (found["works_on_building"].because, found["works_on_building"].came) == ("stands_still", "halted")
    assert again["works_on_building"].because == "begun"
    assert again["halt_reviewed"].because == "seen"
    assert list(verify_outcomes()) == []


def test_a_donors_pledge_is_held_against_what_arrived_under_it():
    part = general(cedar_fund())
    donor = add_donor(code="gulf", names={"en": "Gulf Relief", "ar": "إغاثة الخليج"}, by=maya(), at=AT)
    note_agreement(
        fund=part.fund,
        donor=donor,
        kind=AgreementKind.PLEDGE,
        reference="GR-1",
        amount=900_00,
        said_on=AT.date(),
        source="letter of 3 May",
        expected_by=date(2026, 5, 31),
        by=maya(),
        at=AT,
    )
    (made,) = recorded()
    late = datetime(2027, 1, 1, tzinfo=UTC)
    add_donor(code="late", names={"en": "Late", "ar": "متأخر"}, by=None, at=late)
    received(part, 900_00, maya(), omar())  # of nobody's pledge

    (found,) = checked(late)

    assert (made.statement.kind, made.statement.speaker.label) == ("reported", "إغاثة الخليج")
    assert made.commitment is not None
    assert (made.commitment.amount, made.commitment.due) == (900_00, "2026-05-31")
    assert (found.query, found.because, found.came) == ("received_by_fund", "overdue", "not_met")


def test_none_of_what_was_said_in_public_stays_unrecorded():
    here = house()
    order = ordered(here)
    certified(order, 1)
    one = halted(here)
    end_halt(halt=one, ending=Ending.MONEY_CAME, at=LATER, by=elias())
    claims(*[RENTING_WITH_A_WRECK] * 2)
    issued()

    made = recorded()

    public = Event.objects.filter(act__in=[*PUBLIC], number__isnull=False)
    assert {row.event_id for row in made} == set(public.values_list("pk", flat=True))
    assert {row.event.act for row in made} >= {"works.order", "halt.begin", "halt.end", "round.issue"}
    assert unrecorded() == []
    assert record_public_words(LATER) == 0


def test_two_workers_record_each_act_once():
    here = house()
    ordered(here)
    halted(here)
    seal_all(at=LATER)
    failed: list[BaseException] = []

    def work() -> None:
        try:
            record_public_words(LATER)
        except BaseException as error:
            failed.append(error)
        finally:
            connection.close()

    both = [threading.Thread(target=work) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    record_public_words(LATER)

    assert [error for error in failed if "locked" not in str(error)] == []
    assert Recorded.objects.count() == Event.objects.filter(act__in=[*PUBLIC]).count() == 2
    assert list(verify_record()) == []


def test_what_everybody_of_a_building_is_told_is_in_the_record_and_promises_nothing():
    here = house()
    order = ordered(here)
    certified(order, 1)
    red(here)
    close_order(order=order, words="The contractor left.", at=LATER, by=leila())

    found = {row.event.act: row for row in recorded()}

    assert found.keys() == {"works.order", "works.certify", "works.close", "placard.place"}
    assert "المرحلة" in found["works.certify"].statement.content.exact
    assert "unsafe" in (found["placard.place"].statement.content.layer.text or "")
    assert found["placard.place"].statement.speaker.label == "مكتب الأشغال"
    assert [act for act, row in found.items() if row.commitment] == ["works.order"]
    assert unrecorded() == []


def test_a_precaution_and_its_end_are_said_by_the_safety_office():
    one = kept_out(house())
    end_precaution(precaution=one, at=AT + timedelta(hours=2), by=nadia())

    begun, ended = recorded()

    assert {row.statement.speaker.label for row in (begun, ended)} == {"مكتب السلامة"}
    assert "72" in begun.statement.content.exact
    assert "انتهى الإجراء الاحترازي" in ended.statement.content.exact


def test_what_one_family_is_told_stays_between_it_and_the_office():
    (claim,) = claims(RENTING_WITH_A_WRECK)
    issued()
    asked = ask(id=uuid.uuid4(), claim=claim, kind=Question.QUESTION, words="متى؟", at=LATER)
    then = Next(on=LATER.date() + timedelta(days=30))
    reply(inquiry=asked, words="في الشهر المقبل.", then=then, by=omar(), at=LATER)
    private = {"inquiry.ask", "inquiry.reply", "claim.receive", "repair.certify", "ending.decide", "notice.told"}

    made = recorded()

    assert {row.event.act for row in made} == {"round.issue"}
    assert private & PUBLIC.keys() == set()
    assert not any(claim.number in (row.statement.content.layer.text or "") for row in made)
