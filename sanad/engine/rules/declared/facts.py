"""Levels and the facts that may be stated of them, and the sources that are cited."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from sanad.engine.rules.declared.plain import Literals, Published, Where, Words

Kind = Literal["integer", "money", "percent", "quantity", "date", "choice", "boolean", "text", "place"]


@dataclass(frozen=True, slots=True)
class Level:
    """A kind of thing that facts belong to; each of its things lies within one thing of each `within`."""

    name: str
    label: Words
    within: tuple[str, ...]
    where: Where


@dataclass(frozen=True, slots=True)
class Option:
    """One code of a choice; of a place, `within` is the place around it."""

    code: str
    label: Words
    within: str = ""


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
    names: bool = False
    """Whether a choice says who somebody is."""


@dataclass(frozen=True, slots=True)
class Source:
    """What was published: confidence A primary, B good secondary, C weak or in conflict, or `unsourced`."""

    id: str
    title: Published
    publisher: Published
    published: date | None
    address: str
    confidence: str
    note: Published
    where: Where
