"""A programme as its files declare it: words, dates and expression texts, not yet typed or proven.

Numbers are Decimal in major units, as written. `sanad.engine.rules.building.build` types and proves them.
"""

from sanad.engine.rules.declared.calendars import Calendar, Clock, ClockUnit, DayOff, Extension, NotWorking, Weekday
from sanad.engine.rules.declared.choices import Alternatives, Waiver
from sanad.engine.rules.declared.facts import Field, Kind, Level, Option, Source
from sanad.engine.rules.declared.order import Cut, LastUnit, Order, PaymentStep, Reserve, StepKind, Tier
from sanad.engine.rules.declared.plain import Expression, Literals, Published, Rounding, Where, Words
from sanad.engine.rules.declared.programme import Programme, Reading
from sanad.engine.rules.declared.relations import Relation
from sanad.engine.rules.declared.rules import Definition, Gate, GateKind, Instalment, Limit, Line
from sanad.engine.rules.declared.stages import Rival, SetOff, SharedCeiling
from sanad.engine.rules.declared.things import Thing
from sanad.engine.rules.declared.units import Payment, Units
from sanad.engine.rules.declared.values import Band, DatedValue, Key, Leaf, Row, Unpublished, Version

__all__ = [
    "Alternatives",
    "Band",
    "Calendar",
    "Clock",
    "ClockUnit",
    "Cut",
    "DatedValue",
    "DayOff",
    "Definition",
    "Expression",
    "Extension",
    "Field",
    "Gate",
    "GateKind",
    "Instalment",
    "Key",
    "Kind",
    "LastUnit",
    "Leaf",
    "Level",
    "Limit",
    "Line",
    "Literals",
    "NotWorking",
    "Option",
    "Order",
    "Payment",
    "PaymentStep",
    "Programme",
    "Published",
    "Reading",
    "Relation",
    "Reserve",
    "Rival",
    "Rounding",
    "Row",
    "SetOff",
    "SharedCeiling",
    "Source",
    "StepKind",
    "Thing",
    "Tier",
    "Units",
    "Unpublished",
    "Version",
    "Waiver",
    "Weekday",
    "Where",
    "Words",
]
