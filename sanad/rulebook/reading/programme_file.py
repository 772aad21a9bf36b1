"""`programme.yaml`: what the programme is, its levels and its readings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from sanad.engine.rules.declared import Level, Payment, Reading, Relation, Where, Words
from sanad.engine.rules.problems import quoted
from sanad.rulebook.reading.entry import Entry
from sanad.rulebook.reading.names import check_code, check_label, check_name, check_sensitive
from sanad.rulebook.reading.notes import Notes, did_you_mean
from sanad.rulebook.reading.relations import read_relations
from sanad.rulebook.reading.strict_yaml import Block
from sanad.rulebook.reading.unit_words import read_unit_words
from sanad.rulebook.reading.units import read_currency, read_payment

KEYS = (
    "id",
    "title",
    "issuer",
    "status",
    "model",
    "currency",
    "version_by",
    "levels",
    "relations",
    "readings",
    "payment",
    "units",
)
Status = Literal["operative", "draft", "reference"]
Model = Literal["compensation", "rehabilitation"]
STATUSES: tuple[Status, ...] = ("draft", "operative", "reference")
MODELS: tuple[Model, ...] = ("compensation", "rehabilitation")


@dataclass(frozen=True, slots=True)
class Head:
    """The programme without its content."""

    id: str
    title: Words
    issuer: Words
    status: Status
    model: Model
    currency: str
    version_by: str
    levels: tuple[Level, ...]
    relations: tuple[Relation, ...]
    readings: tuple[Reading, ...]
    where: Where
    payment: Payment | None = None
    units: Mapping[str, Words] = field(default_factory=dict)


def read_head(block: Block, notes: Notes) -> Head:
    entry = Entry(block, notes, "programme.yaml", KEYS)
    return Head(
        id=_id(entry),
        title=entry.words("title"),
        issuer=entry.words("issuer"),
        status=entry.one_of("status", STATUSES),
        model=entry.one_of("model", MODELS),
        currency=read_currency(entry),
        version_by=entry.text("version_by", "round"),
        levels=tuple(_level(name, inner) for name, inner in entry.entries("levels", ("label", "within"), True)),
        relations=read_relations(entry),
        readings=_readings(entry),
        where=entry.where(),
        payment=read_payment(entry),
        units=read_unit_words(entry),
    )


def _id(entry: Entry) -> str:
    name = entry.text("id")
    if name:
        check_code(name, "a programme", entry.where("id"), entry.notes)
    return name


def _level(name: str, entry: Entry) -> Level:
    check_name(name, "a level", entry.where(), entry.notes)
    check_sensitive(name, entry.where(), entry.notes)
    return Level(name, entry.words("label"), entry.names("within"), entry.where())


def _readings(entry: Entry) -> tuple[Reading, ...]:
    found = tuple(_reading(name, inner) for name, inner in entry.entries("readings", ("label", "reason", "default")))
    defaults = [reading.name for reading in found if reading.default]
    if len(defaults) > 1:
        message, todo = f"More than one reading is the default: {quoted(defaults)}.", "Keep `default: true` at one."
        entry.notes.problem(entry.where("readings"), "default_reading", message, todo)
    if found and not defaults:
        message = f"None of the readings is the default: {quoted(reading.name for reading in found)}."
        entry.notes.problem(entry.where("readings"), "default_reading", message, "Write `default: true` at one.")
    return found


def _reading(name: str, entry: Entry) -> Reading:
    check_label(name, "a reading", entry.where(), entry.notes)
    return Reading(name, entry.words("label"), entry.words("reason"), entry.flag("default"))


def check_levels(head: Head, notes: Notes) -> None:
    """`claim` is there, every outer level is declared, and none lies within itself."""
    names = {level.name for level in head.levels}
    if head.levels and "claim" not in names:
        todo = "Add `claim: {label: {en: Claim, ar: طلب}}` under levels."
        notes.problem(head.where, "no_claim", "There is no level `claim`.", todo)
    for level in head.levels:
        for outer in level.within:
            if outer not in names:
                notes.problem(level.where, "unknown_level", f"No level is named `{outer}`.", did_you_mean(outer, names))
        if level.name in _outer(head.levels, level.name):
            notes.problem(level.where, "level_cycle", f"Level `{level.name}` lies within itself.", "Break the circle.")


def _outer(levels: tuple[Level, ...], name: str) -> set[str]:
    within = {level.name: level.within for level in levels}
    found: set[str] = set()
    waiting = list(within.get(name, ()))
    while waiting:
        outer = waiting.pop()
        if outer not in found:
            found.add(outer)
            waiting.extend(within.get(outer, ()))
    return found
