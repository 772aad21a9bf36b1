import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sanad.sheets.problems import SheetRefused
from sanad.sheets.writing import write_csv
from tests.sheets.reading import names_of, rows_of, save


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(tmp_path: Path, delimiter: str):
    text = delimiter.join(["claim_id", "note", "area"]) + "\n" + delimiter.join(["Sita", '"1, 2; 3"', "58.4"]) + "\n"

    path = save(tmp_path, text.encode())

    assert names_of(path) == ["claim_id", "note", "area"]
    assert rows_of(path) == [(2, 3, "Sita", "1, 2; 3", "58.4")]


def test_rows_are_numbered_as_a_spreadsheet_shows_them(tmp_path: Path):
    path = save(tmp_path, b'a,b\r\n1,"two\r\nlines"\r\n\r\n3,4\r\n')

    assert rows_of(path) == [(2, 2, "1", "two\r\nlines"), (4, 2, "3", "4")]


def test_ragged_rows_are_kept_and_counted(tmp_path: Path):
    path = save(tmp_path, b"a,b,c\n1,2\n1,2,3,4\n1,2,3\n")

    assert rows_of(path) == [(2, 2, "1", "2", None), (3, 4, "1", "2", "3"), (4, 3, "1", "2", "3")]


def test_empty_names_at_the_end_of_the_header_are_no_columns(tmp_path: Path):
    path = save(tmp_path, b"a,b,,\n1,2,,\n1,2,,4\n")

    assert names_of(path) == ["a", "b"]
    assert rows_of(path) == [(2, 2, "1", "2"), (3, 4, "1", "2")]


def test_names_of_columns_lose_marks_and_spaces(tmp_path: Path):
    path = save(tmp_path, "\u200fclaim_id ,\u00a0area\n1,2\n".encode("utf-8-sig"))

    assert names_of(path) == ["claim_id", "area"]


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b'a,b\n1,"2\n3,4\n', 2),
        (b'a,b\n1,"2"3\n', 2),
        (b'a,b\n"1\n1",2\n"3",4\n5,"6\n7,8\n9,"10"\n', 5),
        (b'a,b\n"1\n1","2\n3,4\n', 3),
        (b'a,b\n"1 ""one""",""\n"",""",2\n3,4\n', 3),
        (b'a,b\n1,"2\n' + b"3,4\n" * 100_000, 2),
    ],
)
def test_a_quotation_mark_that_is_not_closed_refuses_the_file_and_names_its_line(
    tmp_path: Path, content: bytes, line: int
):
    path = save(tmp_path, content)

    with pytest.raises(SheetRefused) as refusal:
        rows_of(path)

    assert refusal.value.code == "broken_quotes"
    assert f"opens on line {line} is" in refusal.value.says["en"]
    assert f"في السطر {line} " in refusal.value.says["ar"]


def test_quotation_marks_in_a_table_with_tabs_may_be_plain_signs(tmp_path: Path):
    path = save(tmp_path, b'a\tb\n"Reserve" fund\t12" pipe\n"two\tlast\n')

    assert rows_of(path) == [(2, 2, '"Reserve" fund', '12" pipe'), (3, 2, '"two', "last")]


@pytest.mark.parametrize("content", [b"", b"\n\n", b",,,\n"])
def test_a_file_without_columns_is_refused(tmp_path: Path, content: bytes):
    path = save(tmp_path, content)

    with pytest.raises(SheetRefused) as refusal:
        rows_of(path)

    assert refusal.value.code == "empty_file"


def test_a_cell_keeps_a_nul_byte(tmp_path: Path):
    path = save(tmp_path, b"a,b\n1\x002,3\n")

    assert rows_of(path) == [(2, 2, "1\x002", "3")]


def test_ten_thousand_columns_are_read(tmp_path: Path):
    header = ",".join(f"column_{place}" for place in range(10_000))
    path = save(tmp_path, f"{header}\n{','.join('7' * 10_000)}\n".encode())

    (row,) = rows_of(path)

    assert row[:2] == (2, 10_000)
    assert set(row[2:]) == {"7"}


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2, max_size=2), max_size=8))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_written_is_read_again(tmp_path: Path, cells: list[list[str]]):
    path = tmp_path / "file.csv"
    rows = [(f"row {place}", *row) for place, row in enumerate(cells)]

    write_csv(path, ["id", "one", "two"], rows)

    assert [row[2:] for row in rows_of(path)] == [(row[0], *(_guarded(cell) for cell in row[1:])) for row in rows]


def _guarded(cell: str) -> str:
    is_number = re.fullmatch(r"[+-]?[0-9]+(\.[0-9]+)?", cell)
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") and not is_number else cell
