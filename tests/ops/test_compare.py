"""`sanad compare`, as a person runs it: a town's programme beside an edited copy of it."""

import csv
import json
from pathlib import Path
from typing import Any

import duckdb
import pytest
from typer.testing import Result

from sanad.ops.compare_columns import lined_up
from tests.ops.conftest import NEPAL, run
from tests.ops.town import CLAIMS, IN_EUROS, ON, TEMPLATE, edited


def compared(town: Path, other: Path, *more: object) -> dict[str, Any]:
    result = run("compare", TEMPLATE, other, town, "--on", ON, "--json", *more)
    assert result.exit_code == 0, result.output
    return dict(json.loads(result.stdout))


def rows_of(file: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(file.open(encoding="utf-8", newline="")))


def test_every_row_of_the_file_is_counted_once_by_what_changes(town: Path, milder: Path):
    found = compared(town, milder)

    assert {kind: one["claims"] for kind, one in found["changes"].items()} == {
        "more": 1,
        "less": 2,
        "same": 1,
        "only_b": 1,
        "neither": 1,
        "unread": 1,
    }
    assert found["rows"] == {"given": 7, "both": 5, "only_a": 0, "only_b": 1, "neither": 1}


def test_the_differences_of_all_kinds_add_up_to_the_difference_of_the_costs(town: Path, milder: Path):
    found = compared(town, milder)

    kinds = found["changes"].values()
    assert found["totals"]["net"] == {"a": 6000_00, "b": 12400_00, "difference": 6400_00}
    assert sum(one["difference"] for one in kinds) == 6400_00
    assert sum(one["claims"] for one in kinds) == found["rows"]["given"]


def test_outcomes_are_counted_across_with_the_bad_rows_of_each_side(town: Path, milder: Path):
    found = compared(town, milder)

    assert {(cell["a"], cell["b"]): cell["claims"] for cell in found["outcomes"]} == {
        ("award", "award"): 2,
        ("award", "refuse"): 1,
        ("bad_row", "award"): 1,
        ("bad_row", "bad_row"): 1,
        ("incomplete", "incomplete"): 1,
        ("refuse", "refuse"): 1,
    }


def test_claims_are_grouped_by_what_is_asked_in_the_order_of_the_programme(town: Path, milder: Path):
    found = compared(town, milder, "--by", "damage,renting")

    by = {one["by"]: {group["value"]: group["claims"] for group in one["groups"]} for one in found["groups"]}
    assert list(by["damage"].items()) == [("none", 1), ("partial", 3), ("destroyed", 2)]
    assert list(by["renting"].items()) == [("true", 1), ("false", 4), (None, 1)]
    damage = found["groups"][0]["groups"]
    assert sum(group["net"]["difference"] for group in damage) == found["totals"]["net"]["difference"]


def test_claims_are_grouped_by_a_definition_of_the_rules(tmp_path: Path, claims: Path):
    asked = ("compare", NEPAL, NEPAL, claims, "--on", "2016-06-01", "--on-b", "2018-09-01", "--by", "work", "--json")

    found = json.loads(run(*asked).stdout)

    groups = {group["value"]: group for group in found["groups"][0]["groups"]}
    assert {value: group["claims"] for value, group in groups.items()} == {"rebuild": 2, "retrofit": 3}
    assert groups["rebuild"]["net"]["difference"] == 100_000_00
    assert groups["rebuild"]["label"] == {"en": "to rebuild", "ar": "إعادة البناء"}


def test_the_change_is_told_with_the_figures_that_differ_and_the_reason(town: Path, milder: Path):
    found = compared(town, milder)

    told = {one["claim"]: one for one in found["explained"]}
    said = {one["what"]: (one["a"], one["b"]) for claim in told.values() for one in claim["differences"]}
    assert {claim: one["why"] for claim, one in told.items()} == {"Amal": "more", "Elias": "less", "Basim": "less"}
    assert said["Answer"][1] == "refused. The claim was filed after the last day."
    rent = next(pair for what, pair in said.items() if what.startswith("“Rent for a month”"))
    assert [side.partition(",")[0] for side in rent] == ["350 USD", "300 USD"]
    assert said["“Part of the cost that is paid”"][0].startswith("60, since 1 January 2025")
    assert "“Last day of filing”" not in [one["what"] for one in told["Basim"]["differences"]]
    assert told["Amal"]["a"] != told["Amal"]["b"]


def test_two_readings_of_one_programme_may_change_only_what_is_due_now(tmp_path: Path, claims: Path):
    head, sita, *_ = claims.read_text(encoding="utf-8").splitlines()
    passed = tmp_path / "passed.csv"
    passed.write_text(f"{head},plinth_passed\n{sita},true\n", encoding="utf-8")

    found = json.loads(run("compare", f"{NEPAL}@may", NEPAL, passed, "--on", "2016-06-01", "--json").stdout)

    told = found["explained"][0]
    assert found["totals"]["net"]["difference"] == 0
    assert found["totals"]["due_now"]["difference"] == 20_000_00
    assert (told["why"], told["claim"]) == ("due", "Sita")
    assert [(one["a"], one["b"]) for one in told["differences"]][:2] == [
        ("200,000 NPR", "200,000 NPR"),
        ("110,000 NPR", "130,000 NPR"),
    ]
    assert any(one["a"].startswith("60,000 NPR") for one in told["differences"])


def test_the_reading_of_each_side_is_told_in_its_words(claims: Path):
    told = run("compare", f"{NEPAL}@may", NEPAL, claims, "--on", "2016-06-01")

    assert told.exit_code == 0, told.output
    assert "(may)" in told.stdout
    assert "(april)" in told.stdout


def test_two_currencies_stand_side_by_side_without_a_difference(tmp_path: Path, town: Path):
    euros = edited(tmp_path / "euros", IN_EUROS)

    found = compared(town, euros)
    told = run("compare", TEMPLATE, euros, town, "--on", ON)

    assert found["totals"]["net"] == {"a": 6000_00, "b": 6000_00}
    assert found["changes"]["other_money"] == {"claims": 3, "a": 6000_00, "b": 6000_00}
    assert "A pays in USD and B in EUR." in told.stdout
    assert "not compared" in told.stdout


def test_two_days_of_one_programme_are_two_versions(town: Path):
    asked = ("compare", TEMPLATE, TEMPLATE, town, "--on", "2025-06-01", "--on-b", ON, "--json")

    found = json.loads(run(*asked).stdout)

    assert found["changes"]["more"] == {"claims": 1, "a": 3600_00, "b": 4200_00, "difference": 600_00}


def test_the_folder_holds_tables_page_and_both_rounds(tmp_path: Path, town: Path, milder: Path):
    out = tmp_path / "out"

    result = run("compare", TEMPLATE, milder, town, "--on", ON, "--out", out)

    assert result.exit_code == 0, result.output
    assert [(row["change"], row["claims"], row["difference"]) for row in rows_of(out / "changes.csv")][:2] == [
        ("more", "1", "200.00"),
        ("less", "2", "-1800.00"),
    ]
    assert sum(int(row["claims"]) for row in rows_of(out / "outcomes.csv")) == 7
    assert {row["by"] for row in rows_of(out / "groups.csv")} == {"damage"}
    assert json.loads((out / "compare.json").read_text(encoding="utf-8"))["rows"]["given"] == 7
    assert [run("replay", out / side).exit_code for side in ("a", "b")] == [0, 0]
    assert run("explain", out / "b", "Faten").exit_code == 0
    assert sorted(kept(out / "claims.parquet")) == ["Amal", "Basim", "Chadi", "Dina", "Elias", "Faten"]


def kept(file: Path) -> list[str]:
    return [str(row[0]) for row in duckdb.connect().read_parquet(str(file)).select("claim_id").fetchall()]


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_terminal_shows_costs_changes_and_examples(town: Path, milder: Path, lang: str):
    result = run("compare", TEMPLATE, milder, town, "--on", ON, "--lang", lang)

    words = {"en": ("get more in B", "bad row", "Amal"), "ar": ("تأخذ أكثر في «ب»", "صف معيب", "Amal")}
    assert result.exit_code == 0, result.output
    assert all(word in result.stdout for word in words[lang])
    assert "12,400" in result.stdout


def test_sums_of_a_column_line_up_where_one_has_cents():
    rows = lined_up([("rent", "1,200", "−3.50", "5"), ("repair", "7", "+1,000", "not compared")])

    assert rows == [("rent", "1,200", "−3.50", "5"), ("repair", "7", "+1,000.00", "not compared")]


def refusal(*asked: object) -> Result:
    return run("compare", *asked, "--json")


def test_what_cannot_be_compared_is_told_in_both_languages(tmp_path: Path, town: Path, milder: Path):
    (tmp_path / "there").mkdir()
    usual = (TEMPLATE, milder, town, "--on", ON)
    asked = {
        "same_sides": (TEMPLATE, TEMPLATE, town, "--on", ON),
        "no_file": (TEMPLATE, milder, tmp_path / "nothing.csv", "--on", ON),
        "bad_date": (*usual, "--on-b", "soon"),
        "out_exists": (*usual, "--out", tmp_path / "there"),
        "unknown_group": (*usual, "--by", "damag"),
        "not_to_group_by": (*usual, "--by", "repair_estimate"),
    }

    results = {code: refusal(*words) for code, words in asked.items()}

    told = {code: json.loads(result.stderr) for code, result in results.items()}
    assert {code: one["error"] for code, one in told.items()} == {code: code for code in asked}
    assert {result.exit_code for result in results.values()} == {2}
    assert all(set(one["says"]) == {"en", "ar"} for one in told.values())
    assert "Did you mean `damage`?" in told["unknown_group"]["says"]["en"]


def test_sides_without_a_claim_in_common_are_a_failed_check(tmp_path: Path, town: Path, milder: Path):
    only_large = [line for line in CLAIMS.splitlines() if line.startswith(("claim_id", "Faten"))]
    town.write_text("\n".join(only_large) + "\n", encoding="utf-8")

    result = refusal(TEMPLATE, milder, town, "--on", ON, "--out", tmp_path / "out")

    assert result.exit_code == 1
    assert json.loads(result.stderr)["error"] == "nothing_in_common"
    assert not (tmp_path / "out").exists()


def test_what_is_wrong_with_one_side_is_told_with_its_name(tmp_path: Path, town: Path, milder: Path):
    town.write_text(CLAIMS, encoding="utf-8")
    mapping = tmp_path / "map.yaml"
    mapping.write_text("fields: {damage: harm}\n", encoding="utf-8")

    result = refusal(TEMPLATE, milder, town, "--on", ON, "--mapping-b", mapping)

    assert result.exit_code == 1
    assert json.loads(result.stderr)["says"]["en"].startswith("B: map.yaml")


def test_programmes_with_other_fields_are_compared_over_the_columns_of_both(tmp_path: Path):
    claims = tmp_path / "both.csv"
    head = "claim_id,dwelling_id,household_id,house_id,damage,people,renting,filed_on,damage_grade,owner_occupied"
    claims.write_text(f"{head}\nAmal,D1,H1,B1,destroyed,3,true,2025-03-05,1,true\n", encoding="utf-8")

    result = refusal(TEMPLATE, NEPAL, claims, "--on", ON, "--by", "damage", "--by", "damage_grade")

    found = json.loads(result.stdout)
    assert result.exit_code == 0, result.output
    assert found["outcomes"] == [{"a": "award", "b": "refuse", "claims": 1}]
    assert found["changes"]["less"] == {"claims": 1, "a": 4200_00, "b": 0}
    assert [one["by"] for one in found["groups"]] == ["damage", "damage_grade"]
