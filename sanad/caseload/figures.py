"""Counts that a caseload can be drawn from: some fields counted together, the others within one field."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sanad.caseload.nearest import nearest
from sanad.caseload.problems import refused
from sanad.caseload.stating import NotAValue, needed, stated_text
from sanad.engine.rules.declared import Where
from sanad.engine.rules.fields import TypedField
from sanad.rulebook.reading.strict_yaml import Block, Items, Node, load, read_text

INNER_KEYS = {"joint": ("source", "note", "fields", "rows"), "margins": ("source", "note", "within", "fields")}
KEYS = ("source", "note", "total", "joint", "margins", "shares", "assumed", "groups")
ABSENT = ""
MOST = 2**31
Values = tuple[str | None, ...]
"""Texts that cells would be read to; None where the fact is absent."""
Counts = tuple[tuple[Values, int], ...]


Share = Counts
"""A fact that no figure gives: so many claims of a thousand have each value, the others state nothing."""
WHOLE = 1000


@dataclass(frozen=True, slots=True)
class Figures:
    """`margins`: for each value of `within`, the counts of a field. `groups`: claims per thing of an upper level.

    `assumed`: the fields that no figure gives, those under `shares` and those that the file names.
    """

    joint_fields: tuple[str, ...]
    joint: Counts
    within: str | None = None
    margins: Mapping[str, Mapping[str | None, Counts]] = field(default_factory=dict)
    shares: Mapping[str, Share] = field(default_factory=dict)
    groups: Mapping[str, int] = field(default_factory=dict)
    assumed: frozenset[str] = frozenset()


def read_figures(path: Path, fields: Mapping[str, TypedField]) -> Figures:
    """Raises CaseloadRefused on a name or value that the programme does not know, with file and line."""
    reader = _Reader(load(read_text(path, path.name), path.name), fields)
    joint_fields, joint = reader.joint()
    within, margins = reader.margins()
    if within is not None and within not in joint_fields:
        raise refused("bad_entry", where=path.name, name="within", needed=" / ".join(joint_fields))
    shares = reader.shares()
    assumed = reader.assumed({*joint_fields, *margins}) | frozenset(shares)
    return Figures(joint_fields, joint, within, margins, shares, reader.groups(), assumed)


class _Reader:
    def __init__(self, block: Block, fields: Mapping[str, TypedField]) -> None:
        self.block, self.fields = block, fields
        _refuse_unknown(block, KEYS)
        for name, keys in INNER_KEYS.items():
            if name in block:
                _refuse_unknown(self._inner(block, name), keys)

    def joint(self) -> tuple[tuple[str, ...], Counts]:
        """Rows may be left out where the counts come from a survey file."""
        inner = self._inner(self.block, "joint")
        names = self._items(inner, "fields")
        fields = [self._field(inner, "fields", name) for name in names]
        rows = self._items(inner, "rows") if "rows" in inner else Items(inner.file, inner.line)
        counts = [self._row(rows, place, fields) for place in range(len(rows))]
        return tuple(field.name for field in fields), tuple(counts)

    def margins(self) -> tuple[str | None, dict[str, dict[str | None, Counts]]]:
        if "margins" not in self.block:
            return None, {}
        inner = self._inner(self.block, "margins")
        within = self._field(inner, "within", inner.get("within", ABSENT))
        named = self._inner(inner, "fields") if "fields" in inner else Block(inner.file, inner.line)
        return within.name, {str(name): self._margin(named, name, within) for name in named}

    def shares(self) -> dict[str, Share]:
        inner = self._inner(self.block, "shares") if "shares" in self.block else Block("", 0)
        found = {}
        for name in inner:
            field = self._field(inner, name, name)
            share = self._shares_of(inner, name, field)
            if sum(count for _, count in share) > WHOLE:
                raise refused("bad_entry", where=_where(inner, name), name=name, needed=f"0..{WHOLE}")
            found[field.name] = share
        return found

    def _shares_of(self, inner: Block, name: object, field: TypedField) -> Share:
        """One value with `per_thousand`, or a list of `[value, per thousand]`."""
        if isinstance(_value(inner, name), Items):
            rows = self._items(inner, name)
            return tuple(self._row(rows, place, [field]) for place in range(len(rows)))
        share = self._inner(inner, name)
        text = self._text(share, "value", field, share.get("value", ABSENT))
        return (((text,), self._count(share, "per_thousand", WHOLE)),)

    def assumed(self, drawn: set[str]) -> frozenset[str]:
        """Names among the drawn fields whose counts are made up."""
        names = self._items(self.block, "assumed") if "assumed" in self.block else ()
        for name in names:
            if name not in drawn:
                listed = " / ".join(sorted(drawn))
                raise refused("bad_entry", where=_where(self.block, "assumed"), name=name, needed=listed)
        return frozenset(str(name) for name in names)

    def groups(self) -> dict[str, int]:
        inner = self._inner(self.block, "groups") if "groups" in self.block else Block("", 0)
        return {str(level): max(self._count(inner, level, MOST), 1) for level in inner}

    def _margin(self, named: Block, name: object, within: TypedField) -> dict[str | None, Counts]:
        field, inner = self._field(named, name, name), self._inner(named, name)
        found: dict[str | None, Counts] = {}
        for value in inner:
            rows = self._items(inner, value)
            counts = tuple(self._row(rows, place, [field]) for place in range(len(rows)))
            found[self._text(inner, value, within, value)] = counts
        return found

    def _row(self, rows: Items, place: int, fields: Sequence[TypedField]) -> tuple[Values, int]:
        row, where = rows[place], Where(rows.file, rows.lines[place])
        if not isinstance(row, Items) or len(row) != len(fields) + 1 or not _is_count(row[-1]):
            shape = ", ".join(field.name for field in fields)
            raise refused("bad_entry", where=where, name="rows", needed=f"[{shape}, count]")
        texts = [self._stated(where, field, value) for field, value in zip(fields, row[:-1], strict=True)]
        return tuple(texts), int(str(row[-1]))

    def _text(self, block: Block, key: object, field: TypedField, value: object) -> str | None:
        return self._stated(_where(block, key), field, value)

    def _stated(self, where: Where, field: TypedField, value: object) -> str | None:
        if value == ABSENT:
            return None
        try:
            return stated_text(field, value)
        except NotAValue as error:
            parts = {"value": value, "name": field.name, "needed": needed(field)}
            raise refused("bad_stated_value", where=where, **parts) from error

    def _field(self, block: Block, key: object, name: object) -> TypedField:
        if name not in self.fields:
            raise refused("unknown_field", where=_where(block, key), name=name, **nearest(str(name), self.fields))
        return self.fields[str(name)]

    def _inner(self, block: Block, key: object) -> Block:
        value = _value(block, key)
        if not isinstance(value, Block):
            raise refused("bad_entry", where=_where(block, key), name=key, needed=f"{key}: {{...: ...}}")
        return value

    def _items(self, block: Block, key: object) -> Items:
        value = _value(block, key)
        if not isinstance(value, Items):
            raise refused("bad_entry", where=_where(block, key), name=key, needed=f"{key}: [...]")
        return value

    def _count(self, block: Block, key: object, most: int) -> int:
        value = _value(block, key)
        if not _is_count(value) or int(str(value)) > most:
            raise refused("bad_entry", where=_where(block, key), name=key, needed=f"0..{most}")
        return int(str(value))


def _refuse_unknown(block: Block, known: Sequence[str]) -> None:
    for key in block:
        if key not in known:
            raise refused("unknown_key", where=_where(block, key), name=key, **nearest(str(key), known))


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < MOST


def _value(block: Block, key: object) -> Node | None:
    return block.get(key)  # type: ignore[call-overload,no-any-return]


def _where(block: Block, key: object) -> Where:
    return Where(block.file, block.lines.get(key, block.line))  # type: ignore[call-overload]
