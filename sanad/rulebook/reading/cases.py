"""`cases/*.yaml`: worked cases, given and expected, in the engine's form."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from sanad.engine.rules.declared import Programme, Where
from sanad.engine.rules.problems import ProgrammeRefused
from sanad.rulebook.reading.case_days import SeriesReader
from sanad.rulebook.reading.case_facts import FactReader
from sanad.rulebook.reading.case_funds import names_of, read_funds
from sanad.rulebook.reading.case_members import check_members
from sanad.rulebook.reading.case_payments import PAID_KEYS, read_payment, refuse_later, refuse_reversed
from sanad.rulebook.reading.case_results import read_expected
from sanad.rulebook.reading.case_things import Given
from sanad.rulebook.reading.entry import Entry, listed_entries
from sanad.rulebook.reading.names import check_code
from sanad.rulebook.reading.notes import Notes, did_you_mean
from sanad.rulebook.reading.strict_yaml import load_items, read_text
from sanad.rulebook.reading.worked import Case

KEYS = ("id", "title", "on", "days", "reading", "claims", "members", "paid", "fund", "funds", "expect")


def load_cases(path: Path, programme: Programme) -> tuple[Case, ...]:
    """Every case of the folder `cases`, by file and place. Raises ProgrammeRefused with all that is wrong."""
    notes = Notes()
    reader = _Reader(programme, notes)
    cases = [case for file in sorted((path / "cases").glob("*.yaml")) for case in reader.file(file)]
    if notes.problems:
        raise ProgrammeRefused(list(dict.fromkeys(notes.problems)))
    return tuple(cases)


class _Reader:
    def __init__(self, programme: Programme, notes: Notes) -> None:
        self.programme, self.notes = programme, notes
        self.facts = FactReader(programme, notes)
        self.readings = [reading.name for reading in programme.readings]
        self.seen: dict[str, Where] = {}

    def file(self, path: Path) -> Iterator[Case]:
        """The cases of a file; each day of a series is one."""
        try:
            items = load_items(read_text(path, str(path)), str(path))
        except ProgrammeRefused as error:
            self.notes.problems.extend(error.problems)
            return
        for entry in listed_entries(items, self.notes, "cases", KEYS):
            self.refuse_doubled(entry)
            series = SeriesReader(self.programme, self.facts, self.reading(entry), entry)
            yield from series.days() if entry.has("days") else (self.case(entry),)

    def case(self, entry: Entry) -> Case:
        given = Given(self.facts, self.notes)
        given.add(entry)
        claims, members = things = given.things()
        check_members(self.programme, things, self.notes)
        ids = {claim.id for claim in claims}
        paid = tuple(read_payment(inner, self.programme, ids) for inner in entry.listed("paid", PAID_KEYS))
        on = entry.day("on", required=True) or date.max
        refuse_later(entry, paid, on)
        refuse_reversed(entry, paid)
        return Case(
            id=entry.text("id"),
            title=entry.words("title"),
            on=on,
            reading=self.reading(entry),
            claims=claims,
            members=members,
            paid=paid,
            funds=(funds := read_funds(entry, self.programme)),
            expect=read_expected(entry, self.programme, ids, names_of(funds)),
            where=entry.where("id"),
        )

    def refuse_doubled(self, entry: Entry) -> None:
        name, where = entry.text("id"), entry.where("id")
        if name:
            check_code(name, "a case", where, self.notes)
        if name in self.seen:
            message = f"The case `{name}` stands twice; the first is in `{self.seen[name]}`."
            self.notes.problem(where, "doubled_name", message, "Give it another id.")
        self.seen.setdefault(name, where)

    def reading(self, entry: Entry) -> str:
        """The reading that the case is of; without one, the programme's default."""
        name = entry.text("reading", "")
        if name and name not in self.readings:
            message = f"No reading is named `{name}`."
            todo = did_you_mean(name, self.readings)
            self.notes.problem(entry.where("reading"), "unknown_reading", message, todo)
        return name or next((known.name for known in self.programme.readings if known.default), "")
