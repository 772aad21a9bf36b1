"""`values/*.yaml`: dated values and tables, each version with its source."""

from collections.abc import Iterator
from datetime import date
from typing import Literal, get_args

from sanad.engine.rules.declared import DatedValue, Key, Kind, Leaf, Version, Where
from sanad.engine.rules.problems import quoted
from sanad.rulebook.reading.entry import Entry, named_entries
from sanad.rulebook.reading.names import check_code, check_label, check_name
from sanad.rulebook.reading.notes import Notes
from sanad.rulebook.reading.options import read_options
from sanad.rulebook.reading.strict_yaml import Block, Items, Node
from sanad.rulebook.reading.tables import read_leaf, read_rows

KEYS = ("label", "type", "unit", "decimals", "options", "keys", "checked_on", "version_by", "zones", "values")
ZONES: tuple[Literal["", "damage", "price"], ...] = ("", "damage", "price")
VERSION_KEYS = ("until", "source", "value", "rows", "otherwise", "note")
KINDS: tuple[Kind, ...] = tuple(kind for kind in get_args(Kind) if kind not in ("text", "place"))


def read_values(block: Block, reading: str, readings: tuple[str, ...], notes: Notes) -> tuple[DatedValue, ...]:
    """The values of one file in the chosen reading."""
    reader = _Reader(reading, readings, notes)
    return tuple(reader.value(name, entry) for name, entry in named_entries(block, notes, KEYS))


class _Reader:
    def __init__(self, reading: str, readings: tuple[str, ...], notes: Notes) -> None:
        self.reading, self.readings, self.notes = reading, readings, notes

    def value(self, name: str, entry: Entry) -> DatedValue:
        check_name(name, "a value", entry.where(), self.notes)
        keys = tuple(_keys(entry))
        return DatedValue(
            name=name,
            label=entry.words("label"),
            kind=entry.one_of("type", KINDS, "money"),
            unit=entry.text("unit", ""),
            decimals=entry.whole("decimals", 0) or 0,
            keys=keys,
            versions=tuple(self._versions(entry, len(keys))),
            checked_on=entry.day("checked_on", required=True) or date.min,
            where=entry.where(),
            options=entry.names("options"),
            version_by=entry.text("version_by", "") or None,
            zones=entry.one_of("zones", ZONES, ""),
        )

    def _versions(self, entry: Entry, depth: int) -> list[Version]:
        block = entry.block.get("values")
        if not isinstance(block, Block) or not block:
            todo = "Add `values:` with a line a date, as `2016-03-13: {value: 500, source: circular-12}`."
            self.notes.problem(entry.where("values"), "missing", f"{entry.name} has no dated values.", todo)
            return []
        found = [version for since, node in block.items() for version in self._version(block, since, node, depth)]
        found.sort(key=lambda version: version.since)
        self._check_dates(found)
        return found

    def _version(self, block: Block, since: object, node: Node, depth: int) -> Iterator[Version]:
        where = Where(block.file, next(line for key, line in block.lines.items() if key is since))
        if not isinstance(since, date) or not isinstance(node, Block):
            todo = "Write `2016-03-13: {value: 500, source: circular-12}`."
            self.notes.problem(where, "wrong_type", f"`{since}` is no dated value.", todo)
            return
        for name, entry in self._in_readings(node, since, where):
            version = self._dated(entry, since, where, depth)
            if name in (None, self.reading):
                yield version

    def _in_readings(self, node: Block, since: date, where: Where) -> Iterator[tuple[str | None, Entry]]:
        """The version itself, or that of each reading with the reading's name: all are checked."""
        if "readings" not in node:
            yield None, Entry(node, self.notes, f"the value of {since}", VERSION_KEYS)
            return
        versions = Entry(node, self.notes, "a value with readings", ("readings",))
        found = list(versions.entries("readings", VERSION_KEYS))
        for name in sorted({name for name, _ in found} ^ set(self.readings)):
            todo = f"Each reading has its value here: {quoted(self.readings) or 'none is declared'}."
            self.notes.problem(where, "readings", f"The reading `{name}` is missing or unknown.", todo)
        yield from found

    def _dated(self, entry: Entry, since: date, where: Where, depth: int) -> Version:
        key = "rows" if depth else "value"
        wrong = "value" if depth else "rows"
        if entry.has(wrong):
            todo = "A value with keys has `rows`, one without has a `value`."
            self.notes.problem(entry.where(wrong), "wrong_depth", f"`{wrong}` does not belong in {entry.name}.", todo)
        elif not entry.has(key):
            entry.missing(key)
        then = read_rows(entry.block[key], depth, entry.where(key), self.notes) if entry.has(key) else ()
        return Version(
            since=since,
            until=entry.day("until"),
            source=entry.source(),
            then=then,
            where=where,
            otherwise=_otherwise(entry),
            note=entry.words("note", required=False),
        )

    def _check_dates(self, versions: list[Version]) -> None:
        for place, version in enumerate(versions):
            if version.until is None:
                continue
            following = versions[place + 1].since if place + 1 < len(versions) else None
            if version.until <= version.since:
                message = f"It ends on {version.until}, not after it begins on {version.since}."
                self.notes.problem(version.where, "dates_out_of_order", message, "Correct `until`.")
            elif following and version.until > following:
                message = f"It lasts until {version.until}, past the next value of {following}."
                self.notes.problem(version.where, "dates_overlap", message, "Leave `until` out, or end it sooner.")


def _otherwise(entry: Entry) -> Leaf | None:
    """What holds for the keys that no row names."""
    where = entry.where("otherwise")
    return read_leaf(entry.block["otherwise"], where, entry.notes) if entry.has("otherwise") else None


def _keys(entry: Entry) -> Iterator[Key]:
    keys = entry.block.get("keys")
    if keys is None:
        return
    if not isinstance(keys, Items) or not keys:
        entry.wrong("keys", "a list, as `keys: [damage]` or `keys: [{part: [first, second]}]`")
        return
    for key in keys:
        yield from _key(entry, key)


def _key(entry: Entry, key: Node) -> Iterator[Key]:
    if isinstance(key, str):
        yield Key(key)
    elif isinstance(key, Block) and len(key) == 1 and isinstance(next(iter(key)), str):
        name = str(next(iter(key)))
        check_label(name, "a key", entry.where("keys"), entry.notes)
        yield _own_key(name, Entry(key, entry.notes, "`keys`", (name,)))
    else:
        entry.wrong("keys", "names, or `{name: [option, option]}`")


def _own_key(name: str, entry: Entry) -> Key:
    """A key with options of its own: a list of codes, or each code with its words."""
    if isinstance(entry.block[name], Block):
        labels = read_options(entry, name)
        return Key(name, tuple(option.code for option in labels), labels)
    options = entry.names(name)
    for option in options:
        check_code(option, "an option", entry.where(name), entry.notes)
    return Key(name, options)
