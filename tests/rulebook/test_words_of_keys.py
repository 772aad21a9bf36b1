"""The options of a table's own key are told in the words that the table gives them."""

from pathlib import Path

import pytest

from sanad.engine.rules.declared import Key, Option
from sanad.engine.rules.words.pen import without_isolates
from sanad.rulebook.reading import canonical, load_canonical, load_programme
from tests.ops.conftest import run
from tests.rulebook.documented import FIRST, RULEBOOK, documented, write_example
from tests.rulebook.folders import change, problems

EXAMPLES = {example.name: example for example in documented(RULEBOOK.read_text(encoding="utf-8"))}
FILE = "values/part.yaml"
OPTIONS = "{first: {en: first part, ar: الدفعة الأولى}, second: {en: second part, ar: الدفعة الثانية}}"


@pytest.fixture
def parts(tmp_path: Path) -> Path:
    return write_example(tmp_path, EXAMPLES[FIRST], EXAMPLES["division-not-published"])


def told(*words: object) -> str:
    result = run("programme", *words)
    assert result.exit_code == 0, result.output
    return without_isolates(result.output)


@pytest.mark.parametrize(
    ("lang", "words"),
    [("en", "“Parts of the grant” for “first part”"), ("ar", "«دفعات المنحة» في حالة «الدفعة الأولى»")],
)
def test_a_rule_tells_the_key_by_its_words(parts: Path, lang: str, words: str):
    assert words in told("show", parts, "--lang", lang)


def test_an_explanation_tells_the_key_by_its_words(parts: Path):
    change(parts, FILE, "{first: unpublished, second: unpublished}", "{first: 2_000, second: 3_000}")

    text = told("explain", parts, "division-not-published", "--lang", "ar")

    assert "الدفعة الأولى" in text
    assert "first" not in text


def test_the_rows_of_the_table_are_shown_by_their_words(parts: Path):
    assert "الدفعة الأولى: غير منشور" in told("show", parts, "--lang", "ar")
    assert "first part: not published" in told("show", parts)


def test_a_list_of_codes_stays_what_it_is(parts: Path):
    change(parts, FILE, OPTIONS, "[first, second]")

    value = next(value for value in load_programme(parts).values if value.name == "part")

    assert value.keys == (Key("part", ("first", "second")),)
    assert '"labels"' not in canonical(parts)
    assert "“Parts of the grant” for “first”" in told("show", parts)


def test_the_words_are_part_of_the_programme(parts: Path):
    stored = load_canonical(canonical(parts))

    key = next(value for value in stored.values if value.name == "part").keys[0]

    assert key.options == ("first", "second")
    assert key.labels[0] == Option("first", {"en": "first part", "ar": "الدفعة الأولى"})


@pytest.mark.parametrize(
    ("options", "code", "says"),
    [
        ("{first: {en: one}, second: {en: two, ar: اثنان}}", "missing", "`first` of part has no `ar`"),
        ("{first: one, second: {en: two, ar: اثنان}}", "wrong_type", "Write `first: {en: ..., ar: ...}`."),
        ("first", "wrong_type", "Write a list of names"),
    ],
)
def test_an_option_has_words_in_both_languages(parts: Path, options: str, code: str, says: str):
    line = change(parts, FILE, OPTIONS, options)

    found = problems(parts)

    assert [(problem.code, problem.where.line) for problem in found] == [(code, line)]
    assert says in str(found[0])
