"""What must hold of every programme that Sanad ships, seen without Sanad's own loader."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.health.tree import ROOT

PROGRAMMES = sorted(path.parent for path in (ROOT / "programmes").glob("*/programme.yaml"))
ARABIC = re.compile(r"[\u0621-\u064a]")
UNSOURCED = "unsourced"

of_every_programme = pytest.mark.parametrize("programme", PROGRAMMES, ids=lambda folder: folder.name)


def read(path: Path) -> Any:
    """Every scalar as its text: `2016-03-13` and `no` stay what the author wrote."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def mappings(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
    children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    for child in children:
        yield from mappings(child)


def everything_in(programme: Path) -> list[tuple[str, dict[str, Any]]]:
    """Every mapping of every file but the list of sources itself, with the name of its file."""
    files = [path for path in sorted(programme.rglob("*.yaml")) if path.name != "sources.yaml"]
    return [(path.name, mapping) for path in files for mapping in mappings(read(path))]


def values_of(programme: Path) -> dict[str, dict[str, Any]]:
    files = sorted((programme / "values").glob("*.yaml"))
    return {name: value for path in files for name, value in read(path).items()}


def dated_entries(value: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each dated entry; where published sources conflict, each of its readings."""
    for day, entry in value["values"].items():
        for reading in entry.get("readings", {"": entry}).values():
            yield day, reading


def test_sanad_ships_programmes():
    assert PROGRAMMES


@of_every_programme
def test_every_source_named_is_listed(programme: Path):
    known = set(read(programme / "sources.yaml")) | {UNSOURCED}

    named = [(file, mapping["source"]) for file, mapping in everything_in(programme) if "source" in mapping]
    unknown = [(file, source) for file, source in named if source not in known]

    assert named
    assert unknown == []


@of_every_programme
def test_every_dated_value_has_a_source(programme: Path):
    entries = [(name, *dated) for name, value in values_of(programme).items() for dated in dated_entries(value)]

    bare = [f"{name} {day}" for name, day, entry in entries if not entry.get("source")]

    assert entries
    assert bare == []


@of_every_programme
def test_every_value_says_when_it_was_last_checked(programme: Path):
    values = values_of(programme)

    unchecked = [name for name, value in values.items() if not is_day(value.get("checked_on", ""))]

    assert values
    assert unchecked == []


def is_day(text: str) -> bool:
    return re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) is not None


@of_every_programme
def test_every_listed_source_is_complete_and_used(programme: Path):
    sources = read(programme / "sources.yaml")
    used = {mapping["source"] for _, mapping in everything_in(programme) if "source" in mapping}

    incomplete = [name for name, source in sources.items() if not {"title", "confidence"} <= set(source)]

    assert incomplete == []
    assert sorted(set(sources) - used) == []


@of_every_programme
def test_every_text_stands_in_english_and_arabic(programme: Path):
    texts = [(file, words) for file, words in everything_in(programme) if {"en", "ar"} & set(words)]

    alone = [(file, words) for file, words in texts if not (words.get("en") and words.get("ar"))]
    not_arabic = [(file, words["ar"]) for file, words in texts if not ARABIC.search(words.get("ar", ""))]

    assert texts
    assert alone == []
    assert not_arabic == []
