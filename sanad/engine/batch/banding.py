"""Rates by bands, in columns."""

from functools import reduce
from operator import add, or_

import ibis

from sanad.engine.batch.cells import Cell, choose
from sanad.engine.batch.functions import Column, big
from sanad.engine.rules.declared import Unpublished
from sanad.engine.rules.rows import Banded, Rows


def banded(rows: Rows, of: Column, factor: int, hidden: Cell) -> Cell:
    """Each rate times its part; `hidden` where the amount reaches into a band whose rate was never published."""
    bands = _parts_within(rows, of, factor) if isinstance(rows, Banded) else [(of, rows)]
    known = [part * big(rate) for part, rate in bands if isinstance(rate, int)]
    value = Cell(reduce(add, known, big(0)))
    unknown = [part > big(0) for part, rate in bands if isinstance(rate, Unpublished)]
    return choose([(reduce(or_, unknown).fill_null(False), hidden)], value) if unknown else value


def _parts_within(rows: Banded, of: Column, factor: int) -> list[tuple[Column, Rows]]:
    parts: list[tuple[Column, Rows]] = []
    below = 0
    for (_, _, rate), end in zip(rows.rows, rows.ends, strict=True):
        reached = of if end is None else ibis.least(of, big(end * factor))
        parts.append((ibis.greatest(reached - big(below), big(0)), rate))
        below = 0 if end is None else max(end * factor, 0)
    return parts
