import uuid
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from sanad.audit.models import Event
from sanad.casework.answers.awaited import AWAITED, BODIES
from sanad.casework.answers.selectors import answer_of
from sanad.casework.inquiries.days import due_on
from sanad.casework.inquiries.models import Inquiry, Kind, Reply
from sanad.casework.inquiries.nexts import checked_next
from sanad.casework.inquiries.selectors import answer_in, inquiries_within, overdue, reply_words, words_of
from sanad.casework.inquiries.services import (
    AlreadyAnswered,
    InConfidence,
    Next,
    OtherQuestion,
    QuestionRefused,
    ReplyRefused,
    ask,
    reply,
)
from sanad.casework.notices.models import Notice
from sanad.casework.notices.telling import day_told
from sanad.registry.models import Tie
from sanad.registry.selectors import Recused
from sanad.registry.services import recuse
from sanad.staff.models import Assignment
from sanad.staff.roles import Role
from sanad.staff.scopes import reach_of
from tests.casework.families import AT, maya, new_claim, omar, programme, received
from tests.casework.inquiries.asked import SOON, a_claim, lead, question
from tests.casework.rounds_of_claims import LATER, ON

pytestmark = pytest.mark.django_db


def test_a_question_is_answered_at_once_from_the_facts():
    claim = a_claim()

    asked = question(claim)

    (first,) = asked.replies.all()
    assert first.by is None
    assert first.position == answer_in(first).position > 0
    assert answer_in(first).number == claim.number
    assert (first.awaited, first.body, first.review_on) == ("a_person_reads", "caseworkers", asked.due_on)


def test_a_person_answers_within_five_working_days():
    monday, thursday = date(2026, 6, 1), date(2026, 6, 4)

    assert due_on(programme(), monday) == date(2026, 6, 8)
    assert due_on(programme(), thursday) == date(2026, 6, 11)


def test_a_weekend_of_friday_and_saturday_is_left_out(settings):
    settings.WEEKEND = {5, 6}

    assert due_on(programme(), date(2026, 6, 4)) == date(2026, 6, 11)
    assert due_on(programme(), date(2026, 6, 6)) == date(2026, 6, 11)


def test_the_words_lie_under_the_households_key():
    asked = question(a_claim(), words="أين بدل الإيواء؟")

    assert "الإيواء" not in bytes(asked.words).decode(errors="ignore")
    assert words_of(asked) == "أين بدل الإيواء؟"
    assert "الإيواء" not in str(list(Event.objects.values_list("facts", "on")))


def test_a_question_that_is_sent_twice_is_one():
    claim, id = a_claim(), uuid.uuid4()

    first = ask(id=id, claim=claim, kind=Kind.QUESTION, words="When?", at=LATER)
    again = ask(id=id, claim=claim, kind=Kind.QUESTION, words="When?", at=LATER)

    assert again == first
    assert Event.objects.filter(act="inquiry.ask").count() == 1


def test_the_id_of_another_familys_question_opens_nothing():
    claim, id = a_claim(), uuid.uuid4()
    ask(id=id, claim=claim, kind=Kind.QUESTION, words="When?", at=LATER)
    received(new_claim(home=None, household=None))

    other = a_claim()

    with pytest.raises(OtherQuestion):
        ask(id=id, claim=other, kind=Kind.QUESTION, words="When?", at=LATER)


@pytest.mark.parametrize(("words", "code"), [("  ", "no_words"), ("x" * 4_001, "too_long")])
def test_a_question_without_words_or_with_too_many_is_refused(words: str, code: str):
    claim = a_claim()

    with pytest.raises(QuestionRefused) as refused:
        question(claim, words=words)

    assert refused.value.code == code
    assert not Inquiry.objects.exists()


def test_a_reply_has_words_facts_and_a_next_day():
    asked = question(a_claim())

    answered = reply(inquiry=asked, words="تصلكم الدفعة بعد عشرة أيام.", then=SOON, by=maya(), at=LATER)

    asked.refresh_from_db()
    assert (asked.state, asked.answered_by) == ("answered", maya())
    assert reply_words(answered) == "تصلكم الدفعة بعد عشرة أيام."
    assert answer_in(answered).position == answered.position > 0
    assert Notice.objects.filter(kind="inquiry_answered").count() == 1


def test_the_answer_shows_the_question_with_its_replies():
    claim = a_claim()
    asked = question(claim)
    reply(inquiry=asked, words="Soon.", then=SOON, by=maya(), at=LATER)

    (told,) = answer_of(claim, at=LATER).questions

    assert (told.number, told.state) == (asked.number, "answered")
    assert [one.by_a_person for one in told.replies] == [False, True]
    assert told.replies[1].next_on == SOON.on


def test_a_reply_without_anything_to_hold_it_to_is_refused():
    asked = question(a_claim())

    with pytest.raises(ReplyRefused) as refused:
        reply(inquiry=asked, words="Please be patient.", then=Next(), by=maya(), at=LATER)

    assert refused.value.code == "no_next"
    assert asked.replies.count() == 1


def test_the_database_keeps_no_reply_without_its_facts():
    asked = question(a_claim())
    first = asked.replies.get()
    bare = {"inquiry": asked, "number": 2, "at": LATER, "by": maya(), "words": b"x", "answer": first.answer}

    for missing in ({"position": 1}, {"position": 0, "next_on": ON}, {"position": 1, "missing": 5}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Reply.objects.create(**bare, **missing)


def test_a_reply_is_never_changed():
    first = question(a_claim()).replies.get()

    with pytest.raises(IntegrityError), transaction.atomic():
        Reply.objects.filter(pk=first.pk).update(next_on=ON)


nexts = st.builds(
    Next,
    on=st.none() | st.dates(ON - timedelta(days=3), ON + timedelta(days=300)),
    missing=st.none() | st.integers(-2, 10**9),
    awaited=st.sampled_from(["", "unheard_of", *AWAITED]),
    body=st.sampled_from(["", "nobody", *BODIES]),
    review_on=st.none() | st.dates(ON - timedelta(days=3), ON + timedelta(days=300)),
)


@given(nexts)
def test_whatever_is_let_through_has_a_day_or_a_sum_or_an_awaited_fact(then: Next):
    try:
        checked_next(then, ON)
    except ReplyRefused:
        return

    assert then.on or (then.missing and then.missing > 0) or (then.awaited and then.body and then.review_on)
    assert all(day is None or day >= ON for day in (then.on, then.review_on))
    assert bool(then.awaited) == bool(then.body) == bool(then.review_on)


def test_a_second_person_is_told_who_answered():
    asked = question(a_claim())
    stale = Inquiry.objects.get(pk=asked.pk)
    reply(inquiry=asked, words="Soon.", then=SOON, by=maya(), at=LATER)

    with pytest.raises(AlreadyAnswered) as late:
        reply(inquiry=stale, words="Later.", then=SOON, by=omar(), at=LATER)

    assert late.value.inquiry.answered_by == maya()
    assert asked.replies.count() == 2


def test_nobody_answers_for_their_own_family():
    claim = a_claim()
    asked = question(claim)
    recuse(user=omar(), tie=Tie.KIN, household=claim.household, by=maya(), at=LATER)

    with pytest.raises(Recused):
        reply(inquiry=asked, words="Soon.", then=SOON, by=omar(), at=LATER)


def test_what_is_told_in_confidence_is_seen_by_lead_and_auditor_only():
    claim = a_claim()
    told = question(claim, Kind.ABUSE, "Somebody asked for money.")
    for user, role in ((maya(), Role.CASEWORKER), (omar(), Role.AUDITOR)):
        Assignment.objects.create(user=user, role=role, since=AT.date())

    seen = {user.name: told in inquiries_within(reach_of(user, ON)) for user in (maya(), omar(), lead())}

    assert seen == {"Maya Rizk": False, "Omar Daher": True, "Lina Khoury": True}
    assert answer_of(claim, at=LATER).questions == ()
    assert not Notice.objects.filter(kind="inquiry_received").exists()


def test_the_notice_of_a_question_tells_the_day_of_the_answer_in_words():
    asked = question(a_claim())

    facts = Notice.objects.get(kind="inquiry_received").facts

    assert facts["due_on"] == day_told(asked.due_on)


def test_what_is_told_in_confidence_is_answered_by_a_lead():
    told = question(a_claim(), Kind.ABUSE, "Somebody asked for money.")

    with pytest.raises(InConfidence):
        reply(inquiry=told, words="We look into it.", then=SOON, by=maya(), at=LATER)

    assert reply(inquiry=told, words="We look into it.", then=SOON, by=lead(), at=LATER).number == 2


def test_what_nobody_answered_by_its_day_is_overdue():
    Assignment.objects.create(user=maya(), role=Role.CASEWORKER, since=AT.date())
    asked = question(a_claim())
    reach = reach_of(maya(), ON)

    assert list(overdue(reach, asked.due_on)) == []
    assert list(overdue(reach, asked.due_on + timedelta(days=1))) == [asked]
