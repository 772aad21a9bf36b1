"""Dated values and tables."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from sanad.engine.rules.declared.facts import Kind, Option
from sanad.engine.rules.declared.plain import Literals, Where, Words


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of numbers or dates; an open end is excluded, an end of None reaches the field's range."""

    low: Decimal | date | None
    high: Decimal | date | None
    low_open: bool = False
    high_open: bool = True


@dataclass(frozen=True, slots=True)
class Unpublished:
    """A rate that exists and was never made public: no guess stands for it."""


Leaf = Literals | Unpublished


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: what its key matches, and a value or the rows of the next key."""

    match: str | int | bool | Band
    then: "Leaf | tuple[Row, ...]"
    where: Where


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a table: a field's or a definition's name, or a name of its own with its `options`.

    `labels` are the words of its own options, where they are declared.
    """

    name: str
    options: tuple[str, ...] = ()
    labels: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Version:
    """A value from `since` (inclusive) until the next version or `until` (exclusive)."""

    since: date
    until: date | None
    source: str
    then: Leaf | tuple[Row, ...]
    where: Where
    otherwise: Leaf | None = None
    note: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DatedValue:
    """A parameter (no keys) or a table. `version_by` names the date that selects, where not the programme's."""

    name: str
    label: Words
    kind: Kind
    unit: str
    decimals: int
    keys: tuple[Key, ...]
    versions: tuple[Version, ...]
    checked_on: date
    where: Where
    options: tuple[str, ...] = ()
    version_by: str | None = None
    zones: Literal["", "damage", "price"] = ""
    """What a table keyed by place divides the country by."""
