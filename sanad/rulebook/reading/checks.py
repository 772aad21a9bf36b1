"""What holds between the files: names once, levels and lines known, every source there and used."""

from collections.abc import Iterator

from sanad.engine.rules.declared import Clock, Definition, Field, Gate, PaymentStep, Programme, Where
from sanad.rulebook.reading.choices import check_choices
from sanad.rulebook.reading.folder import Folder
from sanad.rulebook.reading.names import Names
from sanad.rulebook.reading.notes import Notes, did_you_mean
from sanad.rulebook.reading.relations import check_relations
from sanad.rulebook.reading.strict_yaml import Block
from sanad.rulebook.reading.things import check_things
from sanad.rulebook.reading.unit_words import check_unit_words


def check_programme(programme: Programme, folder: Folder, notes: Notes) -> None:
    _check_names(programme, notes)
    _check_doubled(programme, notes)
    _check_known_levels(programme, notes)
    _check_known_lines(programme, notes)
    _check_version_dates(programme, notes)
    check_relations(programme, notes)
    check_choices(programme, notes)
    check_things(programme, notes)
    check_unit_words(programme, folder.files["programme.yaml"], notes)
    if "sources.yaml" in folder.files:
        _check_sources(programme, folder, notes)


def _check_names(programme: Programme, notes: Notes) -> None:
    """Levels, fields, definitions and values share one space of names; `<level>_id` is taken too."""
    names = Names(notes)
    for level in programme.levels:
        names.give(level.name, "a level", level.where)
        names.give(f"{level.name}_id", "the id of a level", level.where)
    for field in programme.fields:
        names.give(field.name, "a field", field.where)
    for definition in programme.definitions:
        names.give(definition.name, "a definition", definition.where)
    for value in programme.values:
        names.give(value.name, "a value", value.where)
    for clock in programme.clocks:
        names.give(clock.name, "a clock", clock.where)
    for calendar in programme.calendars:
        names.give(calendar.name, "a calendar", calendar.where)


def _check_doubled(programme: Programme, notes: Notes) -> None:
    limits = Names(notes)
    for limit in (*programme.ceilings, *programme.deductions):
        limits.give(limit.name, "a limit", limit.where)
    for shared in programme.shared_ceilings:
        limits.give(shared.name, "a limit", shared.where)
    choices = Names(notes)
    for choice in programme.choices:
        choices.give(choice.name, "a choice", choice.where)
    for line in programme.lines:
        instalments = Names(notes)
        for part in line.instalments:
            instalments.give(part.name, "an instalment", part.where)
    steps = Names(notes)
    for step in programme.order.steps if programme.order else ():
        steps.give(step.name, "a step", step.where)


def all_gates(programme: Programme) -> tuple[Gate, ...]:
    """Of the claim, of each line, then those that decline a change."""
    return (*programme.gates, *(gate for line in programme.lines for gate in line.gates), *programme.declines)


def _check_known_levels(programme: Programme, notes: Notes) -> None:
    known = {level.name for level in programme.levels}
    steps = programme.order.steps if programme.order else ()
    parts: list[Field | Definition | Clock | Gate | PaymentStep] = [
        *programme.fields,
        *programme.definitions,
        *programme.clocks,
        *all_gates(programme),
        *steps,
    ]
    for part in parts:
        if part.level and known and part.level not in known:
            todo = did_you_mean(part.level, known)
            notes.problem(part.where, "unknown_level", f"No level is named `{part.level}`.", todo)


def _check_known_lines(programme: Programme, notes: Notes) -> None:
    known = {line.name for line in programme.lines}
    steps = programme.order.steps if programme.order else ()
    limits = [(limit.name, limit.lines, limit.where) for limit in (*programme.ceilings, *programme.deductions)]
    limits += [(shared.name, shared.lines, shared.where) for shared in programme.shared_ceilings]
    limits += [(step.name, step.lines, step.where) for step in steps]
    if programme.set_off:
        limits.append(("set_off", programme.set_off.lines, programme.set_off.where))
    for limit, names, where in limits:
        for place, name in enumerate(names):
            if name not in known:
                notes.problem(where, "unknown_line", f"No line is named `{name}`.", did_you_mean(name, known))
            elif name in names[:place]:
                message = f"`{limit}` names the line `{name}` twice."
                notes.problem(where, "doubled_line", message, "Name each line once.")


def _check_version_dates(programme: Programme, notes: Notes) -> None:
    """The date that selects a version is the round's or a date field."""
    dates = {field.name for field in programme.fields if field.kind == "date"} | {"round"}
    asked = [(value.version_by, value.where) for value in programme.values if value.version_by]
    first = programme.levels[0].where.file if programme.levels else "programme.yaml"
    for name, where in [(programme.version_by, Where(first, 1)), *asked]:
        if name not in dates:
            message = f"`version_by: {name}` names no date field."
            notes.problem(where, "unknown_date", message, did_you_mean(name, dates))


def _check_sources(programme: Programme, folder: Folder, notes: Notes) -> None:
    used = set()
    for cited, where in (*notes.cited, *_caseload_sources(folder)):
        used.add(cited)
        if cited and cited not in programme.sources:
            todo = did_you_mean(cited, programme.sources)
            notes.problem(where, "unknown_source", f"No source has the id `{cited}`.", todo)
    for source in programme.sources.values():
        if source.id not in used:
            notes.warning(source.where, "unused_source", f"Nothing cites `{source.id}`.", "Cite it or delete it.")


def _caseload_sources(folder: Folder) -> Iterator[tuple[str, Where]]:
    """Of the figures as a whole, of those counted together and of those within one field."""
    caseload = folder.files.get("caseload.yaml")
    if caseload is None:
        return
    for block in (caseload, caseload.get("joint"), caseload.get("margins")):
        if isinstance(block, Block) and isinstance(block.get("source"), str):
            yield str(block["source"]), Where(block.file, block.lines["source"])
