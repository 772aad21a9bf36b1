"""An allowance ends by a decision of two persons, told before the day, that the rules read as a fact."""

import uuid
from datetime import date, timedelta

import pytest
from django.db import IntegrityError

from sanad.casework.awards.ending import (
    AlreadyDecided,
    EndingRefused,
    NewEnding,
    approve_ending,
    lines_that_may_end,
    propose_ending,
    refuse_ending,
)
from sanad.casework.awards.models import LineEnding, WhyEnded
from sanad.casework.awards.selectors import award_of, payable_of
from sanad.casework.claims.models import Claim
from sanad.casework.claims.selectors import facts_now
from sanad.casework.notices.models import Notice
from sanad.casework.rounds.falling_due import fall_due
from sanad.registry.models import Tie
from sanad.registry.selectors import Recused
from sanad.registry.services import recuse
from sanad.staff.models import User
from tests.at_once import at_once
from tests.casework.families import maya, omar
from tests.casework.rounds_of_allowances import AT, MONTH, a_family_without_a_home, issued_round

pytestmark = pytest.mark.usefixtures("own_database")
FIFTEENTH_OF_JULY = date(2026, 7, 15)


def proposed(claim: Claim, ends_on: date = FIFTEENTH_OF_JULY, id: uuid.UUID | None = None) -> LineEnding:
    new = NewEnding(id or uuid.uuid4(), claim, "shelter", ends_on, WhyEnded.LIVES_IN_OWN_HOME, "زرناهم في بيتهم")
    return propose_ending(new=new, at=AT, by=maya())


def rana() -> User:
    found = User.objects.filter(email="rana@example.org").first()
    return found or User.objects.create_user("rana@example.org", "Rana Saad")


def test_a_second_person_decides_and_the_allowance_ends_with_that_month():
    samira = a_family_without_a_home()
    round_ = issued_round()
    approve_ending(ending=proposed(samira), at=AT, by=omar())

    fall_due(round_=round_, on=date(2026, 10, 1), at=AT)

    standing = award_of(samira)
    assert standing is not None
    assert payable_of(standing, date(2026, 10, 1))["shelter"] == 6 * MONTH
    assert facts_now(samira)["claim"][samira.number]["shelter_ended_on"] == "2026-07-15"


def test_the_family_is_told_of_the_day_and_the_reason_when_it_is_decided():
    samira = a_family_without_a_home()
    issued_round()
    ending = proposed(samira)
    before = Notice.objects.filter(kind="line_ends_by_decision").count()

    approve_ending(ending=ending, at=AT, by=omar())

    told = Notice.objects.get(kind="line_ends_by_decision")
    assert before == 0
    assert told.facts["ends_on"]["en"] == "15 July 2026"
    assert told.facts["why"]["en"] == "you live in a home of your own again"


def test_nobody_decides_what_they_proposed():
    samira = a_family_without_a_home()
    issued_round()
    ending = proposed(samira)

    with pytest.raises(EndingRefused, match="same_person"):
        approve_ending(ending=ending, at=AT, by=maya())
    with pytest.raises(IntegrityError):
        LineEnding.objects.filter(pk=ending.pk).update(state="approved", decided_by=maya(), decided_at=AT)


@pytest.mark.parametrize("days", [0, 13])
def test_a_day_that_is_too_near_is_refused(days: int):
    samira = a_family_without_a_home()
    issued_round()

    with pytest.raises(EndingRefused, match="too_soon"):
        proposed(samira, AT.date() + timedelta(days=days))


def test_whoever_waits_too_long_decides_nothing():
    samira = a_family_without_a_home()
    issued_round()
    ending = proposed(samira, AT.date() + timedelta(days=14))

    with pytest.raises(EndingRefused, match="too_soon"):
        approve_ending(ending=ending, at=AT + timedelta(days=1), by=omar())


def test_what_is_refused_changes_nothing():
    samira = a_family_without_a_home()
    issued_round()

    refuse_ending(ending=proposed(samira), at=AT, by=omar())

    assert "shelter_ended_on" not in facts_now(samira)["claim"][samira.number]
    assert not Notice.objects.filter(kind="line_ends_by_decision").exists()


def test_a_form_that_is_sent_twice_proposes_once_and_only_one_waits():
    samira, same = a_family_without_a_home(), uuid.uuid4()
    issued_round()

    first, again = proposed(samira, id=same), proposed(samira, id=same)

    assert first.pk == again.pk
    with pytest.raises(EndingRefused, match="one_waits"):
        proposed(samira)


def test_only_lines_that_the_rules_let_end_can_end():
    samira = a_family_without_a_home()
    issued_round()

    assert list(lines_that_may_end(samira)) == ["shelter"]


def test_kin_propose_and_decide_nothing():
    samira = a_family_without_a_home()
    issued_round()
    recuse(user=omar(), tie=Tie.KIN, household=samira.household, at=AT, by=maya())

    with pytest.raises(Recused):
        approve_ending(ending=proposed(samira), at=AT, by=omar())


def test_of_two_who_decide_at_once_one_is_first():
    samira = a_family_without_a_home()
    issued_round()
    ending = proposed(samira)
    acts = [lambda who=who: approve_ending(ending=ending, at=AT, by=who) for who in (omar(), rana())]

    outcomes = at_once(*acts)

    assert sorted(type(one).__name__ for one in outcomes) == ["AlreadyDecided", "NoneType"]
    assert any(isinstance(one, AlreadyDecided) and one.ending.decided_by for one in outcomes)
    assert Notice.objects.filter(kind="line_ends_by_decision").count() == 1
