"""From a programme's folder to its declaration, with every problem of the folder told at once."""

from dataclasses import dataclass
from pathlib import Path

from sanad.engine.rules.declared import DatedValue, Programme
from sanad.engine.rules.problems import Problem, ProgrammeRefused
from sanad.rulebook.reading.calendars_file import read_calendar
from sanad.rulebook.reading.canonical import canonical_text, hashed
from sanad.rulebook.reading.caps import refused
from sanad.rulebook.reading.checks import check_programme
from sanad.rulebook.reading.fields_file import read_fields
from sanad.rulebook.reading.folder import Folder, read_folder
from sanad.rulebook.reading.notes import Notes, did_you_mean
from sanad.rulebook.reading.order_file import read_order
from sanad.rulebook.reading.places_file import read_places
from sanad.rulebook.reading.programme_file import Head, check_levels, read_head
from sanad.rulebook.reading.rules_file import Rules, read_rules
from sanad.rulebook.reading.sources_file import check_unsourced, read_sources
from sanad.rulebook.reading.values_file import read_values


@dataclass(frozen=True, slots=True)
class Loaded:
    """A programme that may be used, and what its author should look at."""

    programme: Programme
    warnings: tuple[Problem, ...]


def path_and_reading(text: str) -> tuple[Path, str | None]:
    """`PROGRAMME@READING` as a path and the reading's name; the name is None where none is given."""
    path, sign, reading = text.rpartition("@")
    return (Path(path), reading) if sign and path and not Path(text).exists() else (Path(text), None)


def load_programme(path: Path, reading: str | None = None) -> Programme:
    """The programme in the named reading, or in its default one. Raises ProgrammeRefused."""
    return load_with_warnings(path, reading).programme


def canonical(path: Path, reading: str | None = None) -> str:
    """The text that a round stores to be replayed from."""
    return canonical_text(load_programme(path, reading))


def load_with_warnings(path: Path, reading: str | None = None) -> Loaded:
    notes = Notes()
    folder = read_folder(path, notes)
    if "programme.yaml" not in folder.files:
        raise ProgrammeRefused(notes.problems)
    head = read_head(folder.files["programme.yaml"], notes)
    programme = _assemble(head, folder, _chosen(head, reading), notes)
    check_levels(head, notes)
    check_unsourced(dict(programme.sources), head.status, notes)
    check_programme(programme, folder, notes)
    if notes.problems:
        raise ProgrammeRefused(notes.problems)
    return Loaded(hashed(programme), tuple(notes.warnings))


def _chosen(head: Head, reading: str | None) -> str:
    """The reading's name, empty where the programme has none."""
    if reading is None:
        return next((known.name for known in head.readings if known.default), "")
    names = [known.name for known in head.readings]
    if reading not in names:
        where = head.where
        message = f"The programme has no reading `{reading}`."
        raise refused(where.file, where.line, "unknown_reading", message, did_you_mean(reading, names))
    return reading


def _assemble(head: Head, folder: Folder, reading: str, notes: Notes) -> Programme:
    files = folder.files
    places = read_places(files["places.yaml"], notes) if "places.yaml" in files else ()
    rules = read_rules(files["rules.yaml"], notes) if "rules.yaml" in files else Rules()
    return Programme(
        id=head.id,
        title=head.title,
        issuer=head.issuer,
        status=head.status,
        model=head.model,
        currency=head.currency,
        version_by=head.version_by,
        reading=reading,
        hash="",
        levels=tuple(sorted(head.levels, key=lambda level: level.name)),
        readings=tuple(sorted(head.readings, key=lambda known: known.name)),
        fields=read_fields(files["fields.yaml"], head.currency, places, notes) if "fields.yaml" in files else (),
        sources=read_sources(files["sources.yaml"], notes) if "sources.yaml" in files else {},
        values=_values(head, folder, reading, notes),
        definitions=rules.definitions,
        gates=rules.gates,
        lines=rules.lines,
        ceilings=rules.ceilings,
        deductions=rules.deductions,
        order=read_order(files["order.yaml"], notes) if "order.yaml" in files else None,
        rivals=rules.rivals,
        shared_ceilings=rules.shared_ceilings,
        set_off=rules.set_off,
        relations=head.relations,
        declines=rules.declines,
        choices=rules.choices,
        calendars=tuple(read_calendar(name, block, notes) for name, block in folder.calendars.items()),
        clocks=rules.clocks,
        payment=head.payment,
        units=head.units,
    )


def _values(head: Head, folder: Folder, reading: str, notes: Notes) -> tuple[DatedValue, ...]:
    names = tuple(known.name for known in head.readings)
    found = [value for block in folder.values for value in read_values(block, reading, names, notes)]
    return tuple(sorted(found, key=lambda value: value.name))
