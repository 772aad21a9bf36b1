"""Every worked case of the reference and of the programmes that Sanad ships is told whole, in both languages."""

import re
from pathlib import Path

import pytest

from sanad.engine.rules.building import build
from sanad.ops.programme_explain import tell_case
from sanad.ops.programme_words import Language
from sanad.rulebook.reading import load_cases, load_programme
from tests.health.test_programmes import PROGRAMMES
from tests.rulebook.documented import FIRST, RULEBOOK, Documented, documented, write_example

EXAMPLES = {example.name: example for example in documented(RULEBOOK.read_text(encoding="utf-8"))}
NO_WORDS = re.compile(r"[{}]|\bNone\b(?! of)")
ACCEPTED = [example for example in EXAMPLES.values() if not example.is_refused]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("example", ACCEPTED, ids=lambda example: example.name)
def test_every_case_of_an_example_is_told(tmp_path: Path, example: Documented, language: Language):
    path = write_example(tmp_path, EXAMPLES[FIRST], example)

    assert told_badly(path, language) == []


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("path", PROGRAMMES, ids=lambda path: path.name)
def test_every_case_of_a_programme_is_told(path: Path, language: Language):
    assert told_badly(path, language) == []


def told_badly(path: Path, language: Language) -> list[str]:
    """Cases of which an explanation leaves a gap open or has an answer to nobody."""
    default = load_programme(path)
    cases = load_cases(path, default)
    rules = {reading: build(load_programme(path, reading or None)) for reading in {case.reading for case in cases}}
    found = []
    for case in cases:
        told = tell_case(rules, cases, case, None, language)
        text = told.as_words()
        if set(told.claims) != {claim.id for claim in case.claims} or NO_WORDS.search(text):
            found.append(f"{case.id}: {text}")
    return found
