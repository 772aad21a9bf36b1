"""The rows of a table: by codes, by exact numbers, or by bands with stated ends."""

from datetime import date
from decimal import Decimal

from sanad.engine.rules.declared import Band, Leaf, Row, Unpublished, Where
from sanad.rulebook.reading.caps import shown
from sanad.rulebook.reading.entry import Entry, listed_entries, literal
from sanad.rulebook.reading.notes import Notes
from sanad.rulebook.reading.strict_yaml import Block, Items, Node

ENDS = ("from", "above", "to", "below")
Then = Leaf | tuple[Row, ...]
UNPUBLISHED = "unpublished"


def read_leaf(value: Node, where: Where, notes: Notes) -> Leaf:
    """One value; `unpublished` where the rate exists and was never made public."""
    if isinstance(value, Block | Items):
        notes.problem(where, "too_many_keys", "Rows stand where one value belongs.", "Name each key under `keys`.")
        return Unpublished()
    if value == UNPUBLISHED:
        return Unpublished()
    return literal(value)


def read_rows(value: Node, depth: int, where: Where, notes: Notes) -> Then:
    """The rows of `depth` keys; of no key, the value itself."""
    if depth == 0:
        return read_leaf(value, where, notes)
    if isinstance(value, Block):
        return tuple(sorted(_named(value, depth, notes), key=_name_order))
    if isinstance(value, Items):
        return tuple(sorted(_banded(value, depth, notes), key=_band_order))
    if value == UNPUBLISHED:
        todo = "Write `unpublished` in each of the rows below, or once as `otherwise: unpublished`."
    else:
        todo = f"Name the rows of {depth} more key(s) here."
    notes.problem(where, "too_few_keys", f"`{shown(str(value))}` stands where rows belong.", todo)
    return ()


def _named(block: Block, depth: int, notes: Notes) -> list[Row]:
    rows = []
    for match, value in block.items():
        where = Where(block.file, block.lines[match])
        if isinstance(match, str | int):
            rows.append(Row(match, read_rows(value, depth - 1, where, notes), where))
        else:
            bands = f"`- {{from: {match}, value: 5}}`" if isinstance(match, date) else "`- {from: 0, value: 5}`"
            todo = f"Name rows by a code, true, false or a whole number; or list bands: {bands}."
            notes.problem(where, "bad_key", f"`{match}` is no name of a row.", todo)
    return rows


def _banded(items: Items, depth: int, notes: Notes) -> list[Row]:
    return [_band(entry, depth) for entry in listed_entries(items, notes, "rows", (*ENDS, "value", "rows"))]


def _band(entry: Entry, depth: int) -> Row:
    key = "value" if depth == 1 else "rows"
    other = "rows" if depth == 1 else "value"
    if entry.has(other):
        todo = f"Write `{key}:` here; the table has {depth} key(s) from here on."
        entry.notes.problem(entry.where(other), "wrong_depth", f"`{other}` does not belong in {entry.name}.", todo)
    elif not entry.has(key):
        entry.missing(key)
    then = read_rows(entry.block[key], depth - 1, entry.where(key), entry.notes) if entry.has(key) else Unpublished()
    return Row(_ends(entry), then, entry.where())


def _ends(entry: Entry) -> Band:
    for pair in (("from", "above"), ("to", "below")):
        if all(entry.has(key) for key in pair):
            message = f"{entry.name} has both `{pair[0]}` and `{pair[1]}`."
            entry.notes.problem(entry.where(), "bad_band", message, "Keep one of them.")
    low, high = _end(entry, "from", "above"), _end(entry, "to", "below")
    if low is None and high is None:
        todo = "Give `from` (>=) or `above` (>), and `to` (<=) or `below` (<)."
        entry.notes.problem(entry.where(), "bad_band", f"{entry.name} has no ends.", todo)
    return Band(low, high, low_open=entry.has("above"), high_open=not entry.has("to"))


def _end(entry: Entry, closed: str, opened: str) -> Decimal | date | None:
    key = closed if entry.has(closed) else opened
    value = entry.block.get(key)
    if isinstance(value, date):
        return value
    return entry.number(key)


def _name_order(row: Row) -> tuple[str, str | int]:
    assert not isinstance(row.match, Band)
    return (type(row.match).__name__, row.match)


def _band_order(row: Row) -> tuple[str, Decimal | int]:
    low = row.match.low if isinstance(row.match, Band) else None
    if isinstance(low, date):
        return ("day", low.toordinal())
    return ("", Decimal("-Infinity") if low is None else low)
