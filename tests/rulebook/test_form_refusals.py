"""What does not fit in choices, things and sums in other units is refused with its line, in both languages."""

import pytest

from sanad.engine.rules.building import build
from sanad.engine.rules.problems import ProgrammeRefused
from sanad.engine.rules.words.problems import problem_in
from sanad.rulebook.reading import load_programme
from tests.rulebook.folders import add, change, problems

WORDS = "{en: Words, ar: كلمات}"
THING = "thing: {kind: flat, label: " + WORDS + ", unit: flat}"
CHOICE = """
choices:
  - name: help
    label: %s
    lines: [%s]
    chosen: damage
    source: circular-1
"""


def codes(town):
    found = problems(town)
    if not found:
        try:
            build(load_programme(town))
        except ProgrammeRefused as refused:
            found = list(refused.problems)
    told = [problem_in(problem, "ar") for problem in found]
    assert all(told)
    return [problem.code for problem in found]


@pytest.mark.parametrize(
    ("extra", "code"),
    [
        (f"    {THING}\n", "mixed_forms"),
        ("    number: 1\n", "mixed_forms"),
        ("    rate: monthly_rent\n", "mixed_forms"),
        ("    asked_until: 2026-01-01\n", "clock_without_asking"),
    ],
)
def test_a_line_has_one_form_and_a_clock_only_where_it_is_asked_for(town, extra, code):
    text = (town / "rules.yaml").read_text(encoding="utf-8")
    amount = next(line for line in text.splitlines() if line.startswith("    amount:"))
    change(town, "rules.yaml", amount + "\n", amount + "\n" + extra)

    assert code in codes(town)


@pytest.mark.parametrize(
    ("lines", "more", "code"),
    [
        ("rent", "", "no_alternative"),
        ("rent, repair", "    waives: [{lines: [rent], source: circular-1}]\n", "bad_waiver"),
        ("rent, repair", "    waives: [{lines: [rented], source: circular-1}]\n", "bad_waiver"),
        ("rent, repair", "    waives: [{lines: [rented]}]\n", "missing"),
        ("rent, repairs", "", "unknown_line"),
        ("rent, repair", "", "choice_options"),
    ],
)
def test_a_choice_that_does_not_fit_its_lines_is_refused(town, lines, more, code):
    add(town, "rules.yaml", CHOICE % (WORDS, lines) + more)

    assert code in codes(town)


def test_a_line_stands_in_one_choice_only(town):
    second = (CHOICE % (WORDS, "repair, rent")).replace("\nchoices:\n", "").replace("name: help", "name: other")
    add(town, "rules.yaml", CHOICE % (WORDS, "rent, repair") + second)

    assert codes(town) == ["in_two_choices", "in_two_choices"]


def test_no_ceiling_names_a_thing(town):
    change(town, "rules.yaml", "lines:\n", f"lines:\n  flat:\n    label: {WORDS}\n    {THING}\n    number: 1\n"
           "    source: circular-1\n")  # fmt: skip
    change(town, "rules.yaml", "lines: [repair]", "lines: [repair, flat]")

    assert codes(town) == ["thing_in_limit"]


@pytest.mark.parametrize("name", ["flat_number", "home_units", "help_chosen", "estimated", "remarks"])
def test_a_line_is_not_named_like_another_column_of_the_awards(town, name):
    change(town, "rules.yaml", "lines:\n", f"lines:\n  {name}:\n    label: {WORDS}\n    amount: monthly_rent\n"
           "    source: circular-1\n")  # fmt: skip

    assert "reserved_name" in codes(town)
