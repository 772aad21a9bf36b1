"""docs/facts.md names every fault and every notice, and its example is a plan."""

import re
from pathlib import Path

from sanad.record.importers.facts.plan import read_plan
from sanad.record.importers.facts.sentences import FAULTS, NOTICES
from tests.health.tree import ROOT

DOCUMENT = (ROOT / "docs/facts.md").read_text("utf-8")


def codes(part: str) -> set[str]:
    return {code for line in part.splitlines() if line.startswith("| `") for code in re.findall(r"`(\w+)`", line)}


def test_every_fault_and_every_notice_is_named_and_no_other():
    faults, notices = DOCUMENT.partition("## What is said of a row")[2].split("| notice |")

    assert codes(faults) == set(FAULTS)
    assert codes(notices) == set(NOTICES)


def test_the_example_is_a_plan(tmp_path: Path):
    (example,) = re.findall(r"^```yaml\n(.*?)^```", DOCUMENT, re.MULTILINE | re.DOTALL)
    file = tmp_path / "facts.yaml"
    file.write_text(example, "utf-8")

    assert [table.name for table in read_plan(file).tables] == ["costs", "steps"]
