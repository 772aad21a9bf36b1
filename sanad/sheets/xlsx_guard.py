"""A look into a workbook before it is unpacked: bombs are refused, and cells with errors are found.

Calamine gives a cell that shows `#REF!` as an empty one, and holds a sheet as one dense block of cells.
"""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

from sanad.sheets.problems import refused

LARGEST_UNPACKED = 1_500_000_000
MOST_CELLS = 50_000_000
CHUNK = LONGEST_CELL = 1 << 20
UNNAMED_ERROR = "#VALUE!"
_PLACE = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*>')
_ERROR = re.compile(
    rb'<(?:\w+:)?c\b(?=[^>]*?\br="([A-Z]{1,3})(\d{1,7})")[^>]*?\bt="e"[^>]*>'
    rb"(?:<(?:\w+:)?f\b[^>]*(?:/>|>[^<]*</(?:\w+:)?f>))?(?:<(?:\w+:)?v>([^<]*))?"
)
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(slots=True)
class Extent:
    """How far a sheet reaches, and which error its cells show where; places are (row, column) from 0."""

    rows: int = 0
    columns: int = 0
    errors: dict[tuple[int, int], str] = field(default_factory=dict)


def look_into(path: Path) -> dict[str, Extent]:
    """The sheets by name. Raises SheetRefused for what is too large or damaged."""
    try:
        with zipfile.ZipFile(path) as archive:
            _refuse_bombs(path, archive)
            return {title: _extent(path, archive, part) for title, part in _sheets(archive).items()}
    except (zipfile.BadZipFile, KeyError, ElementTree.ParseError, NotImplementedError, RuntimeError, EOFError) as error:
        raise refused("broken_xlsx", path, reason=error) from error


def _refuse_bombs(path: Path, archive: zipfile.ZipFile) -> None:
    """Sizes are those that the archive states; a stated size that is wrong fails its checksum."""
    size = sum(part.file_size for part in archive.infolist())
    if size > LARGEST_UNPACKED:
        raise refused("too_large", path, size=size, unit="bytes", limit=LARGEST_UNPACKED)
    broken = archive.testzip()
    if broken:
        raise refused("broken_xlsx", path, reason=broken)


def _sheets(archive: zipfile.ZipFile) -> dict[str, str]:
    links = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    parts = {link.attrib["Id"]: posixpath.join("/xl", link.attrib["Target"]).lstrip("/") for link in links}
    book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
    found = [(sheet.attrib["name"], parts[sheet.attrib[_LINK]]) for sheet in book.iter(f"{_MAIN}sheet")]
    return {title: part for title, part in found if "worksheets/" in part}


def _extent(path: Path, archive: zipfile.ZipFile, part: str) -> Extent:
    extent = Extent()
    for chunk in _chunks(archive, part):
        for letters, number in _PLACE.findall(chunk):
            extent.rows, extent.columns = max(extent.rows, int(number)), max(extent.columns, _column(letters))
        if b't="e"' in chunk:
            for letters, number, shown in _ERROR.findall(chunk):
                extent.errors[int(number) - 1, _column(letters) - 1] = shown.decode() or UNNAMED_ERROR
    size = extent.rows * extent.columns
    if size > MOST_CELLS:
        raise refused("too_large", path, size=size, unit="cells", limit=MOST_CELLS)
    return extent


def _chunks(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """Stretches of the part that never cut a cell in two."""
    rest = b""
    with archive.open(part) as stream:
        while chunk := stream.read(CHUNK):
            rest += chunk
            cut = _last_cell(rest)
            yield rest[:cut]
            rest = rest[cut:]
    yield rest


def _last_cell(stretch: bytes) -> int:
    """Where the last cell begins; where there is none, the last tag."""
    prefixed = stretch.rfind(b":c ")
    cell = max(stretch.rfind(b"<c "), stretch.rfind(b"<", 0, prefixed) if prefixed > 0 else -1)
    begins_with_cell = cell == 0 and len(stretch) < LONGEST_CELL
    return cell if cell > 0 or begins_with_cell else max(stretch.rfind(b"<"), 0)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
