"""`sanad programme explain` and `check --case`, as a person runs them who writes a programme."""

import json

import pytest

from tests.ops.conftest import run

ARMY, UKRAINE, PARTY = "programmes/beirut-army-2020", "programmes/ukraine-erecovery", "programmes/lb-party-2024"


def test_a_case_is_told_as_a_claim_of_a_round_is():
    result = run("programme", "explain", ARMY, "AR3")

    assert result.exit_code == 0
    assert result.output.startswith("AR3: 12.5 million for a medium dwelling give 7.5 million.")
    assert "This claim is awarded 7,500,000 LBP." in result.output
    assert "Ranked by “Distance from the explosion”: not stated" in result.output


def test_a_case_is_told_in_arabic_and_found_in_any_writing():
    result = run("programme", "explain", UKRAINE, "UA8", "--lang", "ar")

    assert result.exit_code == 0
    assert "قُرّر لهذا الطلب" in result.output


def test_every_claim_of_a_case_is_told_or_the_one_that_is_named():
    every = run("programme", "explain", UKRAINE, "ua8", "--json")
    one = run("programme", "explain", UKRAINE, "ua8", "Petro", "--json")

    assert list(json.loads(every.output)["claims"]) == ["Oleksii", "Petro"]
    assert list(json.loads(one.output)["claims"]) == ["Petro"]


def test_money_of_a_case_is_told_fund_by_fund():
    result = run("programme", "explain", UKRAINE, "list-first")

    assert "Money at hand for this claim" in result.output
    assert "No fund was named" not in result.output


def test_a_day_of_a_series_knows_what_the_days_before_have_paid():
    first = run("programme", "explain", PARTY, "month-by-month 2025-01-31", "--json")
    later = run("programme", "explain", PARTY, "month-by-month 2025-04-30", "--json")
    whole = run("programme", "explain", PARTY, "month-by-month", "--json")

    assert (first.exit_code, later.exit_code, whole.exit_code) == (0, 0, 0)
    assert paid(json.loads(first.output)) == []
    assert len(paid(json.loads(later.output))) > 0
    assert json.loads(whole.output)["on"] == "2026-01-01"


def paid(told: dict) -> list[str]:
    """What is listed under the heading of what was paid before."""
    parts = next(iter(told["claims"].values()))
    headings = [place for place, part in enumerate(parts) if part.get("text") == "What was paid before"]
    return parts[headings[0] + 1]["items"] if headings else []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("explain", ARMY, "AR33"), "There is no case `AR33`. Did you mean `AR3`?"),
        (("explain", UKRAINE, "ua8", "Petra"), "The case has no claim `Petra`. Did you mean `Petro`?"),
        (("check", ARMY, "--engine", "duckdb", "--case", "AR33"), "There is no case `AR33`. Did you mean `AR3`?"),
    ],
)
def test_a_name_that_is_not_there_is_answered_with_the_nearest(words: tuple[str, ...], said: str):
    result = run("programme", *words)

    assert result.exit_code == 2
    assert said in result.output


def test_a_check_tries_the_cases_that_are_asked_for_in_whichever_programme_has_them():
    result = run("programme", "check", ARMY, UKRAINE, "--engine", "duckdb", "--case", "ar3", "--case", "UA8")

    assert result.exit_code == 0
    assert result.output.count("duckdb: 1 of 1 cases as expected") == 2
    assert "2 passed, 0 failed" in result.output


def test_a_check_of_one_day_tries_its_whole_series():
    result = run("programme", "check", PARTY, "--engine", "duckdb", "--case", "month-by-month 2025-04-30", "--json")

    tried = [case["id"] for case in json.loads(result.output)[0]["cases"]]
    assert result.exit_code == 0
    assert tried[0] == "month-by-month 2025-01-31"
    assert len(tried) > 4
