from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from sanad.audit.models import Event
from sanad.casework.notices.models import Channel, Notice
from sanad.casework.notices.selectors import outbox
from sanad.casework.notices.services import Told, UnknownKind, mark_told, tell
from sanad.casework.notices.words import KINDS, sentence
from tests.casework.families import AT, maya, received

pytestmark = pytest.mark.django_db


def test_a_notice_is_told_once_by_whoever_marks_it_first():
    household = received().claim.household
    keys = list(outbox().values_list("pk", flat=True))

    first = mark_told(notices=keys, by_way_of=Channel.LETTER, by=maya(), at=AT)
    second = mark_told(notices=keys, by_way_of=Channel.MESSAGE, by=maya(), at=AT)

    assert (first, second, outbox().exists()) == (len(keys), 0, False)
    assert set(Notice.objects.values_list("sent_by", flat=True)) == {Channel.LETTER}
    event = Event.objects.get(act="notice.told")
    assert (event.on, event.facts) == (f"household:{household.reference}", {"way": "letter", "notices": len(keys)})


def test_what_a_family_was_told_is_never_changed():
    received()

    with pytest.raises(IntegrityError), transaction.atomic():
        Notice.objects.update(facts={"number": "SSP-000009-9"})
    with pytest.raises(IntegrityError), transaction.atomic():
        Notice.objects.update(written_at=AT + timedelta(days=1), sent_at=AT, sent_by=Channel.DESK)


def test_a_kind_without_a_sentence_is_refused():
    household = received().claim.household

    with pytest.raises(UnknownKind), transaction.atomic():
        tell([Told(household, "claim_forgotten")], at=AT)


def test_a_notice_without_a_fact_of_its_sentence_is_refused_when_it_is_written():
    household = received().claim.household

    with pytest.raises(KeyError), transaction.atomic():
        tell([Told(household, "claim_held", {"number": "SSP-000001-2"})], at=AT)


def test_an_act_that_fails_tells_nobody():
    household = received().claim.household
    before = Notice.objects.count()

    with transaction.atomic():
        tell([Told(household, "claim_complete", {"number": "SSP-000001-2"})], at=AT)
        transaction.set_rollback(True)

    assert Notice.objects.count() == before


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_says_the_same_facts_in_both_languages(kind: str):
    class Named(dict[str, str]):
        def __missing__(self, name: str) -> str:
            self[name] = f"<{name}>"
            return self[name]

    told = {}
    for language in ("en", "ar"):
        facts = Named()
        sentence_of = KINDS[kind][language == "ar"].format_map(facts)
        told[language] = set(facts)
        assert sentence_of

    assert told["en"] == told["ar"]


def test_a_fact_may_read_differently_in_each_language():
    facts = {"number": "SSP-000001-2", "body": {"en": "the land register", "ar": "أمانة السجل"}, "review_on": "1 May"}

    assert "the land register" in sentence("claim_held", facts, "en")
    assert "أمانة السجل" in sentence("claim_held", facts, "ar")
