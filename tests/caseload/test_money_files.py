"""What was paid before, and the money at hand: every payment counted, funds in the right currency."""

from datetime import date
from pathlib import Path

import duckdb
import pytest

from sanad.caseload.funds import read_funds
from sanad.caseload.paid import read_paid
from sanad.caseload.problems import CaseloadRefused
from sanad.engine.rules.building import build
from sanad.engine.rules.ruleset import RuleSet
from sanad.rulebook.reading import load_programme
from tests.caseload.building import write
from tests.health.tree import ROOT

ON = date(2018, 9, 1)


@pytest.fixture(scope="module")
def rules() -> RuleSet:
    return build(load_programme(ROOT / "programmes" / "nepal-2015"))


@pytest.fixture
def connection() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    connection.execute("create table claims as select unnest(['Sita', 'Hari']) as claim_id")
    return connection


def paid_rows(connection: duckdb.DuckDBPyConnection) -> list[tuple[object, ...]]:
    return connection.execute("from paid").fetchall()


def test_two_rows_alike_are_two_payments(connection: duckdb.DuckDBPyConnection, rules: RuleSet, tmp_path: Path):
    line = rules.lines[0].name
    rows = f'claim_id,line,amount,date\nSita,{line},"50,000",2016-06-01\nSita,{line},50000,2016-06-01\n'

    paid = read_paid(connection, rules, write(tmp_path, rows), ON)

    assert paid_rows(connection) == [("Sita", line, 5_000_000, date(2016, 6, 1))] * 2
    assert (paid.rows_in, paid.rows_bad, paid.total) == (2, 0, 10_000_000)
    assert not (tmp_path / "bad_paid.csv").exists()


def test_a_payment_that_matches_nothing_is_listed(
    connection: duckdb.DuckDBPyConnection, rules: RuleSet, tmp_path: Path
):
    line = rules.lines[0].name
    stated = [f"Maya,{line},1", "Sita,roof,1", f"Sita,{line},-5", f"Sita,{line},", f"Hari,{line},7"]
    rows = "".join(f"{row}\n" for row in ["claim_id,line,amount,date", *(f"{row},2016-06-01" for row in stated)])

    paid = read_paid(connection, rules, write(tmp_path, rows), ON, tmp_path)

    assert paid_rows(connection) == [("Hari", line, 700, date(2016, 6, 1))]
    assert (paid.rows_in, paid.rows_bad) == (5, 4)
    assert (tmp_path / "bad_paid.csv").read_text(encoding="utf-8").splitlines()[1:] == [
        "2,claim_id,unknown_claim,Maya,,claims.csv",
        "3,line,not_an_option,roof,,claims.csv",
        "4,amount,out_of_range,-5,,claims.csv",
        "5,amount,required,,,claims.csv",
    ]


def test_a_file_of_payments_without_amounts_is_refused(
    connection: duckdb.DuckDBPyConnection, rules: RuleSet, tmp_path: Path
):
    with pytest.raises(CaseloadRefused) as refusal:
        read_paid(connection, rules, write(tmp_path, "claim_id,line\nSita,x\n"), ON)

    assert refusal.value.code == "bad_header"


FUNDS = "fund,currency,amount,earmarks\n"


def test_funds_are_read_to_the_cent_with_what_they_may_be_used_for(rules: RuleSet, tmp_path: Path):
    rows = 'Reserve,NPR,"1,000,000.50",\nDonor,NPR,7,repair_kind=major|minor; line=land\n'

    reserve, donor = read_funds(write(tmp_path, FUNDS + rows), rules)

    assert (reserve.name, reserve.amount, reserve.conditions, reserve.lines) == ("Reserve", 100_000_050, (), None)
    assert (donor.name, donor.amount, donor.earmarks) == ("Donor", 700, "repair_kind=major|minor; line=land")
    assert [donor.may_pay(line.name) for line in rules.lines] == [line.name == "land" for line in rules.lines]
    assert len(donor.conditions) == 1


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ("", "no_funds"),
        ("A,NPR,1,\nA,NPR,2,\n", "doubled_fund"),
        (",NPR,1,\n", "unnamed_fund"),
        ("A,USD,1,\n", "other_currency"),
        ("A,NPR,1,\nB,USD,1,\n", "other_currency"),
        ("A,NPR,1,houses in Gorkha\n", "earmark_syntax"),
        ("A,NPR,1,repair_kind=\n", "earmark_syntax"),
        ("A,NPR,1,zone=north\n", "earmark_field"),
        ("A,NPR,1,damage_grade=5\n", "earmark_field"),
        ("A,NPR,1,repair_kind=majr\n", "earmark_value"),
        ("A,NPR,1,line=lnd\n", "earmark_value"),
        ("A,NPR,1,line=land; line=land\n", "earmark_doubled"),
        ("A,NPR,,\n", "bad_fund"),
        ("A,NPR,-1,\n", "bad_fund"),
        ("A,NPR,1.005,\n", "bad_fund"),
        ("A,NPR,1e6,\n", "bad_fund"),
        ("A,NPR,10000000000000000000000,\n", "bad_fund"),
        ("".join(f"A{place},NPR,10000000000000000,\n" for place in range(10)), "funds_too_large"),
    ],
)
def test_a_fund_that_cannot_pay_is_refused_in_both_languages(rules: RuleSet, tmp_path: Path, rows: str, code: str):
    path = write(tmp_path, FUNDS + rows)

    with pytest.raises(CaseloadRefused) as refusal:
        read_funds(path, rules)

    assert refusal.value.code == code
    assert set(refusal.value.says) == {"en", "ar"}


def test_a_refused_earmark_names_its_row_and_what_was_meant(rules: RuleSet, tmp_path: Path):
    path = write(tmp_path, f"{FUNDS}A,NPR,1,\nB,NPR,1,repair_knd=major\n")

    with pytest.raises(CaseloadRefused) as refusal:
        read_funds(path, rules)

    assert "row 3, earmarks: `repair_knd`" in refusal.value.says["en"]
    assert "Did you mean `repair_kind`?" in refusal.value.says["en"]


def test_a_file_of_funds_without_a_currency_is_refused(rules: RuleSet, tmp_path: Path):
    with pytest.raises(CaseloadRefused) as refusal:
        read_funds(write(tmp_path, "fund,amount\nA,1\n"), rules)

    assert refusal.value.code == "bad_header"
