"""A unit is told in the words that the programme gives it, in both languages, and as its code without them."""

from pathlib import Path

import pytest

from sanad.engine.rules.words.pen import without_isolates
from sanad.engine.rules.words.problems import problem_in
from sanad.rulebook.reading import canonical, load_canonical, load_programme
from tests.ops.conftest import run
from tests.rulebook.documented import FIRST, RULEBOOK, documented, write_example
from tests.rulebook.folders import change, problems

EXAMPLES = {example.name: example for example in documented(RULEBOOK.read_text(encoding="utf-8"))}
DECLARED = "units:\n  wage: {en: monthly wage, ar: راتب شهري}\n"
DOCUMENT = "units: {certificate: {en: document, ar: وثيقة}}"


@pytest.fixture
def wages(tmp_path: Path) -> Path:
    return write_example(tmp_path, EXAMPLES[FIRST], EXAMPLES["index-units"])


def told(*words: object) -> str:
    result = run("programme", *words)
    assert result.exit_code == 0, result.output
    return without_isolates(result.output)


@pytest.mark.parametrize(
    ("lang", "counted", "rate"),
    [
        ("en", "2.5 monthly wage", "300 USD per monthly wage"),
        ("ar", "2.5 راتب شهري", "300 دولار لكل راتب شهري"),
    ],
)
def test_an_explanation_tells_the_unit_in_words(wages: Path, lang: str, counted: str, rate: str):
    text = told("explain", wages, "units-are-divided", "--lang", lang)

    assert counted in text
    assert rate in text


@pytest.mark.parametrize(
    ("lang", "words"),
    [("en", ["USD per monthly wage", ", monthly wage"]), ("ar", ["USD لكل راتب شهري", "، راتب شهري"])],
)
def test_a_programme_shows_units_in_words(wages: Path, lang: str, words: list[str]):
    text = told("show", wages, "--lang", lang)

    assert [word for word in words if word not in text] == []


def test_an_arabic_letter_holds_no_code_of_a_unit(wages: Path):
    text = told("explain", wages, "units-are-divided", "--lang", "ar")

    assert "wage" not in text


def test_a_field_is_listed_with_the_words_of_its_unit(town: Path):
    change(town, "programme.yaml", "status: draft", "status: draft\nunits: {person: {en: souls, ar: نفوس}}")

    assert "souls" in told("fields", town)
    assert "نفوس" in told("fields", town, "--lang", "ar")


def test_a_thing_is_told_with_the_words_of_its_unit(tmp_path: Path):
    path = write_example(tmp_path, EXAMPLES[FIRST], EXAMPLES["certificate-and-recorded-area"])
    change(path, "programme.yaml", "status: draft", f"status: draft\n{DOCUMENT}")

    assert "Housing certificate: 1 document" in told("explain", path, "certificates-and-money", "Samira")
    assert "in document" in told("show", path)


def test_without_words_a_unit_is_its_code(wages: Path):
    change(wages, "programme.yaml", DECLARED, "")

    assert "2.5 wage" in told("explain", wages, "units-are-divided")


def test_only_a_programme_that_gives_words_has_them_in_its_text(wages: Path):
    with_words = load_programme(wages)

    change(wages, "programme.yaml", DECLARED, "")

    assert '"wage":{"ar":' not in canonical(wages)
    assert load_programme(wages).hash != with_words.hash
    assert load_programme(wages).units == {}


def test_a_stored_programme_keeps_the_words(wages: Path):
    assert load_canonical(canonical(wages)).units == {"wage": {"en": "monthly wage", "ar": "راتب شهري"}}


@pytest.mark.parametrize(
    ("declared", "code", "says"),
    [
        ("wages: {en: a, ar: ب}", "unit_unused", "has the unit `wages`. Did you mean `wage`?"),
        ("USD: {en: a, ar: ب}", "unit_known", "`USD` has its words already. Delete the line."),
        ("m2: {en: a, ar: ب}", "unit_known", "`m2` has its words already. Delete the line."),
        ("wage: {en: a}", "missing", "has no `ar`"),
        ("wage: money", "wrong_type", "Write `wage: {en: ..., ar: ...}`."),
    ],
)
def test_words_for_what_is_no_unit_here_are_refused_with_their_line(wages: Path, declared: str, code: str, says: str):
    line = change(wages, "programme.yaml", "wage: {en: monthly wage, ar: راتب شهري}", declared)

    found = problems(wages)

    assert [(problem.code, problem.where.line) for problem in found] == [(code, line)]
    assert says in str(found[0])
    assert problem_in(found[0], "ar")


def test_the_summary_of_a_round_counts_things_in_words(tmp_path: Path):
    path = write_example(tmp_path, EXAMPLES[FIRST], EXAMPLES["certificate-and-recorded-area"])
    change(path, "programme.yaml", "status: draft", f"status: draft\n{DOCUMENT}")
    claims = tmp_path / "claims.csv"
    claims.write_text(
        "claim_id,household_id,damage,floor_area,filed_on\nSamira,H1,destroyed,80,2026-02-01\n", encoding="utf-8"
    )

    result = run("decide", path, claims, "--on", "2026-03-01", "--out", tmp_path / "round", "--lang", "ar")

    assert "1 (وثيقة)" in without_isolates(result.output), result.output
