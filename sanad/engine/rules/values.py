"""Dated values and tables, typed: every leaf scaled, every band as inclusive bounds, no gap and no overlap."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from sanad.engine.money import NotAnAmount, scaled, unscaled
from sanad.engine.rules.declared import (
    Band,
    DatedValue,
    Leaf,
    Row,
    Unpublished,
    Version,
    Where,
)
from sanad.engine.rules.fields import number_shape
from sanad.engine.rules.places import outwards
from sanad.engine.rules.problems import Problem, ProgrammeRefused, quoted
from sanad.engine.rules.rows import Banded, Exact, Rows, TypedLeaf, leaves
from sanad.engine.rules.types import FINEST, Boolean, Choice, Day, Number, Type, Unit, Value

NUMBERS = ("integer", "money", "percent", "quantity")


@dataclass(frozen=True, slots=True)
class TypedVersion:
    """In force from `since` until `until` (exclusive, None: still)."""

    since: date
    until: date | None
    rows: Rows
    source: str
    declared: Version


@dataclass(frozen=True, slots=True)
class TypedValue:
    name: str
    type: Type
    keys: tuple[Type, ...]
    versions: tuple[TypedVersion, ...]
    declared: DatedValue

    def at(self, day: date) -> TypedVersion | None:
        """The version in force on that day, or None: then it is not in force, which is never 0."""
        for version in self.versions:
            if version.since <= day and (version.until is None or day < version.until):
                return version
        return None

    def version_id(self, version: TypedVersion) -> str:
        return f"{self.name}@{version.since.isoformat()}"


def type_value(declared: DatedValue, keys: tuple[Type, ...], currency: str) -> TypedValue:
    """Raises ProgrammeRefused on a leaf of the wrong kind, a gap, an overlap or versions out of order."""
    builder = _Builder(declared, keys, *_shape(declared, currency))
    versions = builder.versions()
    return TypedValue(declared.name, builder.union(versions), keys, versions, declared)


def _shape(declared: DatedValue, currency: str) -> tuple[Unit, int]:
    if declared.kind in ("integer", "money", "percent", "quantity"):
        try:
            unit, scale = number_shape(declared.kind, declared.unit, declared.decimals, currency)
        except ValueError as error:
            message = f"`{declared.unit}` is no unit."
            raise _refused(declared.where, "bad_unit", message, "Write a unit like NPR, NPR/m2.") from error
        if scale > FINEST:
            raise _refused(declared.where, "too_many_decimals", f"{scale} decimals leave 64 bits.", "Give fewer.")
        return unit, scale
    return (), 0


def _refused(where: Where, code: str, message: str, todo: str) -> ProgrammeRefused:
    return ProgrammeRefused([Problem(where, code, message, todo)])


@dataclass(frozen=True, slots=True)
class _Builder:
    declared: DatedValue
    keys: tuple[Type, ...]
    unit: Unit
    scale: int

    def versions(self) -> tuple[TypedVersion, ...]:
        typed = []
        for place, version in enumerate(self.declared.versions):
            following = self.declared.versions[place + 1].since if place + 1 < len(self.declared.versions) else None
            if following and following <= version.since:
                raise _refused(version.where, "dates_out_of_order", "Versions must rise by date.", "Sort them.")
            ends = [day for day in (version.until, following) if day]
            rows = self.rows(version.then, self.keys, version, version.where)
            typed.append(TypedVersion(version.since, min(ends, default=None), rows, version.source, version))
        return tuple(typed)

    def rows(self, then: "Leaf | tuple[Row, ...]", keys: tuple[Type, ...], version: Version, where: Where) -> Rows:
        if not keys:
            if isinstance(then, tuple):
                raise _refused(where, "too_many_keys", "There are more rows than keys.", "Declare each key.")
            return self.leaf(then, where)
        if not isinstance(then, tuple):
            raise _refused(where, "too_few_keys", "A value stands where rows of the next key belong.", "Add rows.")
        banded = any(isinstance(row.match, Band) for row in then)
        return (self.banded if banded else self.exact)(then, keys, version, where)

    def exact(self, rows: tuple[Row, ...], keys: tuple[Type, ...], version: Version, where: Where) -> Exact:
        typed: dict[Value, Rows] = {}
        for row in rows:
            key = self.key(row, keys[0])
            if key in typed:
                raise _refused(row.where, "overlap", f"Row `{key}` stands twice.", "Keep one.")
            typed[key] = self.rows(row.then, keys[1:], version, row.where)
        if isinstance(keys[0], Choice) and keys[0].within:
            typed = _everywhere(typed, keys[0])
        otherwise = None if version.otherwise is None else self.leaf(version.otherwise, version.where)
        missing = sorted(str(key) for key in _all_keys(keys[0], where) - typed.keys())
        if missing and otherwise is None:
            todo = "Add the row, write `unpublished`, or give `otherwise`."
            raise _refused(where, "gap", f"`{self.declared.name}` has no row for {quoted(missing[:5])}.", todo)
        return Exact(typed, otherwise)

    def key(self, row: Row, key: Type) -> Value:
        match = row.match
        allowed = _all_keys(key, row.where)
        if isinstance(match, Band) or match not in allowed or (type(match) is bool) != isinstance(key, Boolean):
            raise _refused(row.where, "unknown_row", f"`{match}` is no value of this key.", _one_of(allowed))
        return match

    def banded(self, rows: tuple[Row, ...], keys: tuple[Type, ...], version: Version, where: Where) -> Banded:
        key = keys[0]
        if not isinstance(key, Number | Day):
            raise _refused(where, "bad_band", "Bands are for numbers and dates.", "Name the rows by their codes.")
        ends = sorted(((*_bounds(row, key), row) for row in rows), key=lambda band: band[0])
        _prove_cover([(low, high, row.where) for low, high, row in ends], key, where, self.declared.name)
        typed = tuple((low, high, self.rows(row.then, keys[1:], version, row.where)) for low, high, row in ends)
        return Banded(typed, tuple(_written_end(row, key) for _, _, row in ends))

    def leaf(self, leaf: Leaf, where: Where) -> TypedLeaf:
        if isinstance(leaf, Unpublished):
            return leaf
        kind = self.declared.kind
        if (kind == "boolean" and isinstance(leaf, bool)) or (kind == "date" and isinstance(leaf, date)):
            return leaf
        if kind == "choice" and isinstance(leaf, str) and leaf in self.declared.options:
            return leaf
        if kind in NUMBERS:
            return self.number(self.decimal(leaf, where), where)
        raise _refused(where, "wrong_type", f"`{leaf}` is no {kind}.", f"{self.declared.name} is a {kind}.")

    def decimal(self, leaf: Leaf, where: Where) -> Decimal:
        if isinstance(leaf, Decimal):
            return leaf
        kind, name = self.declared.kind, self.declared.name
        todo = f"Write the number alone, as `8_000`; its currency or unit stands once, in `unit` of `{name}`."
        raise _refused(where, "number_alone", f"`{leaf}` is no {kind}.", todo)

    def number(self, leaf: Decimal, where: Where) -> int:
        try:
            number = scaled(leaf, self.scale)
        except NotAnAmount as error:
            raise _refused(where, "too_many_decimals", f"{error}.", "Round it, or give `decimals`.") from error
        if abs(number) >= 2**62:
            raise _refused(where, "overflow", f"{leaf} is too large.", "Amounts stay below 10^15 minor units.")
        return number

    def union(self, versions: tuple[TypedVersion, ...]) -> Type:
        known = [leaf for version in versions for leaf in leaves(version.rows) if not isinstance(leaf, Unpublished)]
        if self.declared.kind == "boolean":
            return Boolean()
        if self.declared.kind == "choice":
            return Choice(frozenset(self.declared.options))
        if self.declared.kind == "date":
            days = [leaf for leaf in known if isinstance(leaf, date)]
            return Day(min(days), max(days)) if days else Day()
        numbers = [leaf for leaf in known if isinstance(leaf, int)] or [0]
        return Number(self.unit, self.scale, min(numbers), max(numbers))


def _everywhere(rows: dict[Value, Rows], kind: Choice) -> dict[Value, Rows]:
    """A row for every place that has one of its own or lies within one that has: the nearest counts."""
    found: dict[Value, Rows] = {}
    for code in sorted(kind.options):
        nearest = next((outer for outer in outwards(code, kind) if outer in rows), None)
        if nearest is not None:
            found[code] = rows[nearest]
    return found


def _all_keys(key: Type, where: Where) -> set[Value]:
    if isinstance(key, Choice):
        return set(key.options)
    if isinstance(key, Boolean):
        return {True, False}
    if isinstance(key, Number) and key.scale == 0 and key.high - key.low <= 10_000:
        return set(range(key.low, key.high + 1))
    raise _refused(where, "bad_key", "Rows by exact value need a choice, a boolean or a small integer.", "Use bands.")


def _one_of(allowed: set[Value]) -> str:
    return f"One of: {quoted(sorted(str(key) for key in allowed)[:20])}."


def _bounds(row: Row, key: Number | Day) -> tuple[int | date, int | date]:
    band = row.match
    if not isinstance(band, Band):
        raise _refused(row.where, "bad_band", "Bands and exact rows are mixed.", "Write every row as a band.")
    low = key.low if band.low is None else _bound(band.low, key, row.where, 1 if band.low_open else 0)
    high = key.high if band.high is None else _bound(band.high, key, row.where, -1 if band.high_open else 0)
    if low > high:  # type: ignore[operator]
        raise _refused(row.where, "empty_band", "No value lies in this band.", "Check its ends.")
    return low, high


def _written_end(row: Row, key: Number | Day) -> int | None:
    """The upper end of a band of numbers as it is written, whether the band holds it or not."""
    end = row.match.high if isinstance(row.match, Band) else None
    return scaled(end, key.scale) if isinstance(end, Decimal) and isinstance(key, Number) else None


def _bound(end: Decimal | date, key: Number | Day, where: Where, shift: int) -> int | date:
    if isinstance(key, Day) and isinstance(end, date):
        return end + timedelta(days=shift)
    if isinstance(key, Number) and isinstance(end, Decimal):
        try:
            return scaled(end, key.scale) + shift
        except NotAnAmount as error:
            raise _refused(where, "too_many_decimals", f"{error}.", "Write the end as exactly as the key.") from error
    raise _refused(where, "wrong_type", f"`{end}` is no end for this key.", "Dates for a date, numbers for a number.")


def _prove_cover(bands: list[tuple[int | date, int | date, Where]], key: Number | Day, where: Where, name: str) -> None:
    """Every value of the key lies in one band; a band that leaves a gap or overlaps is named by its own line."""
    reached = _ordinal(key.low) - 1
    for band in bands:
        low, high = max(_ordinal(band[0]), _ordinal(key.low)), _ordinal(band[1])
        if high < _ordinal(key.low):
            continue
        if low > reached + 1:
            raise _refused(band[2], "gap", f"`{name}` has no band below {_end(band[0], key)}.", "Close the gap.")
        if low <= reached:
            message = f"Two bands of `{name}` hold {_end(band[0], key)}."
            raise _refused(band[2], "overlap", message, "Use `from` with `below`.")
        reached = high
    if reached < _ordinal(key.high):
        message = f"`{name}` has no band that reaches {_end(key.high, key)}."
        raise _refused(where, "gap", message, "Add one, or narrow the range.")


def _end(end: int | date, key: Number | Day) -> str:
    """As people write it: 40.5 and not 405 tenths."""
    return str(unscaled(end, key.scale)) if isinstance(end, int) and isinstance(key, Number) else str(end)


def _ordinal(end: int | date) -> int:
    return end.toordinal() if isinstance(end, date) else end
