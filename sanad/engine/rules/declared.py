"""A programme as its files declare it: words, dates and expression texts, not yet typed or proven.

Numbers are Decimal in major units, as written. `sanad.engine.rules.ruleset.build` types and proves them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

Words = Mapping[str, str]
"""One text in several languages: `{"en": ..., "ar": ...}`."""

Kind = Literal["integer", "money", "percent", "quantity", "date", "choice", "boolean", "text"]
Rounding = Literal["half_up", "half_even", "down", "up"]
GateKind = Literal["refuse", "refer", "defer"]
Literals = Decimal | bool | str | date


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a file; line 0 where the file has no lines of its own (a stored round)."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Expression:
    text: str
    where: Where


@dataclass(frozen=True, slots=True)
class Level:
    """A kind of thing that facts belong to; each of its things lies within one thing of each `within`."""

    name: str
    label: Words
    within: tuple[str, ...]
    where: Where


@dataclass(frozen=True, slots=True)
class Option:
    code: str
    label: Words


@dataclass(frozen=True, slots=True)
class Field:
    """A fact that may be stated. `low` and `high` are the declared range, inclusive, in major units."""

    name: str
    level: str
    kind: Kind
    label: Words
    where: Where
    help: Words = field(default_factory=dict)
    unit: str = ""
    decimals: int = 0
    low: Decimal | date | None = None
    high: Decimal | date | None = None
    options: tuple[Option, ...] = ()
    asked: str = "family"
    required: bool = False
    default: Literals | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """What was published: confidence A primary, B good secondary, C weak or in conflict, or `unsourced`."""

    id: str
    title: str
    publisher: str
    published: date | None
    address: str
    confidence: str
    note: str
    where: Where


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
    """A key of a table: a field's or a definition's name, or a name of its own with its `options`."""

    name: str
    options: tuple[str, ...] = ()


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


@dataclass(frozen=True, slots=True)
class Definition:
    """A named value on the way to an amount. `unit` gives bare numbers one; `options` label the codes of a choice."""

    name: str
    level: str
    expression: Expression
    label: Words
    source: str
    where: Where
    unit: str = ""
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Gate:
    """A rule that keeps a claim, or one line of it, from an award: refused, referred or deferred."""

    kind: GateKind
    code: str
    level: str
    when: Expression
    says: Words
    source: str
    where: Where
    change: Words = field(default_factory=dict)
    body: Words = field(default_factory=dict)
    review_days: int | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Instalment:
    """A part of a line, paid when its milestone is true; without `unlocked_by` it is due at once."""

    name: str
    label: Words
    amount: Expression
    unlocked_by: Expression | None
    source: str
    where: Where


@dataclass(frozen=True, slots=True)
class Line:
    """A head of compensation. `when` false: does not apply; `asked` false or absent: open."""

    name: str
    label: Words
    amount: Expression
    source: str
    where: Where
    when: Expression | None = None
    asked: Expression | None = None
    gates: tuple[Gate, ...] = ()
    at_most: Expression | None = None
    rounding: Rounding = "half_up"
    step: Decimal | None = None
    instalments: tuple[Instalment, ...] = ()
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Limit:
    """A ceiling over several lines (cut from the last line backwards), or a sum deducted from them."""

    name: str
    label: Words
    lines: tuple[str, ...]
    amount: Expression
    source: str
    where: Where


@dataclass(frozen=True, slots=True)
class Tier:
    label: Words
    when: Expression
    source: str


@dataclass(frozen=True, slots=True)
class PaymentStep:
    """`equal_first`: everyone's first part, up to `at_most` major units; `in_order`: in full, first to last."""

    name: str
    kind: Literal["equal_first", "in_order"]
    label: Words
    at_most: Decimal | None
    source: str
    where: Where


@dataclass(frozen=True, slots=True)
class Order:
    """The order of payment: a document of its own. Keys may be wrapped as `desc(x)`."""

    id: str
    label: Words
    tiers: tuple[Tier, ...]
    keys: tuple[Expression, ...]
    steps: tuple[PaymentStep, ...]
    source: str
    where: Where


@dataclass(frozen=True, slots=True)
class Reading:
    """A way to read sources that conflict."""

    name: str
    label: Words
    reason: Words
    default: bool


@dataclass(frozen=True, slots=True)
class Programme:
    """All that decides, with one reading chosen, named by its content hash."""

    id: str
    title: Words
    issuer: Words
    status: Literal["operative", "draft", "reference"]
    model: Literal["compensation", "rehabilitation"]
    currency: str
    version_by: str
    reading: str
    hash: str
    levels: tuple[Level, ...]
    readings: tuple[Reading, ...]
    fields: tuple[Field, ...]
    sources: Mapping[str, Source]
    values: tuple[DatedValue, ...]
    definitions: tuple[Definition, ...]
    gates: tuple[Gate, ...]
    lines: tuple[Line, ...]
    ceilings: tuple[Limit, ...]
    deductions: tuple[Limit, ...]
    order: Order | None
