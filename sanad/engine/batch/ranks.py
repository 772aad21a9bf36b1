"""Claims of one group in the order of their keys, as narrow columns: what the rules over several claims look at."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_

import ibis

from sanad.engine.batch.cells import Cell, Mask, union
from sanad.engine.batch.functions import Column, big, div
from sanad.engine.batch.outcomes import Judge
from sanad.engine.rules.tree import SortKey


@dataclass(frozen=True, slots=True)
class Ranked:
    """A rule's group and keys by the names of its columns; `keyed` where no key is absent."""

    name: str
    level: str
    keys: tuple[SortKey, ...]

    def columns(self, judge: Judge) -> dict[str, Column]:
        """The keys, absent all together where one of them is: such a claim has no known place."""
        cells = self.cells(judge)
        keyed = reduce(and_, (cell.value.notnull() for cell in cells))
        columns = {
            f"{self.name}_key{place}": ibis.ifelse(keyed, cell.value, ibis.null(cell.value.type()))
            for place, cell in enumerate(cells)
        }
        return {f"{self.name}_keyed": keyed, **columns}

    def cells(self, judge: Judge) -> list[Cell]:
        return [judge.cell(f"{self.name}_key{place}") for place in range(len(self.keys))]

    def gaps(self, judge: Judge) -> Mask:
        return union(cell.mask for cell in self.cells(judge))

    @property
    def owner(self) -> str:
        return f"{self.level}_id"

    def order(self, table: Column) -> list[Column]:
        """Those without a known place come last, by their ids."""
        order = []
        for place, key in enumerate(self.keys):
            column = table[f"{self.name}_key{place}"]
            order.append(column.desc(nulls_first=False) if key.descending else column.asc(nulls_first=False))
        return [*order, table.claim_id.asc()]

    def ahead(self, table: Column, amount: Column) -> Column:
        """The total of an amount over those ranked before."""
        window = ibis.window(group_by=table[self.owner], order_by=self.order(table), rows=(None, -1))
        return div(amount.sum().over(window), 1).fill_null(0)

    def whole(self, table: Column, amount: Column) -> Column:
        return div(amount.sum().over(ibis.window(group_by=table[self.owner])), 1)

    def others(self, table: Column, amount: Column) -> Column:
        return self.whole(table, amount) - amount


def number(condition: Column) -> Column:
    """1 where it holds, else 0."""
    return ibis.ifelse(condition, big(1), big(0))


def total(amounts: Sequence[Column]) -> Column:
    return reduce(lambda a, b: a + b, amounts, big(0))
