"""The demo's record: pages in both languages, work for the record keeper, and a few pages that are finished."""

import pytest

from sanad.demo.record.closed_list import QUESTION
from sanad.demo.record.pages import CONFIRMED, PAGES, keep_record
from sanad.record.models import Commitment, Figure, Proposal, Question, Statement, Work
from sanad.record.selectors.chains import chain_of
from sanad.record.selectors.versions import sides_of
from sanad.record.verification import verify_record
from tests.record.keeping.pages import by_maya

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept() -> None:
    by = by_maya()
    keep_record(by.at, by.user)


def test_every_page_is_held_and_some_are_confirmed_whole(kept):
    assert Work.objects.filter(holding="held").count() > len(list(PAGES.glob("*/*.txt"))) == 40
    assert Proposal.objects.filter(state="open").count() > 500
    finished = Proposal.objects.filter(layer__capture__works__title__startswith="Leaked call")
    assert {"accepted", "edited", "rejected"} >= set(finished.values_list("state", flat=True)) >= {"accepted"}
    assert len({one.account.work_id for one in Statement.objects.all()}) >= len(CONFIRMED)
    assert list(verify_record()) == []


def test_one_page_tells_one_thing_in_two_ways(kept):
    sides = sides_of(Question.objects.get(text__startswith="Was"))

    assert {side.version.stance for side in sides} == {"asserts", "denies"}
    leaked = next(side.version.account for side in sides if side.version.stance == "asserts")
    chain = chain_of(leaked)
    assert chain.is_unbroken
    assert chain.depth == 3
    assert any(hop.is_anonymous for hop in chain.hops)


def test_another_tells_one_thing_in_three_and_passes_it_from_mouth_to_mouth(kept):
    sides = sides_of(Question.objects.get(text=QUESTION))

    assert [side.version.stance for side in sides] == ["asserts", "denies", "asserts"]
    heard = chain_of(sides[0].version.account)
    assert (heard.depth, heard.is_unbroken) == (2, True)


def test_what_was_promised_stands_with_what_the_page_says_came_of_it(kept):
    promises = Commitment.objects.filter(evidence__account__work__title__contains="compensation stopped")

    assert set(promises.values_list("outcomes__value", flat=True)) == {"not_met", None}
    assert Figure.objects.filter(currency="USD").exists()
