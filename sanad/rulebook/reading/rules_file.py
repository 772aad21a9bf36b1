"""`rules.yaml`: what refuses, what is worked out, what is paid, and its limits."""

from dataclasses import dataclass

from sanad.engine.rules.declared import (
    Alternatives,
    Clock,
    Definition,
    Gate,
    Limit,
    Line,
    Rival,
    SetOff,
    SharedCeiling,
)
from sanad.rulebook.reading import clocks, lines
from sanad.rulebook.reading.choices import read_choices
from sanad.rulebook.reading.entry import Entry
from sanad.rulebook.reading.gates import DECLINE, KINDS, read_declines, read_gates
from sanad.rulebook.reading.names import check_label, check_name, check_sensitive
from sanad.rulebook.reading.notes import Notes
from sanad.rulebook.reading.options import read_options
from sanad.rulebook.reading.stages import SHARED_KEYS, read_rivals, read_set_off, read_shared
from sanad.rulebook.reading.strict_yaml import Block

KEYS = (*KINDS, DECLINE, "definitions", "clocks", "lines", "choices", "ceilings", "deductions", "rivals", "set_off")
DEFINITION_KEYS = ("is", "level", "unit", "options", "label", "source")
LIMIT_KEYS = ("name", "label", "lines", "when", "source", "because")


@dataclass(frozen=True, slots=True)
class Rules:
    """The content of rules.yaml: definitions by name, all else in the order of the file, which counts."""

    gates: tuple[Gate, ...] = ()
    definitions: tuple[Definition, ...] = ()
    lines: tuple[Line, ...] = ()
    ceilings: tuple[Limit, ...] = ()
    deductions: tuple[Limit, ...] = ()
    rivals: tuple[Rival, ...] = ()
    shared_ceilings: tuple[SharedCeiling, ...] = ()
    set_off: SetOff | None = None
    declines: tuple[Gate, ...] = ()
    choices: tuple[Alternatives, ...] = ()
    clocks: tuple[Clock, ...] = ()


def read_rules(block: Block, notes: Notes) -> Rules:
    entry = Entry(block, notes, "rules.yaml", KEYS)
    heads = tuple(lines.read_line(name, inner) for name, inner in entry.entries("lines", lines.KEYS, required=True))
    ceilings = [_ceiling(inner) for inner in entry.listed("ceilings", (*LIMIT_KEYS, "at_most", *SHARED_KEYS))]
    definitions = [_definition(name, inner) for name, inner in entry.entries("definitions", DEFINITION_KEYS)]
    return Rules(
        gates=read_gates(entry),
        definitions=tuple(sorted(definitions, key=lambda definition: definition.name)),
        lines=heads,
        ceilings=tuple(ceiling for ceiling in ceilings if isinstance(ceiling, Limit)),
        deductions=tuple(_limit(inner, "amount") for inner in entry.listed("deductions", (*LIMIT_KEYS, "amount"))),
        rivals=read_rivals(entry),
        shared_ceilings=tuple(ceiling for ceiling in ceilings if isinstance(ceiling, SharedCeiling)),
        set_off=read_set_off(entry, tuple(line.name for line in heads if line.thing is None)),
        declines=read_declines(entry),
        choices=read_choices(entry),
        clocks=tuple(clock for _, clock in sorted(_clocks(entry).items())),
    )


def _clocks(entry: Entry) -> dict[str, Clock]:
    return {name: clocks.read_clock(name, inner) for name, inner in entry.entries("clocks", clocks.KEYS)}


def _definition(name: str, entry: Entry) -> Definition:
    check_name(name, "a definition", entry.where(), entry.notes)
    check_sensitive(name, entry.where(), entry.notes)
    return Definition(
        name=name,
        level=entry.text("level", "claim"),
        expression=entry.needed_expression("is"),
        label=entry.words("label"),
        source=entry.source(),
        where=entry.where(),
        unit=entry.text("unit", ""),
        options=read_options(entry),
    )


def _ceiling(entry: Entry) -> Limit | SharedCeiling:
    """Over the lines of one claim, or with a `level` over those of all claims of one thing."""
    if entry.has("level"):
        return read_shared(entry)
    for key in SHARED_KEYS:
        if entry.has(key):
            message = f"`{key}` of {entry.name} is for a ceiling that several claims share."
            entry.notes.problem(entry.where(key), "not_shared", message, "Add `level:`, as `level: household`.")
    return _limit(entry, "at_most")


def _limit(entry: Entry, amount: str) -> Limit:
    name = entry.text("name")
    if name:
        check_label(name, "a limit", entry.where("name"), entry.notes)
    if not entry.has("lines"):
        entry.missing("lines")
    return Limit(
        name=name,
        label=entry.words("label"),
        lines=entry.names("lines"),
        amount=entry.needed_expression(amount),
        source=entry.source(),
        where=entry.where(),
        because=entry.words("because", required=False),
        when=entry.expression("when"),
    )
