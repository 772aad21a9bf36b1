"""A value in a column with its gaps beside it, as bit masks of 63 gaps a word.

What holds everywhere: the value is NULL exactly where some word is not 0. A word that can never be anything but 0 is
left out, so a column without gaps costs nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import reduce

import ibis

from sanad.engine.batch.functions import Column, big

BITS = 63
Mask = dict[int, Column]
"""Words by their place; a missing word is 0."""


@dataclass(frozen=True, slots=True)
class Cell:
    value: Column
    mask: Mask = field(default_factory=dict)


def holds(cell: Cell) -> Column:
    """Where the cell is true; absent is not true."""
    return cell.value.fill_null(False) if cell.mask else cell.value


def bit(place: int) -> Mask:
    return {place // BITS: big(1 << place % BITS)}


def constant_mask(bits: int) -> Mask:
    """A mask known now, as words."""
    words = {}
    place = 0
    while bits:
        if bits & (1 << BITS) - 1:
            words[place] = big(bits & (1 << BITS) - 1)
        bits, place = bits >> BITS, place + 1
    return words


def union(masks: Iterable[Mask]) -> Mask:
    words: Mask = {}
    for mask in masks:
        for place, word in mask.items():
            words[place] = words[place] | word if place in words else word
    return words


def when(condition: Column, mask: Mask) -> Mask:
    """The mask where the condition is true, 0 where it is false or NULL."""
    return {place: ibis.ifelse(condition, word, big(0)) for place, word in mask.items()}


def where_null(value: Column, mask: Mask) -> Mask:
    return when(value.isnull(), mask)


def meets(mask: Mask, bits: int) -> Column | None:
    """Whether the mask shares a bit with `bits`; None where it never can."""
    shared = [
        (word & big(known)) != big(0)
        for place, word in mask.items()
        if (known := bits >> place * BITS & (1 << BITS) - 1)
    ]
    return reduce(lambda a, b: a | b, shared) if shared else None


def is_set(mask: Mask) -> Column | None:
    return either([word != big(0) for word in mask.values()])


def either(conditions: Sequence[Column | None]) -> Column | None:
    known = [condition for condition in conditions if condition is not None]
    return reduce(lambda a, b: a | b, known) if known else None


def choose(branches: Sequence[tuple[Column, Cell]], other: Cell) -> Cell:
    """The cell of the first true condition, else `other`; conditions are never NULL here."""
    if not branches:
        return other
    value = ibis.cases(*((condition, cell.value) for condition, cell in branches), else_=other.value)
    places = {place for _, cell in branches for place in cell.mask} | set(other.mask)
    mask = {
        place: ibis.cases(
            *((condition, cell.mask.get(place, big(0))) for condition, cell in branches),
            else_=other.mask.get(place, big(0)),
        )
        for place in places
    }
    return Cell(value, mask)
