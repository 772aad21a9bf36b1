"""Where a list of bad rows was changed, as far as its form and the counts of `round.json` tell."""

import csv
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sanad.caseload.difference import Found
from sanad.caseload.fault_words import FAULT_WORDS
from sanad.caseload.faults import COLUMNS
from sanad.caseload.rounds import BAD_ROWS


def changed_list(path: Path, meta: Mapping[str, Any]) -> Iterator[Found]:
    """What can be looked up in a list of which the hash is not the one that was sealed; at last, that it is not."""
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            lines = list(csv.reader(stream))
    except (UnicodeDecodeError, csv.Error):
        yield Found(path.name, "damaged")
        return
    yield from _lines(path.name, lines)
    yield from _counts(path.name, lines[1:], meta)
    yield Found(path.name, "content")


def _lines(file: str, lines: list[list[str]]) -> Iterator[Found]:
    header = lines[0] if lines else []
    if header != list(COLUMNS):
        yield Found(file, "bad_line", {"line": 1, "column": "row", "stored": ",".join(header)})
    for number, cells in enumerate(lines[1:], 2):
        if len(cells) != len(COLUMNS) or not cells[0].isdigit():
            yield Found(file, "bad_line", {"line": number, "column": "row", "stored": ",".join(cells)})
        elif cells[COLUMNS.index("code")] not in FAULT_WORDS:
            yield Found(file, "bad_line", {"line": number, "column": "code", "stored": cells[COLUMNS.index("code")]})


def _counts(file: str, rows: list[list[str]], meta: Mapping[str, Any]) -> Iterator[Found]:
    """Rows of every level are listed, so that only the counts of codes tell of `bad_rows.csv`."""
    if file != BAD_ROWS:
        if len(rows) != meta["paid"]["rows_bad"]:
            yield Found(file, "rows", {"stored": len(rows), "again": meta["paid"]["rows_bad"]})
        return
    listed, sealed = Counter(row[COLUMNS.index("code")] for row in rows), Counter(meta["input"]["bad_codes"])
    for code in sorted({*listed, *sealed}):
        if listed[code] != sealed[code]:
            yield Found(file, "code_count", {"code": code, "stored": listed[code], "again": sealed[code]})
