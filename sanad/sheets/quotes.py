"""Where a quotation mark opens that is never closed, for whoever has to mend the file."""

from collections.abc import Iterable

MARK = '"'


def opening_line(lines: Iterable[str], first: int, delimiter: str) -> int:
    """The line of the mark at which reading stopped; `lines` are those of one row, and `first` is their first's number.

    A mark opens at the begin of a cell, and two within a cell are one that is meant.
    """
    opens, is_open, before = first, False, delimiter
    for number, line in enumerate(lines, first):
        for sign in line:
            if sign == MARK and (is_open or before in (delimiter, MARK, "\r", "\n")):
                opens = number if not is_open and before != MARK else opens
                is_open = not is_open
            elif not is_open and before == MARK and sign not in (delimiter, "\r", "\n"):
                return opens
            before = sign
    return opens
