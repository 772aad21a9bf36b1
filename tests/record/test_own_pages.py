"""Pages written for this project and annotated by hand, half of them twice: the figures may rise, and never fall.

The rules were written looking at pages 01 to 10 of each language. 11 to 20 are held out: their figures are told, their
errors are not looked at.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from sanad.record.importers.plain_text import read_plain_text
from tests.health.tree import ROOT
from tests.record.comparing import Figures, annotated, figures_of

PAGES, SECOND = ROOT / "sanad/demo/pages", Path(__file__).parent / "second"
FOLDERS = [PAGES / "en", PAGES / "ar", SECOND / "en", SECOND / "ar"]
SEEN, HELD_OUT = (1, 10), (11, 20)
SPANS = ("span", "inner", "cue", "speaker_mention", "evidence", "bound_text", "keep")


def spans_in(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, dict):
        own = [value] if {"start", "end", "text"} <= value.keys() else []
        return own + [one for inner in value.values() for one in spans_in(inner)]
    return [one for inner in value for one in spans_in(inner)] if isinstance(value, list) else []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: f"{folder.parent.name}-{folder.name}")
def test_every_annotation_stands_where_it_says(folder: Path):
    for file, there in annotated(folder):
        text = (PAGES / folder.name / file.name.replace(".gold.json", ".txt")).read_text("utf-8")
        spans = spans_in(there)

        assert spans, file.name
        assert [one for one in spans if text[one["start"] : one["end"]] != one["text"]] == [], file.name


LEAST: dict[tuple[str, tuple[int, int]], dict[str, float]] = {
    ("en", SEEN): {"direct": 0.99, "speaker": 0.95, "both": 0.94, "contents": 0.85,
        "dates": 0.97, "money": 0.97, "commitments": 0.92},
    ("en", HELD_OUT): {"direct": 0.95, "speaker": 0.85, "both": 0.81, "contents": 0.77,
        "dates": 0.72, "money": 0.87, "commitments": 0.77},
    ("ar", SEEN): {"direct": 0.98, "speaker": 0.98, "both": 0.97, "contents": 0.88,
        "dates": 0.98, "money": 0.99, "commitments": 0.88},
    ("ar", HELD_OUT): {"direct": 0.98, "speaker": 0.86, "both": 0.85, "contents": 0.81,
        "dates": 0.81, "money": 0.76, "commitments": 0.74},
}  # fmt: skip


@pytest.mark.parametrize(("language", "pages"), LEAST)
def test_the_rules_are_no_worse_than_they_were(language: str, pages: tuple[int, int]):
    figures = told(figures_of(PAGES / language, *pages))

    assert {name: figures[name] for name, least in LEAST[language, pages].items() if figures[name] < least} == {}


def told(figures: Figures) -> dict[str, float]:
    return {
        "direct": figures.direct.f1,
        "speaker": figures.speakers.recall,
        "both": figures.both,
        "contents": figures.contents.f1,
        "dates": figures.dates.f1,
        "money": figures.money.f1,
        "commitments": figures.commitments.recall,
    }


@pytest.mark.parametrize(("language", "both", "contents"), [("en", 1.0, 0.84), ("ar", 0.96, 0.92)])
def test_two_persons_agree_who_said_what(language: str, both: float, contents: float):
    second = SECOND / language
    figures = figures_of(PAGES / language, second=second)

    assert len(list(annotated(second))) == 10
    assert figures.both >= both
    assert figures.contents.f1 >= contents


def test_the_pages_are_text_that_was_not_changed_since():
    """The annotation names the hash of the page that it belongs to."""
    for language in ("en", "ar"):
        for file, there in annotated(PAGES / language):
            page = read_plain_text(file.with_name(file.name.replace(".gold.json", ".txt")))

            assert json.loads(file.read_text("utf-8"))["page"]["sha256"] == page.sha256
            assert there["page"]["language"] == page.language == language
