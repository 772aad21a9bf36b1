"""docs/importing.md names every ending, every warning and every refusal, and no other."""

import re
from pathlib import Path

from sanad.record.importers.by_hand import by_hand
from sanad.record.importers.reading import ENDINGS
from sanad.record.importers.sentences import REFUSALS, WARNINGS

DOCUMENT = (Path(__file__).parents[2] / "docs/importing.md").read_text("utf-8")
OF_PLAIN_TEXT = {"too_large", "not_utf8", "not_text"}


def codes_under(heading: str) -> set[str]:
    part = DOCUMENT.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    return {code for line in part.splitlines() if line.startswith("| `") for code in re.findall(r"`(\w+)`", line)}


def test_every_ending_is_named():
    assert [ending for ending in ENDINGS if f"`{ending}`" not in DOCUMENT] == []


def test_every_warning_is_named():
    assert codes_under("What must be known of a page") == set(WARNINGS)


def test_every_refusal_is_named():
    assert codes_under("Why something is not read") == set(REFUSALS) | OF_PLAIN_TEXT


def test_the_example_of_an_entry_is_one():
    (example,) = re.findall(r"^```yaml\n(.*?)^```", DOCUMENT, re.MULTILINE | re.DOTALL)

    assert by_hand("example.yaml", example.encode()).layers[0].text == (
        'The mayor said, "The stairs will be repaired."'
    )
