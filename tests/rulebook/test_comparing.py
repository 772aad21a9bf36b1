"""A case passes when every engine gives what is expected, and all give the same."""

from pathlib import Path

from sanad.rulebook.reading import Case, load_cases, load_programme
from sanad.rulebook.reading.comparing import compare


def amal(town: Path) -> Case:
    return load_cases(town, load_programme(town))[0]


def award(**columns: object) -> dict[str, dict[str, object]]:
    return {"Amal": {"outcome": "award", "net": 480_000, "rent": 480_000, "repair_outcome": "not_applicable"} | columns}


def test_engines_that_give_what_is_expected_pass(town: Path):
    result = compare(amal(town), {"interpreter": award(), "duckdb": award()})

    assert result.has_passed
    assert result.has_passed_on("duckdb")


def test_an_engine_that_gives_something_else_is_named(town: Path):
    result = compare(amal(town), {"interpreter": award(), "duckdb": award(net=1)})

    assert [(one.column, one.expected, one.got["duckdb"]) for one in result.differences] == [("net", 480_000, 1)]
    assert result.has_passed_on("interpreter")
    assert not result.has_passed_on("duckdb")


def test_engines_that_disagree_on_what_the_case_leaves_open_fail(town: Path):
    result = compare(amal(town), {"interpreter": award(left=1), "duckdb": award(left=2)})

    assert not result.has_passed
    assert [(one.column, one.expected) for one in result.differences] == [("left", None)]


def test_the_order_of_reasons_does_not_count(town: Path):
    result = compare(amal(town), {"interpreter": award(reasons=["a", "b"]), "duckdb": award(reasons=["b", "a"])})

    assert result.has_passed


def test_a_claim_that_is_not_answered_fails(town: Path):
    assert not compare(amal(town), {"interpreter": award(), "duckdb": {}}).has_passed
