"""Every code that a bad row can have is a sentence in both languages."""

import re
from pathlib import Path

from sanad.caseload.fault_words import FAULT_WORDS
from tests.health.tree import ROOT, python_files

STATED = [
    re.compile(r"\{FAULT\}([a-z_]+)'"),
    re.compile(r"then '([a-z_]+)'"),
    re.compile(r"else '([a-z_]+)'"),
    re.compile(r"_fault\(cell, \"([a-z_]+)\"\)|_fault\(\{cell\}, '([a-z_]+)'\)"),
    re.compile(r"\"'([a-z_]+)'\""),
    re.compile(r"when_absent=\"([a-z_]+)\"|required = \"([a-z_]+)\""),
    re.compile(
        r"plan, \"([a-z_]+)\", |\"(two_parents|upper_level_disagrees)\"|\"(too_many_decimals)\" if|else \"(not_whole)\""
    ),
]
NO_CODES = {"true", "false"}


def codes_of(path: Path) -> set[str]:
    text = path.read_text(encoding="utf-8")
    return {
        code for pattern in STATED for found in pattern.finditer(text) for code in found.groups() if code
    } - NO_CODES


def test_every_code_of_a_bad_row_has_words_and_no_words_are_left_over():
    sources = [
        path
        for path in python_files("sanad/sheets", "sanad/caseload")
        if path.name in ("numbers.py", "dates.py", "codes.py", "columns.py", "stages.py", "staging.py")
        or path
        in (ROOT / "sanad/caseload/structure.py", ROOT / "sanad/caseload/upwards.py", ROOT / "sanad/caseload/paid.py")
    ]

    codes = {code for path in sources for code in codes_of(path)}

    assert codes == set(FAULT_WORDS)


def test_every_code_has_both_languages():
    assert all(set(words) == {"en", "ar"} and all(words.values()) for words in FAULT_WORDS.values())
