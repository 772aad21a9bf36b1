"""A table as it was counted, and what of it was shown."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from sanad.publication.hiding.enough import Amounts, changed

Counted = Mapping[str, Mapping[str, Amounts]]
"""By leaf of the rows and by column, what each household adds. A household may be in several leaves."""
WHOLE = ""
"""The column of all columns together."""


@dataclass(frozen=True)
class Version:
    """`shown`: the rows whose total was told; `whole`: those of them that were told by column as well."""

    counted: Counted
    shown: frozenset[str] = field(default_factory=frozenset)
    whole: frozenset[str] = field(default_factory=frozenset)

    def rows_shown(self, column: str) -> frozenset[str]:
        return self.shown if column == WHOLE else self.whole


def columns_of(*tables: Counted) -> tuple[str, ...]:
    return tuple(sorted({column for table in tables for cells in table.values() for column in cells}))


def parts_of(table: Counted, leaves: Iterable[str], column: str) -> Iterator[Amounts]:
    """The cells of these leaves, in one column or in all."""
    for leaf in leaves:
        cells = table.get(leaf, {})
        yield from cells.values() if column == WHOLE else (cells[column],) if column in cells else ()


def difference(before: Counted, after: Counted) -> Counted:
    """What each household adds now and did not add then, cell by cell; moves cancel out once cells are summed."""
    columns = columns_of(before, after)
    return {
        leaf: {
            column: changed(before.get(leaf, {}).get(column, {}), after.get(leaf, {}).get(column, {}))
            for column in columns
        }
        for leaf in before.keys() | after.keys()
    }
