"""The share kept counts every commitment once, keeps its two columns apart, and never counts a demo's ledger."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanad.outcomes.share import (
    NOT_ASKED,
    NOTHING_SAID,
    One,
    When,
    open_and_few,
    share_of,
    shares_by,
    together,
    when_of,
)
from sanad.record.kinds import Came
from sanad.record.ledger_column import Held

HELD = st.sampled_from([NOT_ASKED, *map(str, Held)])
ONES = st.builds(
    One,
    key=st.integers(1, 10_000),
    speaker=st.sampled_from(["office:engineer", "donors", "persons", "nobody"]),
    source=st.sampled_from(["own", "news_article", "interview"]),
    when=st.sampled_from(When),
    said=st.sampled_from([NOTHING_SAID, *map(str, Came)]),
    held=HELD,
    is_made_up=st.booleans(),
    few=st.frozensets(st.integers(1, 30), max_size=9),
)
MANY = st.lists(ONES, max_size=60, unique_by=lambda one: one.key)


@given(MANY)
def test_counts_add_up_to_the_number_of_public_commitments(ones: list[One]):
    told, few = open_and_few(ones)
    whole = share_of(told)

    for parts in (shares_by(told, lambda one: one.speaker), shares_by(told, lambda one: one.source)):
        assert sum(share.made for share in parts.values()) == whole.made
        assert sum(share.due for share in parts.values()) == whole.due
        assert sum(share.made_up for share in parts.values()) == whole.made_up
    assert whole.made + len(few) == len(ones)
    assert whole.due + whole.not_due + whole.no_day == whole.made


@given(MANY)
def test_each_column_by_itself_counts_every_commitment_that_is_due_once(ones: list[One]):
    share = share_of(ones)

    assert sum(share.said.values()) == share.due
    assert sum(share.held.values()) + share.made_up == share.due


@given(MANY, st.randoms(use_true_random=False))
def test_neither_column_changes_the_other(ones: list[One], dice):
    heard = [one.said for one in ones]
    dice.shuffle(heard)
    other = [
        One(one.key, one.speaker, one.source, one.when, said, one.held, one.is_made_up, one.few)
        for one, said in zip(ones, heard, strict=True)
    ]

    assert share_of(other).held == share_of(ones).held
    assert share_of(other).already == share_of(ones).already


@given(MANY)
def test_a_made_up_ledger_is_in_no_count(ones: list[One]):
    demo = [One(one.key, one.speaker, one.source, one.when, one.said, one.held, True, one.few) for one in ones]

    share = share_of(demo)

    assert (sum(share.held.values()), share.already) == (0, 0)
    assert share.made_up == share.due
    assert share.said == share_of(ones).said


@given(MANY, st.randoms(use_true_random=False))
def test_the_order_in_which_they_are_read_makes_no_difference(ones: list[One], dice):
    shuffled = [*ones]
    dice.shuffle(shuffled)

    assert share_of(shuffled) == share_of(ones)
    assert shares_by(shuffled, lambda one: one.speaker) == shares_by(ones, lambda one: one.speaker)


@pytest.mark.parametrize(
    ("shown", "whole"),
    [
        ([], NOT_ASKED),
        (["agrees"], "agrees"),
        (["cannot_tell"], "cannot_tell"),
        (["cannot_tell", "agrees"], "agrees"),
        (["agrees", "contradicts"], "partly"),
        (["contradicts", "contradicts", "cannot_tell"], "contradicts"),
    ],
)
def test_what_cannot_tell_says_nothing_beside_what_can(shown: list[str], whole: str):
    assert together(shown) == whole


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(-3, 3))
def test_a_promise_is_due_once_its_last_day_has_gone_by(day: date, later: int):
    on = day + timedelta(days=later)

    assert when_of(day.isoformat(), on) == (When.DUE if later > 0 else When.NOT_DUE)
    assert when_of("", on) == when_of("XXXX-05-03", on) == When.NO_DAY
