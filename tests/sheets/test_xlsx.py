import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter

from sanad.sheets import xlsx_guard
from sanad.sheets.problems import SheetRefused
from sanad.sheets.writing import write_xlsx
from tests.sheets.reading import names_of, rows_of, save

NOON = datetime(2015, 4, 25, 12, 0)  # noqa: DTZ001 - a spreadsheet knows no time zone


def workbook(folder: Path, *rows: tuple[object, ...], at: tuple[int, int] = (0, 0)) -> Path:
    path = folder / "file.xlsx"
    book = xlsxwriter.Workbook(path, {"default_date_format": "yyyy-mm-dd"})
    sheet = book.add_worksheet()
    for place, row in enumerate(rows):
        sheet.write_row(at[0] + place, at[1], row)
    book.close()
    return path


def test_cells_become_exact_text(tmp_path: Path):
    path = workbook(
        tmp_path,
        ("a", "b", "c", "d", "e", "f"),
        (3.0, 0.1, True, date(2015, 4, 25), NOON, "٣"),
        (999_999_999_999_999, -12.5, False, 1e20, 0.000001, 361408000911),
    )

    assert rows_of(path) == [
        (2, 6, "3", "0.1", "true", "2015-04-25", "2015-04-25 12:00:00", "٣"),
        (3, 6, "999999999999999", "-12.5", "false", "≈1e+20", "0.000001", "361408000911"),
    ]


def test_rows_are_numbered_as_the_spreadsheet_shows_them(tmp_path: Path):
    path = workbook(tmp_path, ("a", "b"), (1, 2), ("", ""), (3, ""), at=(4, 2))

    assert names_of(path) == ["a", "b"]
    assert rows_of(path) == [(6, 2, "1", "2"), (8, 2, "3", "")]


@pytest.mark.parametrize("chunk", [1 << 20, 7])
@pytest.mark.parametrize("error", ["#REF!", "#DIV/0!", "#N/A", "#VALUE!"])
def test_a_cell_that_shows_an_error_is_listed_as_it_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: str, chunk: int
):
    monkeypatch.setattr(xlsx_guard, "CHUNK", chunk)
    path = tmp_path / "file.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    sheet.write_row(0, 1, ["a", "b"])
    sheet.write_string(1, 1, "Sita")
    sheet.write_formula(1, 2, "=A99", None, error)
    book.close()

    assert rows_of(path) == [(2, 2, "Sita", error)]


def test_a_workbook_with_data_on_two_sheets_is_refused(tmp_path: Path):
    path = tmp_path / "file.xlsx"
    book = xlsxwriter.Workbook(path)
    for title in ("Haret Hreik", "Mrayjeh", "Empty"):
        sheet = book.add_worksheet(title)
        if title != "Empty":
            sheet.write_string(0, 0, "claim_id")
    book.close()

    with pytest.raises(SheetRefused) as refusal:
        rows_of(path)

    assert refusal.value.code == "several_sheets"
    assert "Haret Hreik, Mrayjeh" in refusal.value.says["en"]


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = workbook(tmp_path, ("a",), ("x" * 30_000,))
    monkeypatch.setattr(xlsx_guard, "LARGEST_UNPACKED", 20_000)

    with pytest.raises(SheetRefused) as refusal:
        rows_of(path)

    assert refusal.value.code == "too_large"


def test_a_part_that_is_larger_than_it_says_is_refused(tmp_path: Path):
    path = tmp_path / "file.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 1_000_000)
    stated = path.read_bytes().replace((1_000_000).to_bytes(4, "little"), (1_000).to_bytes(4, "little"))
    path.write_bytes(stated)

    with pytest.raises(SheetRefused) as refusal:
        rows_of(path)

    assert refusal.value.code == "broken_xlsx"


def test_one_stray_cell_in_the_last_corner_is_refused(tmp_path: Path):
    path = tmp_path / "file.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    sheet.write_string(0, 0, "claim_id")
    sheet.write_string(1_048_575, 16_383, "stray")
    book.close()

    with pytest.raises(SheetRefused) as refusal:
        rows_of(path)

    assert refusal.value.code == "too_large"


@pytest.mark.parametrize("content", [b"PK\x03\x04 not a workbook", b"PK\x03\x04"])
def test_a_damaged_workbook_is_refused(tmp_path: Path, content: bytes):
    path = save(tmp_path, content, "file.xlsx")

    with pytest.raises(SheetRefused) as refusal:
        rows_of(path)

    assert refusal.value.code == "broken_xlsx"


def test_a_truncated_workbook_is_refused(tmp_path: Path):
    whole = workbook(tmp_path, ("a",), (1,)).read_bytes()

    with pytest.raises(SheetRefused) as refusal:
        rows_of(save(tmp_path, whole[: len(whole) // 2], "half.xlsx"))

    assert refusal.value.code == "broken_xlsx"


def test_what_is_written_is_text_and_no_formula(tmp_path: Path):
    path = tmp_path / "file.xlsx"

    write_xlsx(path, ["id", "name"], [(10**15, "=1+1"), (None, "٣")])

    assert rows_of(path) == [(2, 2, "1000000000000000", "=1+1"), (3, 2, "", "٣")]
