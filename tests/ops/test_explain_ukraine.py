"""What a family and an auditor read of claims for homes in Ukraine: both formulas, the floor, the parts, the queue."""

from pathlib import Path

import pytest

from tests.ops.conftest import run

UKRAINE = Path("programmes/ukraine-erecovery")
FACTS = {
    "building_id": "B",
    "owner_id": "O",
    "applied_on": "2025-02-03",
    "damaged_on": "2024-05-11",
    "home_was_occupied": "false",
    "right": "owner",
    "title_registered": "true",
    "citizen": "true",
    "sanctioned": "false",
    "convicted": "false",
    "repaired_by_owner": "false",
    "has_co_owners": "false",
    "priority_group": "none",
    "account_opened": "true",
    "has_building_land": "true",
    "average_price": "22197.14",
    "regional_coefficient": "0.694",
    "oblast": "dnipropetrovsk",
    "form": "money",
    "home_kind": "house",
    "damage": "destroyed",
    "floor_area": "58",
    "checklist_sum": "",
}
PEOPLE = {
    "Oleksii": {},
    "Maria": {"floor_area": "240"},
    "Ivan": {"oblast": "donetsk", "floor_area": "120", "average_price": ""},
    "Olena": {"damage": "damaged", "checklist_sum": "320000", "applied_on": "2025-02-10"},
}


@pytest.fixture(scope="module")
def decided(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A round with money for the first home alone."""
    folder = tmp_path_factory.mktemp("ukraine")
    rows = [FACTS | facts | {"owner_id": name, "building_id": name} for name, facts in PEOPLE.items()]
    lines = [",".join(("claim_id", *FACTS)), *(",".join((row["owner_id"], *row.values())) for row in rows)]
    (folder / "claims.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "funds.csv").write_text("fund,currency,amount\nbudget,UAH,2152000\n", encoding="utf-8")
    words = ("--on", "2025-02-11", "--funds", folder / "funds.csv", "--out", folder / "round")
    result = run("decide", UKRAINE, folder / "claims.csv", *words)
    assert result.exit_code == 0, result.output
    return folder / "round"


def told(decided: Path, claim: str, language: str = "en") -> str:
    """Without the marks that keep numbers upright among Arabic words."""
    text = run("explain", decided, claim, "--lang", language).stdout
    return "".join(letter for letter in text if letter not in "\u2066\u2067\u2068\u2069")


@pytest.mark.parametrize(("language", "money"), [("en", "UAH"), ("ar", "هريفنيا")])
def test_both_formulas_of_a_destroyed_house_are_shown(decided: Path, language: str, money: str):
    text = told(decided, "Oleksii", language)

    assert f"893,479.28 {money}" in text
    assert f"1,248,160 {money}" in text
    assert f"624,080 {money}" in text


def test_the_area_above_the_limit_is_named_as_recorded(decided: Path):
    text = told(decided, "Maria")

    assert "Awarded: 4,304,000 UAH" in text
    assert "recorded in the register for a claim to reparations” (40 m²) = 200 m²" in text


@pytest.mark.parametrize(("language", "heading"), [("en", "What is known already"), ("ar", "المعروف حتى الآن")])
def test_the_floor_is_shown_where_the_price_is_missing(decided: Path, language: str, heading: str):
    text = told(decided, "Ivan", language)

    assert heading in text
    assert "2,856,720" in text[text.index(heading) :]


def test_the_sum_that_a_line_takes_from_a_fact_is_named(decided: Path):
    assert "- “Sum of the commission's checklist for the repair”: 320,000 UAH." in told(decided, "Olena")


def test_the_share_behind_a_part_is_told_with_its_source(decided: Path):
    text = told(decided, "Olena")

    parts = text[text.index("How it is paid out") : text.index("Housing certificate")]

    assert "Due now: 224,000 UAH." in parts
    assert "“First part of the repair money of category B”: 70 %, in force since 15 September 2023 [source" in parts


def test_a_claim_beyond_the_fund_says_its_place_and_the_money_ahead(decided: Path):
    text = told(decided, "Olena")

    assert "Place: 3" in text
    assert "Due to those whose turn comes first: 2,776,080 UAH" in text
    assert "Missing for what is due now: 224,000 UAH" in text
