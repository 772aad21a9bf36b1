"""Columns of sums that line up: where one sum has cents, all of its column show theirs."""

import re
from collections.abc import Sequence

SUM = re.compile(r"[+−]?[\d,]+(\.\d+)?")


def lined_up(rows: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """The rows of a table; a cell that is no sum stays as it is, and so does a column without cents."""
    columns = [_lined_up(column) for column in zip(*rows, strict=True)]
    return list(zip(*columns, strict=True))


def _lined_up(cells: Sequence[str]) -> list[str]:
    cents = {len(found[1]) for cell in cells if (found := SUM.fullmatch(cell)) and found[1]}
    if not cents:
        return list(cells)
    zeros = "." + "0" * (max(cents) - 1)
    return [cell + zeros if (found := SUM.fullmatch(cell)) and not found[1] else cell for cell in cells]
