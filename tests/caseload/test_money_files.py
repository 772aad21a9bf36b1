"""What was paid before, and the money at hand: every payment counted, one fund in the right currency."""

from datetime import date
from pathlib import Path

import duckdb
import pytest

from sanad.caseload.funds import Fund, read_funds
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


def test_one_fund_is_read_to_the_cent(tmp_path: Path):
    path = write(tmp_path, 'fund,currency,amount,earmarks\nReserve,NPR,"1,000,000.50",\n')

    assert read_funds(path, "NPR") == Fund("Reserve", "NPR", 100_000_050)


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ("", "one_fund"),
        ("A,NPR,1,\nB,NPR,2,\n", "one_fund"),
        ("A,USD,1,\n", "other_currency"),
        ("A,NPR,1,houses in Gorkha\n", "earmarked"),
        ("A,NPR,,\n", "bad_fund"),
        ("A,NPR,-1,\n", "bad_fund"),
        ("A,NPR,1.005,\n", "bad_fund"),
        ("A,NPR,1e6,\n", "bad_fund"),
        ("A,NPR,10000000000000000000000,\n", "bad_fund"),
    ],
)
def test_a_fund_that_cannot_pay_is_refused_in_both_languages(tmp_path: Path, rows: str, code: str):
    path = write(tmp_path, f"fund,currency,amount,earmarks\n{rows}")

    with pytest.raises(CaseloadRefused) as refusal:
        read_funds(path, "NPR")

    assert refusal.value.code == code
    assert set(refusal.value.says) == {"en", "ar"}


def test_a_file_of_funds_without_a_currency_is_refused(tmp_path: Path):
    with pytest.raises(CaseloadRefused) as refusal:
        read_funds(write(tmp_path, "fund,amount\nA,1\n"), "NPR")

    assert refusal.value.code == "bad_header"
