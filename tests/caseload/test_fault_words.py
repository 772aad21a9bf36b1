"""Every code that a bad row can have is a sentence in both languages; `building.read` checks each one it meets."""

from sanad.caseload.fault_words import FAULT_WORDS
from tests.health.tree import python_files


def test_every_code_has_both_languages():
    assert all(set(words) == {"en", "ar"} and all(words.values()) for words in FAULT_WORDS.values())


def test_no_words_are_left_over():
    sources = [path for path in python_files("sanad/sheets", "sanad/caseload") if path.name != "fault_words.py"]
    code = "\n".join(path.read_text(encoding="utf-8") for path in sources)

    assert [name for name in FAULT_WORDS if name not in code] == []
