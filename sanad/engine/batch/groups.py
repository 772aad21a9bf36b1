"""Group operators in columns: totals by group joined back, ranks by windows."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from operator import or_

import ibis

from sanad.engine.batch.cells import Cell, Mask, is_set, union, when
from sanad.engine.batch.functions import Column, big, bit_or, div
from sanad.engine.batch.nodes import Computed, literal, mask_column, null
from sanad.engine.rules.tree import Group
from sanad.engine.rules.types import Boolean, Number

Key = tuple[Cell, bool]
"""A sort key and whether it descends."""


@dataclass(frozen=True, slots=True)
class Keyed:
    column: Computed
    descending: bool


@dataclass(frozen=True, slots=True)
class Counted:
    """A group operator over the rows of `table`, its parts as cells of that table."""

    node: Group
    name: str
    table: Column
    of: Cell | None
    where: Cell | None
    keys: tuple[Key, ...]

    @property
    def counts(self) -> Column | None:
        return self.where.value if self.where else None

    def where_mask(self) -> Mask:
        return self.where.mask if self.where else {}

    def of_mask(self) -> Mask:
        """The gaps of the members' value, of those members that count."""
        if self.of is None:
            return {}
        return when(self.counts, self.of.mask) if self.where else self.of.mask

    def key_mask(self) -> Mask:
        return union(cell.mask for cell, _ in self.keys)

    def order(self) -> list[Column]:
        return [
            cell.value.desc(nulls_first=False) if descending else cell.value.asc(nulls_first=False)
            for cell, descending in self.keys
        ]


def _number(counted: Counted) -> Column:
    """How many members count, before any window."""
    if counted.counts is None:
        return counted.table.count()
    return ibis.ifelse(counted.counts, big(1), big(0)).sum()


def joined(table: Column, counted: Counted) -> tuple[Column, Callable[[Column], Cell]]:
    """The table with the group's totals joined, and the cell to be made of them there."""
    is_placed = counted.node.op in ("rank", "before")
    owner = f"{counted.node.member if is_placed else counted.node.owner}_id"
    total = _placed if is_placed else _first if counted.node.op == "first" else _total
    totals, finish = total(counted, owner)
    key = f"{counted.name}_owner"
    table = table.left_join(totals, table[owner] == totals[key]).drop(key)
    return table, finish


def _mask_totals(counted: Counted, mask: Mask) -> dict[str, Column]:
    return {mask_column(f"{counted.name}_all", place): bit_or(word) for place, word in mask.items()}


def _read_mask(table: Column, counted: Counted, mask: Mask) -> Mask:
    return {place: table[mask_column(f"{counted.name}_all", place)].fill_null(0) for place in mask}


def _total(counted: Counted, owner: str) -> tuple[Column, Callable[[Column], Cell]]:
    mask = union([counted.where_mask(), counted.of_mask()])
    total, empty = _aggregate(counted)
    columns = {f"{counted.name}_total": total, **_mask_totals(counted, mask)}
    by_owner = {f"{counted.name}_owner": counted.table[owner]}
    totals = counted.table.group_by(**by_owner).aggregate(**columns)

    def finish(table: Column) -> Cell:
        value = table[f"{counted.name}_total"]
        value = value if empty is None else value.fill_null(empty)
        return _settled(counted, value, _read_mask(table, counted, mask))

    return totals, finish


def _placed(counted: Counted, member: str) -> tuple[Column, Callable[[Column], Cell]]:
    """A `rank` or `before` of the members, read from a level below theirs."""
    cell = windowed(counted)
    masks = {mask_column(f"{counted.name}_all", place): word for place, word in cell.mask.items()}
    by_member = {f"{counted.name}_owner": counted.table[member]}
    totals = counted.table.select(**by_member, **{f"{counted.name}_total": cell.value}, **masks)
    return totals, lambda table: Cell(table[f"{counted.name}_total"], _read_mask(table, counted, cell.mask))


def _settled(counted: Counted, value: Column, mask: Mask) -> Cell:
    """A total with gaps is absent, except that a decided `any` or `all` stands."""
    unsure = is_set(mask)
    if unsure is None:
        return Cell(value, mask)
    if counted.node.op in ("any", "all"):
        unsure = unsure & (value != literal(counted.node.op == "any"))
        mask = when(unsure, mask)
    return Cell(ibis.ifelse(unsure, null(counted.node.type), value), mask)


def _aggregate(counted: Counted) -> tuple[Column, Column | None]:
    """The aggregate over the members that count, and its value where there are none."""
    node, counts, of = counted.node, counted.counts, counted.of
    if node.op == "count":
        return div(_number(counted), 1), big(0)
    assert of is not None
    value = of.value if counts is None else ibis.ifelse(counts, of.value, null(node.type))
    if node.op == "sum":
        return div(value.sum(), 1), big(0)
    if node.op == "any":
        return value.any(), literal(False)
    if node.op == "all":
        return value.all(), literal(True)
    otherwise = None if node.otherwise is None else literal(node.otherwise)
    return (value.min() if node.op == "min" else value.max()), otherwise


def _first(counted: Counted, owner: str) -> tuple[Column, Callable[[Column], Cell]]:
    """The value of the first member that counts; keys matter only where two or more count."""
    assert counted.of is not None
    name, of = counted.name, counted.of
    key_mask = when(counted.counts, counted.key_mask()) if counted.where else counted.key_mask()
    by_owner = {f"{name}_owner": counted.table[owner]}
    totals = counted.table.group_by(**by_owner).aggregate(
        **{f"{name}_number": div(_number(counted), 1)},
        **_mask_totals(counted, counted.where_mask()),
        **{mask_column(f"{name}_keys", place): bit_or(word) for place, word in key_mask.items()},
    )
    first = _first_rows(counted, owner)
    totals = totals.left_join(first, totals[f"{name}_owner"] == first[f"{name}_first_owner"])
    totals = totals.drop(f"{name}_first_owner")

    def finish(table: Column) -> Cell:
        several = table[f"{name}_number"].fill_null(0) > big(1)
        keys = {place: table[mask_column(f"{name}_keys", place)].fill_null(0) for place in key_mask}
        mask = union([_read_mask(table, counted, counted.where_mask()), when(several, keys)])
        own = {place: table[mask_column(f"{name}_first", place)].fill_null(0) for place in of.mask}
        value = table[f"{name}_first"]
        if counted.node.otherwise is not None:
            value = ibis.ifelse(table[f"{name}_number"].fill_null(0) == big(0), literal(counted.node.otherwise), value)
        unsure = is_set(mask)
        if unsure is None:
            return Cell(value, own)
        return Cell(ibis.ifelse(unsure, null(counted.node.type), value), union([mask, when(~unsure, own)]))

    return totals, finish


def _first_rows(counted: Counted, owner: str) -> Column:
    assert counted.of is not None
    name, table = counted.name, counted.table
    window = ibis.window(group_by=table[owner], order_by=counted.order())
    columns = {f"{name}_first_owner": table[owner], f"{name}_first": counted.of.value}
    columns |= {mask_column(f"{name}_first", place): word for place, word in counted.of.mask.items()}
    if counted.counts is not None:
        table = table.filter(counted.counts)
        window = ibis.window(group_by=owner, order_by=_by_name(counted))
        columns = {new: ibis._[old] for new, old in _first_sources(counted, owner).items()}
    placed = table.mutate(**{f"{name}_place": ibis.row_number().over(window)})
    placed = placed.filter(placed[f"{name}_place"] == 0)
    return placed.select(**columns)


def _first_sources(counted: Counted, owner: str) -> dict[str, str]:
    assert counted.of is not None
    name = counted.name
    found = {f"{name}_first_owner": owner, f"{name}_first": f"{name}_of"}
    return found | {mask_column(f"{name}_first", place): mask_column(f"{name}_of", place) for place in counted.of.mask}


def _by_name(counted: Counted) -> list[Column]:
    named = [ibis._[f"{counted.name}_key{place}"] for place in range(len(counted.keys))]
    return [
        column.desc(nulls_first=False) if descending else column.asc(nulls_first=False)
        for column, (_, descending) in zip(named, counted.keys, strict=True)
    ]


def windowed(counted: Counted) -> Cell:
    """`rank` and `before`: over the members ahead by the keys, which matter only where there is more than one."""
    node = counted.node
    group = counted.table[f"{node.owner}_id"]
    ahead = ibis.window(group_by=group, order_by=counted.order(), rows=(None, -1))
    whole = ibis.window(group_by=group)
    mask = union([counted.where_mask(), counted.of_mask()]) if node.op == "before" else counted.where_mask()
    mask_ahead = {place: bit_or(word).over(ahead).fill_null(0) for place, word in mask.items()}
    value = _ahead(counted, ahead)
    key_mask = counted.key_mask()
    if key_mask:
        several = counted.table.count().over(whole) > big(1)
        keys = when(several, {place: bit_or(word).over(whole) for place, word in key_mask.items()})
        unranked = reduce(or_, (word != big(0) for word in keys.values()))
        mask_ahead = union([keys, when(~unranked, mask_ahead)])
    unsure = is_set(mask_ahead)
    return Cell(value if unsure is None else ibis.ifelse(unsure, null(node.type), value), mask_ahead)


def _ahead(counted: Counted, ahead: Column) -> Column:
    node, counts = counted.node, counted.counts
    if node.op == "rank":
        return div(_number(counted).over(ahead), 1).fill_null(0) + big(1)
    assert counted.of is not None
    of = counted.of.value
    if isinstance(node.type, Boolean):
        held = of if counts is None else counts & of
        return (ibis.ifelse(held, big(1), big(0)).max().over(ahead) == big(1)).fill_null(False)
    assert isinstance(node.type, Number)
    value = of if counts is None else ibis.ifelse(counts, of, big(0))
    return div(value.sum().over(ahead), 1).fill_null(0)
