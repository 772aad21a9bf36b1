"""The content hash names what a programme means: neither how it is written nor where."""

import hashlib
import json
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from sanad.engine.rules.declared import Programme, Where
from sanad.engine.rules.problems import ProgrammeRefused
from sanad.rulebook.reading import canonical, canonical_text, load_canonical, load_programme
from sanad.rulebook.reading.shipped import shipped_programmes
from tests.rulebook.folders import add, change

PROGRAMMES = sorted(path.parent for path in shipped_programmes().glob("*/programme.yaml"))


def without_lines(part: Any) -> Any:
    """The declaration with every place set to none."""
    if isinstance(part, Where):
        return Where("", 0)
    if isinstance(part, tuple):
        return tuple(without_lines(item) for item in part)
    if isinstance(part, dict):
        return {key: without_lines(item) for key, item in part.items()}
    if not is_dataclass(part) or isinstance(part, type):
        return part
    return replace(part, **{place.name: without_lines(getattr(part, place.name)) for place in fields(part)})


def loaded(path: Path) -> Programme:
    return load_programme(path)


def test_the_hash_is_that_of_the_canonical_text(town: Path):
    text = canonical(town)

    assert loaded(town).hash == hashlib.sha256(text.encode()).hexdigest()


def test_line_ends_and_comments_do_not_count(town: Path):
    before = loaded(town).hash

    for file in town.rglob("*.yaml"):
        text = "# read by the council\n" + file.read_text(encoding="utf-8")
        file.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())

    assert loaded(town).hash == before


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("programme.yaml", "status: draft", 'status: "draft"'),
        ("values/amounts.yaml", "value: 8_000", "value: 8000.00"),
        ("values/amounts.yaml", "{none: 0, partial: 6, destroyed: 12}", "{destroyed: 12, none: 0, partial: 6}"),
        ("values/amounts.yaml", "{value: 60, source: circular-1}", "{source: circular-1, value: 60}"),
        ("fields.yaml", "  unit: person   ", "  required: false\n  unit: person   "),
        ("rules.yaml", "    when: renting\n", "    when: 'renting'\n    rounding: half_up\n"),
    ],
)
def test_what_means_the_same_has_the_same_hash(town: Path, file: str, old: str, new: str):
    before = loaded(town).hash

    change(town, file, old, new)

    assert loaded(town).hash == before


def test_the_order_of_names_and_files_does_not_count(town: Path):
    before = loaded(town).hash

    for file in ("fields.yaml", "sources.yaml", "values/amounts.yaml"):
        parts = (town / file).read_text(encoding="utf-8").split("\n\n")
        (town / file).write_text("\n\n".join(reversed(parts)), encoding="utf-8")
    (town / "values" / "amounts.yaml").rename(town / "values" / "figures.yaml")

    assert loaded(town).hash == before


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("programme.yaml", "status: draft", "status: reference"),
        ("programme.yaml", "model: compensation", "model: rehabilitation"),
        ("values/amounts.yaml", "value: 8_000", "value: 8_000.01"),
        ("values/amounts.yaml", "- {to: 4, value: 300}", "- {below: 4, value: 300}"),
        ("values/amounts.yaml", "{none: 0,", "{none: unpublished,"),
        ("fields.yaml", "range: [1, 30]", "range: [1, 31]"),
        ("fields.yaml", "  default: 0 ", "  default: 1 "),
        ("rules.yaml", "when: filed_on > last_day", "when: filed_on >= last_day"),
        ("rules.yaml", "The claim was filed after the last day.", "The claim came too late."),
        ("sources.yaml", "address: https://example.org/circular-1", "address: https://example.org/circular-one"),
        ("order.yaml", "keys: [filed_on]", "keys: [desc(filed_on)]"),
    ],
)
def test_what_means_something_else_has_another_hash(town: Path, file: str, old: str, new: str):
    before = loaded(town).hash

    change(town, file, old, new)

    assert loaded(town).hash != before


def test_cases_and_the_changelog_do_not_count(town: Path):
    before = loaded(town).hash

    (town / "cases" / "examples.yaml").unlink()
    (town / "CHANGELOG.md").write_text("# Changes\n", encoding="utf-8")

    assert loaded(town).hash == before


def test_the_order_of_lines_counts_since_ceilings_cut_the_last_one_first(town: Path):
    before = loaded(town).hash
    text = (town / "rules.yaml").read_text(encoding="utf-8")
    start, middle, end = (text.index(mark) for mark in ("  rent:\n", "  repair:\n", "# The same loss"))

    (town / "rules.yaml").write_text(
        text[:start] + text[middle:end].rstrip() + "\n" + text[start:middle] + "\n" + text[end:], encoding="utf-8"
    )

    assert loaded(town).hash != before


@pytest.mark.parametrize("programme", PROGRAMMES, ids=lambda path: path.name)
def test_a_stored_programme_is_the_programme_of_the_folder(programme: Path):
    folder = load_programme(programme)

    stored = load_canonical(canonical_text(folder))

    assert without_lines(stored) == without_lines(folder)
    assert stored.hash == folder.hash


def test_each_reading_has_its_own_hash(town: Path):
    add(town, "programme.yaml", READINGS)
    change(town, "values/amounts.yaml", "    2025-01-01: {value: 60, source: circular-1}\n", RIVALS)

    high, low = load_programme(town), load_programme(town, "low")

    assert (high.reading, low.reading) == ("high", "low")
    assert high.hash != low.hash
    assert without_lines(load_canonical(canonical_text(low))) == without_lines(low)


READINGS = """
readings:
  high: {label: {en: High, ar: مرتفع}, reason: {en: The gazette., ar: الجريدة الرسمية.}, default: true}
  low: {label: {en: Low, ar: منخفض}, reason: {en: The newspaper., ar: الصحيفة.}}
"""
RIVALS = """    2025-01-01:
      readings:
        high: {value: 60, source: circular-1}
        low: {value: 50, source: circular-2}
"""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "{}",
        '{"format": "other"}',
        "[" * 100000,
        '{"format": "sanad-programme-1", "programme": {"@": "X"}}',
        '{"format": "sanad-programme-1", "programme": {"@": "Programme"}}',
    ],
)
def test_a_damaged_stored_programme_is_refused(text: str):
    with pytest.raises(ProgrammeRefused):
        load_canonical(text)


def test_a_stored_programme_that_was_changed_has_another_hash(town: Path):
    text = canonical(town)
    content = json.loads(text)
    content["programme"]["title"]["en"] = "Another title"

    assert load_canonical(json.dumps(content)).hash != loaded(town).hash
