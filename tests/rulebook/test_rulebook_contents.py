"""The rulebook's contents and its last table lead to sections and examples that are there."""

import re

from tests.rulebook.documented import RULEBOOK, documented

TEXT = RULEBOOK.read_text(encoding="utf-8")
HEADINGS = re.findall(r"^## (.+)$", TEXT, re.MULTILINE)
ANCHORS = re.findall(r"\]\(#([^)]+)\)", TEXT)
TABLE = TEXT[TEXT.index("what a programme may need to say") :]
ROW = re.compile(
    r"^\| (?P<need>[^|]+) \| \[(?P<number>\d+)\]\(#(?P<anchor>[^)]+)\) \| `(?P<example>[^`]+)` \|$", re.MULTILINE
)


def anchor(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def test_every_link_leads_to_a_section():
    known = {anchor(heading) for heading in re.findall(r"^#+ (.+)$", TEXT, re.MULTILINE)}

    assert ANCHORS
    assert sorted(set(ANCHORS) - known) == []


def test_the_contents_list_every_numbered_section_in_its_order():
    contents = TEXT[: TEXT.index("\n## ")]

    assert re.findall(r"\(#([^)]+)\)", contents) == [anchor(heading) for heading in HEADINGS]
    assert [heading.split(".")[0] for heading in HEADINGS] == [str(number) for number in range(1, len(HEADINGS) + 1)]


def test_each_row_of_the_table_names_an_example_of_the_rulebook():
    names = {example.name for example in documented(TEXT)}
    rows = list(ROW.finditer(TABLE))

    assert len(rows) == TABLE.strip().count("\n") - 1
    assert [row["example"] for row in rows if row["example"] not in names] == []
    assert [row["need"] for row in rows if not row["anchor"].startswith(f"{row['number']}-")] == []


def test_each_example_stands_in_the_table():
    listed = {row["example"] for row in ROW.finditer(TABLE)}

    missing = {example.name for example in documented(TEXT) if not example.is_refused} - listed
    assert missing == set()
