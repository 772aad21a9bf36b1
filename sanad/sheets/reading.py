"""Any table that people send: opened by what the file holds, not by its name alone."""

from pathlib import Path

from sanad.sheets.csv_sheets import CsvSheet
from sanad.sheets.parquet_sheets import ParquetSheet
from sanad.sheets.problems import refused
from sanad.sheets.sheet import Sheet
from sanad.sheets.xlsx_sheets import XlsxSheet

SUFFIXES = (".csv", ".tsv", ".txt", ".xlsx", ".parquet")
OLD_EXCEL = b"\xd0\xcf\x11\xe0"


def open_sheet(path: Path) -> Sheet:
    """Raises SheetRefused when the file is missing, empty, damaged or of another kind."""
    if not path.exists():
        raise refused("no_file", path)
    try:
        start = _start(path)
        if not start:
            raise refused("empty_file", path)
        return _opened(path, start)
    except OSError as error:
        raise refused("cannot_open", path, reason=error.strerror) from error


def _start(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(4)


def _opened(path: Path, start: bytes) -> Sheet:
    if start == b"PAR1" or path.suffix.lower() == ".parquet":
        return ParquetSheet(path)
    if start == b"PK\x03\x04" or path.suffix.lower() == ".xlsx":
        return XlsxSheet(path)
    if start == OLD_EXCEL or path.suffix.lower() not in SUFFIXES:
        raise refused("unknown_kind", path)
    return CsvSheet(path)
