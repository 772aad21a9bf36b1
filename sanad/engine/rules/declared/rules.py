"""Rules: definitions, gates, lines with their instalments, limits."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from sanad.engine.rules.declared.facts import Option
from sanad.engine.rules.declared.plain import Expression, Rounding, Where, Words
from sanad.engine.rules.declared.things import Thing
from sanad.engine.rules.declared.units import Units

GateKind = Literal["refuse", "refer", "defer", "decline"]


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
    """A rule that keeps a claim, or one line of it, from an award: refused, referred or deferred.

    `decline` keeps nothing: it refuses a request for a change, and the award that stands is untouched.
    """

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
    because: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Instalment:
    """A part of a line, paid when its milestone is true; without `unlocked_by` it is due at once."""

    name: str
    label: Words
    amount: Expression
    unlocked_by: Expression | None
    source: str
    where: Where
    rate_on: Expression | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A head of compensation. `when` false: does not apply; `asked` false or absent: open, before `asked_until`.

    `amount` is money; of a line with a `thing` the number of it, of one with `units` how many.
    """

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
    asked_until: Expression | None = None
    thing: Thing | None = None
    because: Words = field(default_factory=dict)
    units: Units | None = None


@dataclass(frozen=True, slots=True)
class Limit:
    """A ceiling over several lines (cut from the last line backwards), or a sum deducted from them.

    With `when` only of claims of which the condition is true.
    """

    name: str
    label: Words
    lines: tuple[str, ...]
    amount: Expression
    source: str
    where: Where
    because: Words = field(default_factory=dict)
    when: Expression | None = None
