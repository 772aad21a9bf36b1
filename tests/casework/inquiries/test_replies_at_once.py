from functools import partial

from sanad.audit.models import Event
from sanad.casework.inquiries.models import Inquiry, Reply
from sanad.casework.inquiries.services import AlreadyAnswered, reply
from tests.at_once import at_once
from tests.casework.families import maya, omar
from tests.casework.inquiries.asked import SOON, a_claim, question
from tests.casework.rounds_of_claims import LATER


def test_of_two_caseworkers_at_once_one_answers_and_the_other_is_told_who(own_database: str):
    asked = question(a_claim())
    officers = [maya(), omar()]
    copies = [Inquiry.objects.get(pk=asked.pk) for _ in officers]

    acts = [
        partial(reply, inquiry=copy, words=f"From {officer.name}", then=SOON, by=officer, at=LATER)
        for copy, officer in zip(copies, officers, strict=True)
    ]
    found = at_once(*acts)

    won = [one for one in found if isinstance(one, Reply)]
    lost = [one for one in found if isinstance(one, AlreadyAnswered)]
    assert (len(won), len(lost)) == (1, 1), found
    assert lost[0].inquiry.answered_by == won[0].by
    assert asked.replies.count() == 2
    assert Event.objects.filter(act="inquiry.reply").count() == 1


def test_without_the_guard_both_would_answer(own_database: str, monkeypatch):
    asked = question(a_claim())
    monkeypatch.setattr("sanad.casework.inquiries.replying._take", lambda *_given: None)

    for officer in (maya(), omar()):
        reply(inquiry=asked, words="From me", then=SOON, by=officer, at=LATER)

    assert asked.replies.count() == 3
