"""What a unit is called: `units` of programme.yaml, for units that Sanad has no words for."""

from collections.abc import Iterator, Mapping

from sanad.engine.money import NotAnAmount, exponent
from sanad.engine.rules.declared import Programme, Where, Words
from sanad.engine.rules.types import read_unit
from sanad.engine.rules.words.catalogue.plain import UNITS
from sanad.rulebook.reading.entry import Entry
from sanad.rulebook.reading.notes import Notes, did_you_mean
from sanad.rulebook.reading.strict_yaml import Block

PURE = ("percent", "ratio")


def read_unit_words(head: Entry) -> Mapping[str, Words]:
    """By unit, sorted; empty where nothing is declared."""
    block = head.block.get("units")
    entry = head.inner("units", [str(name) for name in block] if isinstance(block, Block) else [])
    names = sorted(str(name) for name in entry.block) if entry else []
    return {name: entry.words(name) for name in names} if entry else {}


def check_unit_words(programme: Programme, head: Block, notes: Notes) -> None:
    """Each names a unit that something is counted in, and that has no words without it."""
    block = head.get("units")
    if not isinstance(block, Block):
        return
    used = set(_used(programme))
    for name in programme.units:
        where = Where(block.file, block.lines.get(name, block.line))
        if _is_built_in(name):
            notes.problem(where, "unit_known", f"`{name}` has its words already.", "Delete the line.")
        elif name not in used:
            message = f"No field, value, definition or thing has the unit `{name}`."
            notes.problem(where, "unit_unused", message, did_you_mean(name, used))


def _is_built_in(name: str) -> bool:
    try:
        exponent(name)
    except NotAnAmount:
        return name in UNITS or name in PURE
    return True


def _used(programme: Programme) -> Iterator[str]:
    """Every dimension of every unit, `USD/wage` being two."""
    texts = [field.unit for field in programme.fields]
    texts += [value.unit for value in programme.values]
    texts += [definition.unit for definition in programme.definitions]
    texts += [line.thing.unit for line in programme.lines if line.thing]
    for text in texts:
        try:
            yield from (name for name, _ in read_unit(text)) if text else ()
        except ValueError:
            continue  # What is no unit is told where it stands.
