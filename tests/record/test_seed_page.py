"""The page that started Sanad, a newspaper's text that is not part of it: what the rules propose of its two stories.

The rules were written looking at it, so this says only that nothing is lost again.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from sanad.record.importers.proposed import Proposed, proposed
from sanad.record.proposing.page import CONFIDENT
from tests.record.comparing import Figures
from tests.shared_data import SHARED

PAGE, GOLD = SHARED / "seed" / "news-page.txt", SHARED / "seed" / "gold.json"


@pytest.fixture
def there() -> dict[str, Any]:
    if not GOLD.exists():
        pytest.skip("the seed page is not here: set SANAD_SHARED to the folder that holds seed/")
    return json.loads(GOLD.read_text("utf-8"))


@pytest.fixture
def found(there: dict[str, Any]) -> dict[str, Any]:
    return _found(PAGE)


@cache
def _found(page: Path) -> dict[str, Any]:
    read = proposed(page)
    assert isinstance(read, Proposed)
    return read.shape


def place(row: dict[str, Any]) -> tuple[int, int]:
    return row["span"]["start"], row["span"]["end"]


def names(shape: dict[str, Any]) -> dict[str, str]:
    return {one["id"]: one["name"] for one in shape["entities"]}


def test_two_stories_each_with_its_headline(found: dict[str, Any], there: dict[str, Any]):
    kept = [one["headline"]["keep"]["text"] for one in found["articles"]]

    assert [one["range"] for one in found["articles"]] == [one["range"] for one in there["articles"]]
    assert kept == [one["headline"]["text"] for one in there["articles"]]
    assert [len(one["headline"]["drop"]) for one in found["articles"]] == [1, 1]


def test_every_quotation_is_found_and_no_title_is_taken_for_speech(found: dict[str, Any], there: dict[str, Any]):
    spans = [[(one["kind"], one["span"]) for one in shape["quotations"]] for shape in (found, there)]

    assert spans[0] == spans[1]
    assert len(spans[0]) == 24


def test_who_speaks_is_right(found: dict[str, Any], there: dict[str, Any]):
    figures = Figures()
    figures.add(there, found)
    who = {one["kind"]: names(found).get(one["speaker"]) for one in found["quotations"] if one["kind"] != "direct"}

    assert figures.speakers.same == figures.speakers.there == 22
    assert who == {"mixed": None, "nested": "authorities"}


def test_two_voices_in_one_pair_of_marks_are_left_to_a_person(found: dict[str, Any]):
    flagged = [one for one in found["quotations"] if one["flags"]]
    voices = [one.split(": ")[1].split(", ") for one in flagged[0]["flags"]]

    assert [one["span"]["text"][:30] for one in flagged] == ["“Funding has stopped, so no wo"]
    assert [[names(found)[who] for who in one] for one in voices] == [["entity responsible for the repairs", "Ali"]]
    assert flagged[0]["confidence"] < CONFIDENT


def test_what_is_reported_is_found_as_it_stands(found: dict[str, Any], there: dict[str, Any]):
    """Of the rows that say whose words they report; the paper's own narration is none."""
    known = {place(one) for one in there["reported"] if one["id"].startswith("R")}
    made = {place(one) for one in found["reported"]}

    assert len(known) == 20
    assert len(known & made) >= 16
    assert len(made - known) <= 3


def test_who_speaks_in_the_passive_stays_unknown(found: dict[str, Any], there: dict[str, Any]):
    passive = {place(one) for one in there["reported"] if one["id"] in ("R17", "R18", "R19")}
    speakers = [one["speaker"] for one in found["reported"] if place(one) in passive]

    assert speakers == [None, None, None]


def test_nobody_is_merged_with_the_resident_of_the_second_story(found: dict[str, Any]):
    ali = next(one for one in found["entities"] if one["name"] == "Ali")

    assert ali["article"] == "A2"
    assert not [one for one in found["entities"] if one["article"] == "A1" and one["name"] == "Ali"]


def test_three_sums_with_their_bound(found: dict[str, Any]):
    assert [(one["amount"], one["currency"], one["bound"]) for one in found["money"]] == [
        (2000, "USD", "at_most"),
        (10000, "USD", "more_than"),
        (30000, "USD", "at_least"),
    ]


def test_six_commitments_and_no_more(found: dict[str, Any], there: dict[str, Any]):
    figures = Figures()
    figures.add(there, found)

    assert (figures.commitments.same, figures.commitments.there) == (6, 6)
    assert figures.commitments.proposed <= 6
    assert "promise" in {one["strength"] for one in found["commitments"]}


def test_each_commitment_has_its_maker_its_due_words_and_what_came_of_it(found: dict[str, Any], there: dict[str, Any]):
    """Nobody made what the residents were only told of; the page says what came of three, and of three nothing."""
    known = sorted(there["commitments"], key=lambda one: one["evidence"]["start"])
    made = sorted(found["commitments"], key=lambda one: one["evidence"]["start"])
    people = names(found)

    assert [one["strength"] for one in made] == [
        *("offer", "agreement", "stated_preparation", "announced_plan", "promise", "responsibility")
    ]
    assert [one["act"] for one in made if one["outcome_evidence"]] == ["repair", "pay", "repair"]
    assert [bool(one["outcome_evidence"]) for one in made] == [bool(one["outcome_evidence"]) for one in known]
    assert [one["due"] for one in made] == [None, None, "in an emergency", "urgent", "within a few months", None]
    assert [one["made_by"] for one in made if one["strength"] in ("announced_plan", "promise")] == [None, None]
    assert people[made[0]["made_by"]] == people[made[2]["made_by"]] == "Vladimir Putin"


def test_every_time_is_found_and_no_other(found: dict[str, Any], there: dict[str, Any]):
    """`--01` of ISO 8601 is `XXXX-01` in EDTF."""
    known, made = (
        {(one["span"]["start"], one["span"]["end"]): one["norm"] for one in shape["dates"]} for shape in (there, found)
    )
    in_captions = [one["span"]["text"] for one in found["dates"] if one["in_caption"]]

    assert made.keys() == known.keys()
    assert {place: norm and norm.replace("--", "XXXX-") for place, norm in known.items()} == made
    assert in_captions == ["November 23, 2015", "last week"]
