"""A claims file read into one exact table: what comes through, what is listed, what adds up."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sanad.caseload.problems import CaseloadRefused
from tests.caseload.building import fact, read, read_text, write

COST = fact("cost", "money", most="99_999_999_999_999")
AREA = fact("area", "quantity", unit="m2", decimals=1)
FACTS = [
    fact("grade", low=Decimal(1), high=Decimal(5)),
    COST,
    AREA,
    fact("visited", "date"),
    fact("landless", "boolean"),
    fact("slope", "choice", options="flat steep"),
]


def test_a_row_becomes_scaled_integers_codes_days_and_truths(tmp_path: Path):
    text = 'claim_id,grade,cost,area,visited,landless,slope\nSita,3,"1,200.50",58.4,25/04/2015,نعم, Flat \n'

    read = read_text(tmp_path, text, FACTS)

    assert read.rows() == [
        {
            "claim_id": "Sita",
            "grade": 3,
            "cost": 120_050,
            "area": 584,
            "visited": date(2015, 4, 25),
            "landless": True,
            "slope": "flat",
        }
    ]
    assert read.bad == []


def test_the_table_has_exactly_the_types_of_the_engine(tmp_path: Path):
    read = read_text(tmp_path, "claim_id,grade\nSita,3\n", FACTS)

    kinds = [str(kind) for kind in read.connection.table("claims").types]

    assert kinds == ["VARCHAR", "BIGINT", "BIGINT", "BIGINT", "DATE", "BOOLEAN", "VARCHAR"]


def test_an_empty_cell_is_an_absent_fact(tmp_path: Path):
    read = read_text(tmp_path, "claim_id,grade,slope\nSita,,\nHari,5,flat\n", FACTS)

    assert read.values("grade") == [None, 5]
    assert read.values("slope") == [None, "flat"]
    assert read.caseload.null_free == {"claim_id"}


def test_a_bad_row_has_one_line_with_its_first_fault_and_the_others_beside_it(tmp_path: Path):
    text = "claim_id,grade,cost,slope\nSita,9,1.005,flat\nHari,3,5,hill\nMaya,1,1,steep\n"

    read = read_text(tmp_path, text, FACTS)

    assert read.values("claim_id") == ["Maya"]
    assert read.bad == [
        {
            "row": 2,
            "column": "grade",
            "code": "out_of_range",
            "value": "9",
            "also": "cost too_many_decimals 1.005",
            "file": "claims.csv",
        },
        {"row": 3, "column": "slope", "code": "not_an_option", "value": "hill", "also": "", "file": "claims.csv"},
    ]
    assert read.caseload.bad_codes == {"not_an_option": 1, "out_of_range": 1}


def test_good_and_bad_rows_add_up_to_the_input(tmp_path: Path):
    rows = [f"C{place},{place % 7}" for place in range(700)]

    read = read_text(tmp_path, "\n".join(["claim_id,grade", *rows]), FACTS)

    assert (read.caseload.rows_in, read.caseload.rows_good, read.caseload.rows_bad) == (700, 500, 200)
    assert len(read.rows()) == 500
    assert len(read.bad) == 200


def test_claims_stay_in_the_order_of_the_file(tmp_path: Path):
    ids = [f"C{place * 7919 % 100_003:06}" for place in range(50_000)]

    read = read_text(
        tmp_path, "\n".join(["claim_id,grade", *(f"{claim},{1 + int(claim[1:]) % 5}" for claim in ids)]), FACTS
    )

    assert read.values("claim_id") == ids


def test_every_row_of_a_doubled_id_is_bad(tmp_path: Path):
    read = read_text(tmp_path, "claim_id,grade\nSita,1\nHari,2\n Sita\u200f,3\n", FACTS)

    assert read.values("claim_id") == ["Hari"]
    assert read.faults == [(2, "claim_id", "duplicate_id", "Sita"), (4, "claim_id", "duplicate_id", " Sita\u200f")]


def test_a_row_without_an_id_is_bad(tmp_path: Path):
    read = read_text(tmp_path, "claim_id,grade\n,1\n#REF!,2\nSi\x00ta,3\n", FACTS)

    assert [fault[:3] for fault in read.faults] == [
        (2, "claim_id", "no_id"),
        (3, "claim_id", "spreadsheet_error"),
        (4, "claim_id", "bad_id"),
    ]


def test_a_ragged_row_is_listed_and_never_shifted(tmp_path: Path):
    read = read_text(tmp_path, "claim_id,grade,cost\nSita,1\nHari,1,2,3\nMaya,1,2\n", FACTS)

    assert read.values("claim_id") == ["Maya"]
    assert read.faults == [(2, "", "ragged_row", "2"), (3, "", "ragged_row", "4")]


def test_a_required_fact_that_is_absent_makes_the_row_bad(tmp_path: Path):
    read = read_text(tmp_path, "claim_id,grade\nSita,\nHari,2\n", [fact("grade", required=True)])

    assert read.values("claim_id") == ["Hari"]
    assert read.faults == [(2, "grade", "required", "")]


def test_a_default_stands_where_the_fact_is_absent_and_is_counted(tmp_path: Path):
    fields = [
        fact("picked", "boolean", default=False),
        fact("floors", default=Decimal(1)),
        fact("rooms", default=Decimal(2)),
    ]

    read = read_text(tmp_path, "claim_id,picked,floors\nSita,,3\nHari,yes,\nMaya,,x\n", fields)

    assert read.values("picked") == [False, True]
    assert read.values("floors") == [3, 1]
    assert read.values("rooms") == [2, 2]
    assert read.caseload.defaults_used == {"picked": 1, "floors": 1, "rooms": 2}
    assert read.caseload.null_free == {"claim_id", "picked", "floors", "rooms"}


def test_a_text_never_gets_in_and_is_never_shown(tmp_path: Path):
    fields = [fact("note", "text"), fact("reason", "text", required=True), fact("grade")]

    read = read_text(tmp_path, "claim_id,note,reason,grade\nSita,my phone is 71,because,1\nHari,secret,,x\n", fields)

    assert read.rows() == [{"claim_id": "Sita", "grade": 1}]
    assert read.bad[0] | {"also": read.bad[0]["also"]} == read.bad[0]
    assert read.faults == [(3, "reason", "required", "")]
    assert "secret" not in str(read.bad)
    assert read.caseload.files[0].columns_text == ("note", "reason")


def test_missing_and_unused_columns_are_named(tmp_path: Path):
    read = read_text(tmp_path, "claim_id,grade,colour,colour\nSita,1,red,blue\n", FACTS)

    assert read.caseload.columns_missing == ("cost", "area", "visited", "landless", "slope")
    assert read.caseload.columns_unused == ("colour", "colour")
    assert read.values("cost") == [None]


def test_a_file_without_the_id_of_claims_is_refused(tmp_path: Path):
    with pytest.raises(CaseloadRefused) as refusal:
        read_text(tmp_path, "id,grade\nSita,1\n", FACTS)

    assert refusal.value.code == "no_id_column"
    assert "claim_id" in refusal.value.says["ar"]


def test_a_doubled_column_that_is_needed_is_refused(tmp_path: Path):
    with pytest.raises(CaseloadRefused) as refusal:
        read_text(tmp_path, "claim_id,grade,grade\nSita,1,2\n", FACTS)

    assert refusal.value.code == "doubled_column"


def test_a_header_alone_is_a_caseload_of_nobody(tmp_path: Path):
    assert read_text(tmp_path, "claim_id,grade\n", FACTS).caseload.rows_in == 0


def test_a_name_of_a_column_is_never_run(tmp_path: Path):
    text = 'claim_id,"x\'; drop table claims; --",grade\nSita,1,{plain}\n'

    read = read_text(tmp_path, text, FACTS)

    assert read.faults == [(2, "grade", "bad_number", "{plain}")]


def test_a_made_up_file_says_so(tmp_path: Path):
    text = "claim_id,grade,generated,assumed\nSita,1,true,landless slope\n"

    read = read_text(tmp_path, text, FACTS)

    assert read.caseload.generated
    assert read.caseload.assumed_in_file == ("landless", "slope")
    assert read.caseload.columns_unused == ()
    assert not read_text(tmp_path, "claim_id,grade\nSita,1\n", FACTS).caseload.generated


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1256"])
def test_the_encoding_is_found_and_told(tmp_path: Path, encoding: str):
    path = write(tmp_path, "claim_id,grade\nسميرة,٣\nخالد,4\n".replace("٣", "3"), encoding=encoding)

    found = read(path, FACTS)

    assert found.values("claim_id") == ["سميرة", "خالد"]
    assert found.caseload.encoding == encoding


AMOUNTS = st.lists(st.one_of(st.none(), st.integers(-(10**15) + 1, 10**15 - 1)), min_size=1, max_size=30)


@given(AMOUNTS, st.sampled_from(["csv", "xlsx", "int64", "decimal", "wide decimal", "text"]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_amounts_up_to_ten_to_fifteen_cents_come_through_exactly(tmp_path: Path, cents: list[int | None], kind: str):
    if kind == "int64":
        cents = [amount if amount is None else amount // 100 * 100 for amount in cents]

    found = read(_amounts_file(tmp_path, cents, kind), [fact("cost", "money", most="10_000_000_000_000")])

    assert found.values("cost") == cents
    assert found.bad == []


def _amounts_file(folder: Path, cents: list[int | None], kind: str) -> Path:
    major = [None if amount is None else Decimal(amount).scaleb(-2) for amount in cents]
    ids = [f"C{place}" for place in range(len(cents))]
    if kind == "csv":
        return write(
            folder, "\n".join(["claim_id,cost", *(f"{i},{_text(m)}" for i, m in zip(ids, major, strict=True))])
        )
    if kind == "xlsx":
        book = xlsxwriter.Workbook(folder / "claims.xlsx")
        sheet = book.add_worksheet()
        for place, row in enumerate([("claim_id", "cost"), *zip(ids, map(_text, major), strict=True)]):
            sheet.write_row(place, 0, row, None)
        book.close()
        return folder / "claims.xlsx"
    kinds = {"int64": pa.int64(), "decimal": pa.decimal128(18, 2), "wide decimal": pa.decimal128(30, 4)}
    column = [_text(m) or None for m in major] if kind == "text" else major
    if kind == "int64":
        column = [None if m is None else int(m) for m in major]
    pq.write_table(pa.table({"claim_id": ids, "cost": pa.array(column, kinds.get(kind))}), folder / "claims.parquet")
    return folder / "claims.parquet"


def _text(major: Decimal | None) -> str:
    return "" if major is None else f"{major:f}"
