"""A programme: all that decides, with one reading chosen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from sanad.engine.rules.declared.calendars import Calendar, Clock
from sanad.engine.rules.declared.choices import Alternatives
from sanad.engine.rules.declared.facts import Field, Level, Source
from sanad.engine.rules.declared.order import Order
from sanad.engine.rules.declared.plain import Words
from sanad.engine.rules.declared.relations import Relation
from sanad.engine.rules.declared.rules import Definition, Gate, Limit, Line
from sanad.engine.rules.declared.stages import Rival, SetOff, SharedCeiling
from sanad.engine.rules.declared.units import Payment
from sanad.engine.rules.declared.values import DatedValue


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
    rivals: tuple[Rival, ...] = ()
    shared_ceilings: tuple[SharedCeiling, ...] = ()
    set_off: SetOff | None = None
    relations: tuple[Relation, ...] = ()
    declines: tuple[Gate, ...] = ()
    choices: tuple[Alternatives, ...] = ()
    calendars: tuple[Calendar, ...] = ()
    clocks: tuple[Clock, ...] = ()
    payment: Payment | None = None
    units: Mapping[str, Words] = field(default_factory=dict)
    """What units are called that Sanad has no words for."""
