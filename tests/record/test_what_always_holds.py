"""Whatever the text: no proposal without its place in it, none that was not written, the same again for the same."""

import string
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sanad.record.proposing import propose
from sanad.record.proposing.page import Page, Span
from sanad.record.proposing.shape import shape_of
from tests.record.test_own_pages import spans_in

MARKS = "“”\"‘’'«»„"
PIECES = st.sampled_from(
    [
        *("Rita Haddad", "the mayor", "said", "told them", "He", "that", "would be paid", "promised", ": ", ", ", ". "),
        *("قال", "رئيس البلدية", "إن", "وأضاف", "سامي نصار", "وعد", "مليون دولار", "أمس", "، ", "؟ "),
        *(
            "\n",
            "\n\n",
            "\r\n",
            " ",
            "$2,000",
            "at least",
            "13 September 2013",
            "last week",
            "1.500,00",
            "²",
            "١٢",
            "\u200f",
        ),
        *MARKS,
    ]
)
TEXTS = st.lists(PIECES | st.text(alphabet=string.printable + MARKS, max_size=5), max_size=60).map(" ".join) | st.text(
    max_size=200
)


def spans_of(page: Page) -> list[Span]:
    spoken = [one.span for one in (*page.quotations, *page.reported, *page.moments, *page.sums, *page.no_speech)]
    named = [one for each in (*page.quotations, *page.reported) for one in (each.cue, each.voice.mention) if one]
    return [*spoken, *named, *(one.evidence for one in page.promises), *(one.inner for one in page.quotations)]


@pytest.mark.parametrize("language", ["en", "ar"])
@settings(deadline=None)
@given(text=TEXTS)
def test_every_proposal_has_its_place_in_the_text(language: str, text: str):
    page = propose(text, language)

    assert all(0 <= span.start < span.end <= len(text) or span.start == span.end for span in spans_of(page))
    assert all(one.span.holds(one.inner) for one in page.quotations)
    assert all(text[one["start"] : one["end"]] == one["text"] for one in spans_in(shape_of(page)))


@pytest.mark.parametrize("language", ["en", "ar"])
@settings(deadline=None)
@given(text=TEXTS)
def test_every_proposal_names_its_rule_and_how_sure_it_is(language: str, text: str):
    shape = shape_of(propose(text, language))
    by_rule: list[dict[str, Any]] = [*shape["quotations"], *shape["reported"], *shape["commitments"]]

    assert all(one["rule"] for one in by_rule)
    assert all(0 < one["confidence"] <= 1 for one in [*by_rule, *shape["dates"], *shape["money"]])


@pytest.mark.parametrize("language", ["en", "ar"])
@settings(deadline=None)
@given(text=TEXTS)
def test_who_speaks_is_somebody_of_the_same_article(language: str, text: str):
    page = propose(text, language)
    people = {one.id: one.article for one in page.entities}

    assert all(people[one.voice.who] == one.article for one in (*page.quotations, *page.reported) if one.voice.who)
    assert all(people[who] == one.article for one in page.quotations for who in one.addressees)
    assert len({one.id for one in page.quotations}) == len(page.quotations)


@pytest.mark.parametrize("language", ["en", "ar"])
@settings(deadline=None)
@given(text=TEXTS)
def test_the_same_text_gives_the_same(language: str, text: str):
    assert shape_of(propose(text, language)) == shape_of(propose(text, language))


@settings(deadline=None)
@given(text=TEXTS)
def test_no_day_is_invented(text: str):
    """A norm with a year has that year in its span."""
    for one in propose(text, "en").moments:
        if one.norm and one.norm[:4].isdigit():
            assert one.norm[:4] in one.span.of(text)


LONG = (
    "“",
    "“a ",
    "‘“",
    "‘as’ ",
    "“a” ‘b.’ ",
    "“How?” Ali ",
    "said ",
    "He said, “",
    "قال «",
    "and that ",
    "$1 ",
    "\n\n",
    ", ",
    "She promised to pay by 5 May 2020. ",
    "“He paid $5.” ",
)


@pytest.mark.parametrize("piece", LONG)
def test_a_long_page_of_one_thing_ends(piece: str):
    """Nothing in it takes the square of its length."""
    propose(piece * 10_000, "ar" if "قال" in piece else "en")
