"""`sanad decide`, as a person runs it."""

import csv
import json
from pathlib import Path

import duckdb

from tests.ops.conftest import NEPAL, run

TEMPLATE = Path("programmes/template")


def awards(folder: Path) -> dict[str, dict[str, object]]:
    table = duckdb.connect().read_parquet(str(folder / "awards.parquet"))
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.fetchall()]
    return {str(row["claim_id"]): row for row in rows}


def test_every_claim_ends_in_an_outcome_with_its_reason(decided: Path):
    rows = awards(decided)

    outcomes = {claim: (row["outcome"], row["reasons"], row["net"]) for claim, row in rows.items()}

    assert outcomes == {
        "Sita": ("award", [], 300_000_00),
        "Gita": ("award", [], 100_000_00),
        "Hari": ("incomplete", ["repair_kind"], None),
        "Maya": ("refuse", ["not_damaged_enough"], 0),
        "Ram": ("refuse", ["other_house"], 0),
    }


def test_awards_bad_rows_and_input_add_up(tmp_path: Path, claims: Path):
    claims.write_text(claims.read_text() + "Sita,H1,B1,5,,false,false,true,true\nLaxmi,H9,B9,12,,false,false,true,\n")
    out = tmp_path / "round"

    result = run("decide", NEPAL, claims, "--on", "2018-09-01", "--out", out)

    bad = list(csv.DictReader((out / "bad_rows.csv").open(encoding="utf-8")))
    assert result.exit_code == 0
    assert len(bad) == 3
    assert {row["code"] for row in bad} == {"duplicate_id", "out_of_range"}
    assert len(awards(out)) + len(bad) == 7


def test_the_second_claim_for_a_house_is_not_granted_while_the_first_cannot_be_read(tmp_path: Path, claims: Path):
    first, *rows = claims.read_text().splitlines()
    sita = next(row for row in rows if row.startswith("Sita"))
    for name, grade in (("bad", "12"), ("good", "5")):
        other = sita.replace("Sita", "Aama").replace(",5,", f",{grade},")
        (tmp_path / f"{name}.csv").write_text("\n".join([first, *rows, other]) + "\n")
        result = run("decide", NEPAL, tmp_path / f"{name}.csv", "--on", "2018-09-01", "--out", tmp_path / name)
        assert result.exit_code == 0

    held = list(csv.DictReader((tmp_path / "bad" / "bad_rows.csv").open(encoding="utf-8")))
    assert {row["code"] for row in held} == {"out_of_range", "bad_in_group"}
    assert "Sita" not in awards(tmp_path / "bad")
    answer = run("explain", tmp_path / "bad", "Sita")
    assert answer.exit_code == 2
    assert "Rows of the file that were not decided: 2. They are listed in bad_rows.csv." in answer.output
    assert {"Aama", "Sita"} <= set(awards(tmp_path / "good"))
    assert awards(tmp_path / "good")["Sita"]["outcome"] == "refuse"


def test_a_file_of_which_no_row_can_be_read_is_a_failed_check(tmp_path: Path):
    claims = tmp_path / "claims.csv"
    claims.write_text("claim_id,household_id,house_id,damage_grade\nSita,H1,B1,twelve\n")

    result = run("decide", NEPAL, claims, "--on", "2018-09-01", "--out", tmp_path / "round")

    assert result.exit_code == 1
    assert (tmp_path / "round" / "bad_rows.csv").read_text().count("Sita") == 0
    assert "bad_number" in (tmp_path / "round" / "bad_rows.csv").read_text()


def test_a_round_is_never_written_over(decided: Path, claims: Path):
    before = (decided / "round.json").read_bytes()

    result = run("decide", NEPAL, claims, "--on", "2018-09-01", "--out", decided)

    assert result.exit_code == 2
    assert (decided / "round.json").read_bytes() == before


def test_a_fund_that_does_not_suffice_pays_in_order_to_the_last_unit(tmp_path: Path, claims: Path):
    funds = tmp_path / "funds.csv"
    funds.write_text("fund,currency,amount,earmarks\nrelief,NPR,60000.01,\n")
    out = tmp_path / "round"

    result = run("decide", NEPAL, claims, "--on", "2018-09-01", "--out", out, "--funds", funds)

    rows = awards(out)
    allocated = {claim: row["allocated"] for claim, row in rows.items() if row["allocated"] is not None}
    assert result.exit_code == 0
    assert sum(allocated.values()) == 60_000_01
    assert {claim: row["queue_place"] for claim, row in rows.items() if row["queue_place"]} == {"Sita": 1, "Gita": 2}


def test_earmarked_funds_pay_what_they_are_meant_for_and_the_rest_is_named(tmp_path: Path, claims: Path):
    funds = tmp_path / "funds.csv"
    rows = [
        "fund,currency,amount,earmarks",
        "free,NPR,60000,",
        "land,NPR,70000,line=land",
        "gifts,NPR,10000,line=reconstruction",
    ]
    funds.write_text("\n".join(rows))
    out = tmp_path / "round"

    result = run("decide", NEPAL, claims, "--on", "2018-09-01", "--out", out, "--funds", funds)

    found = {fund["fund"]: fund for fund in json.loads((out / "round.json").read_text())["funds"]}
    drawn = duckdb.read_parquet(str(out / "allocations.parquet"))
    assert result.exit_code == 0
    assert found["gifts"]["allocated"] == 10_000_00
    assert (found["land"]["left"], found["land"]["unmet"]) == (70_000_00, True)
    assert "Nobody may get the 70,000 NPR of the fund land" in result.stdout
    assert sum(row["allocated"] or 0 for row in awards(out).values()) == drawn.sum("amount").fetchall()[0][0]
    assert drawn.columns == ["claim_id", "line", "fund", "amount"]
    assert "fund,gifts,,10000.00,NPR\n" in (out / "summary.csv").read_text()
    assert "fund left,land,,70000.00,NPR\n" in (out / "summary.csv").read_text()
    assert str(drawn.types[3]) == "BIGINT"


def test_what_was_paid_before_is_taken_off_and_a_raised_award_catches_up(tmp_path: Path, claims: Path):
    paid = tmp_path / "paid.csv"
    paid.write_text(
        "claim,line,amount,date\nSita,reconstruction,20000,2016-06-01\nMaya,reconstruction,5000,2016-06-01\n"
    )
    out = tmp_path / "round"

    result = run("decide", NEPAL, claims, "--on", "2018-09-01", "--out", out, "--paid", paid)

    sita, maya = awards(out)["Sita"], awards(out)["Maya"]
    assert result.exit_code == 0
    assert (sita["net"], sita["paid"], sita["due_now"], sita["left"]) == (300_000_00, 20_000_00, 30_000_00, 250_000_00)
    assert (maya["outcome"], maya["overpaid"]) == ("refuse", 5_000_00)


def test_the_other_reading_is_named_in_the_round(tmp_path: Path, claims: Path):
    out = tmp_path / "round"

    result = run("decide", f"{NEPAL}@may", claims, "--on", "2016-06-01", "--out", out, "--json")

    assert result.exit_code == 0
    assert json.loads(result.stdout)["programme"]["reading"] == "may"


def test_the_reading_is_told_in_words_and_by_its_name(tmp_path: Path, claims: Path):
    told = run("decide", f"{NEPAL}@may", claims, "--on", "2016-06-01", "--out", tmp_path / "round")

    assert "(may)" in told.stdout
    assert "Reading: may" not in told.stdout


def test_the_answer_is_in_arabic_when_asked(tmp_path: Path, claims: Path):
    result = run("decide", NEPAL, claims, "--on", "2018-09-01", "--out", tmp_path / "round", "--lang", "ar")

    assert result.exit_code == 0
    assert "صفوف الملف" in result.stdout


def test_wrong_use_is_told_in_a_sentence(tmp_path: Path, claims: Path):
    missing = run("decide", NEPAL, tmp_path / "nothing.csv", "--on", "2018-09-01", "--out", tmp_path / "round")
    no_date = run("decide", NEPAL, claims, "--on", "1 Sept", "--out", tmp_path / "round")
    no_programme = run("decide", tmp_path / "none", claims, "--on", "2018-09-01", "--out", tmp_path / "round")

    assert [result.exit_code for result in (missing, no_date, no_programme)] == [2, 2, 2]
    assert not (tmp_path / "round").exists()


def test_no_number_of_the_awards_is_anything_but_a_64_bit_integer(decided: Path):
    table = duckdb.connect().read_parquet(str(decided / "awards.parquet"))

    kinds = {str(kind) for kind in table.types}

    assert kinds == {"BIGINT", "VARCHAR", "VARCHAR[]"}


def test_the_real_survey_is_decided_as_it_must_be(tmp_path: Path, survey: Path):
    out = tmp_path / "round"

    result = run(
        "decide", NEPAL, survey, "--mapping", NEPAL / "survey-map.yaml", "--on", "2018-09-01", "--out", out, "--json"
    )  # fmt: skip

    meta = json.loads(result.stdout)
    assert meta["counts"]["outcomes"] == {"award": 604, "incomplete": 293, "refuse": 103}
    assert meta["counts"]["reasons"]["incomplete"] == {"repair_kind": 293}
    assert meta["input"]["columns_unused"] == []
    assert "owns_undamaged_house" in meta["assumptions"]
    assert "repair_kind" not in meta["assumptions"]


def test_a_payment_without_a_date_or_after_the_round_is_listed_and_not_counted(tmp_path: Path, claims: Path):
    paid = tmp_path / "paid.csv"
    rows = "Sita,reconstruction,100,2018-09-02\nSita,reconstruction,100,\nSita,reconstruction,100,2018-09-01\n"
    paid.write_text("claim,line,amount,date\n" + rows)
    out = tmp_path / "round"

    run("decide", NEPAL, claims, "--on", "2018-09-01", "--out", out, "--paid", paid)

    codes = [row["code"] for row in csv.DictReader((out / "bad_paid.csv").open(encoding="utf-8"))]
    assert codes == ["after_the_round", "required"]
    assert awards(out)["Sita"]["paid"] == 100_00


def test_a_parquet_file_with_damaged_pages_is_told_in_a_sentence(tmp_path: Path, claims: Path):
    connection = duckdb.connect()
    connection.read_csv(str(claims)).create("t")
    connection.execute("create table many as select t.* replace (claim_id || n as claim_id) from t, range(9000) r(n)")
    connection.table("many").write_parquet(str(tmp_path / "claims.parquet"))
    stored = bytearray((tmp_path / "claims.parquet").read_bytes())
    stored[200:600] = bytes(400)
    (tmp_path / "claims.parquet").write_bytes(stored)

    result = run("decide", NEPAL, tmp_path / "claims.parquet", "--on", "2018-09-01", "--out", tmp_path / "round")

    assert result.exit_code == 1
    assert "claims.parquet: some rows of the file cannot be read" in result.output
    assert not (tmp_path / "round").exists()


def test_a_row_with_a_damaged_byte_is_listed_and_the_others_are_decided(tmp_path: Path, claims: Path):
    rows = "أحمد,H6,B6,5,,false,false,true,true\nخالد,H7,B7,5,,false,false,true,true\n"
    claims.write_bytes((claims.read_text() + rows).encode().replace(b",H7", b"\xff,H7"))
    out = tmp_path / "round"

    result = run("decide", NEPAL, claims, "--on", "2018-09-01", "--out", out)

    bad = list(csv.DictReader((out / "bad_rows.csv").open(encoding="utf-8")))
    meta = json.loads((out / "round.json").read_text(encoding="utf-8"))["input"]
    assert result.exit_code == 0
    assert [(row["row"], row["column"], row["code"]) for row in bad] == [("8", "claim_id", "undecodable")]
    assert (meta["rows"], meta["decided"], meta["bad_rows"]) == (7, 6, 1)
    assert "أحمد" in awards(out)


def test_a_column_named_in_wide_letters_is_another_column(tmp_path: Path, claims: Path):
    claims.write_text(claims.read_text().replace("landless", "ｌandless"), encoding="utf-8")

    result = run("decide", NEPAL, claims, "--on", "2018-09-01", "--out", tmp_path / "round", "--json")

    given = json.loads(result.stdout)["input"]
    assert given["columns_unused"] == ["ｌandless"]
    assert "landless" in given["columns_missing"]


def test_a_program_gets_what_went_wrong_as_an_object(tmp_path: Path, claims: Path):
    asked = ("decide", NEPAL, claims, "--out", tmp_path / "round", "--json")

    results = [run(*asked, "--on", "soon"), run(*asked, "--on", "2018-09-01", "--paid", tmp_path / "nowhere.csv")]
    told = [json.loads(result.stderr) for result in results]

    assert [one["error"] for one in told] == ["bad_date", "no_file"]
    assert all(set(one["says"]) == {"en", "ar"} for one in told)
    assert [(result.exit_code, result.stdout) for result in results] == [(2, ""), (2, "")]


def test_the_engine_can_be_named_and_an_unknown_one_is_wrong_use(tmp_path: Path, claims: Path):
    asked = ("decide", NEPAL, claims, "--on", "2018-09-01", "--out", tmp_path / "round", "--engine")

    unknown, known = run(*asked, "abacus"), run(*asked, "duckdb")

    assert (unknown.exit_code, known.exit_code) == (2, 0)
    assert json.loads((tmp_path / "round" / "round.json").read_text(encoding="utf-8"))["engine"] == "duckdb"


def test_the_summary_counts_awards_of_which_a_line_is_not_decided_yet(tmp_path: Path):
    claims = tmp_path / "claims.csv"
    header = "claim_id,dwelling_id,household_id,damage,repair_estimate,people,renting,filed_on"
    claims.write_text(f"{header}\nP1,D1,H1,partial,900,3,,2025-03-05\n")

    result = run("decide", TEMPLATE, claims, "--on", "2025-08-01", "--out", tmp_path / "round")

    assert result.exit_code == 0, result.output
    assert "award with line incomplete,rent,1,," in (tmp_path / "round" / "summary.csv").read_text()
    assert "rent not decided yet: facts missing" in result.stdout
