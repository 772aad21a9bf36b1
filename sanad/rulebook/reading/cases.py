"""`cases/*.yaml`: worked cases, given and expected, in the engine's form."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sanad.engine.rules.declared import Programme, Where, Words
from sanad.engine.rules.levels import CLAIM
from sanad.engine.rules.problems import ProgrammeRefused
from sanad.engine.rules.types import Facts
from sanad.rulebook.reading.case_facts import FactReader
from sanad.rulebook.reading.case_results import Expected, minor, read_expected
from sanad.rulebook.reading.entry import Entry, listed_entries
from sanad.rulebook.reading.names import check_code
from sanad.rulebook.reading.notes import Notes, did_you_mean
from sanad.rulebook.reading.strict_yaml import load_items, read_text

KEYS = ("id", "title", "on", "reading", "claims", "members", "paid", "fund", "expect")
PAID_KEYS = ("claim_id", "line", "amount", "date")


@dataclass(frozen=True, slots=True)
class CaseThing:
    """A claim, or a member of a level that is not above it: its id, the id of each level above, its facts.

    The facts of the levels above are among its own; what one thing of a case states of a house holds for all.
    """

    id: str
    ids: Mapping[str, str]
    facts: Facts
    where: Where


@dataclass(frozen=True, slots=True)
class CasePayment:
    """Money paid earlier, in minor units."""

    claim_id: str
    line: str
    amount: int
    date: date
    where: Where


@dataclass(frozen=True, slots=True)
class Case:
    """`expect` holds, by claim, columns of awards.parquet with what they must say, whichever are named."""

    id: str
    title: Words
    on: date
    reading: str
    claims: tuple[CaseThing, ...]
    members: Mapping[str, tuple[CaseThing, ...]]
    paid: tuple[CasePayment, ...]
    fund: int | None
    expect: Mapping[str, Expected]
    where: Where


def load_cases(path: Path, programme: Programme) -> tuple[Case, ...]:
    """Every case of the folder `cases`, by file and place. Raises ProgrammeRefused with all that is wrong."""
    notes = Notes()
    reader = _Reader(programme, notes)
    cases = [case for file in sorted((path / "cases").glob("*.yaml")) for case in reader.file(file)]
    seen: dict[str, Where] = {}
    for case in cases:
        if case.id in seen:
            message = f"The case `{case.id}` stands twice; the first is in {seen[case.id]}."
            notes.problem(case.where, "doubled_name", message, "Give it another id.")
        seen.setdefault(case.id, case.where)
    if notes.problems:
        raise ProgrammeRefused(notes.problems)
    return tuple(cases)


class _Reader:
    def __init__(self, programme: Programme, notes: Notes) -> None:
        self.programme, self.notes = programme, notes
        self.facts = FactReader(programme, notes)
        self.readings = [reading.name for reading in programme.readings]

    def file(self, path: Path) -> Iterator[Case]:
        try:
            items = load_items(read_text(path, str(path)), str(path))
        except ProgrammeRefused as error:
            self.notes.problems.extend(error.problems)
            return
        for entry in listed_entries(items, self.notes, "cases", KEYS):
            yield self.case(entry)

    def case(self, entry: Entry) -> Case:
        name = entry.text("id")
        if name:
            check_code(name, "a case", entry.where("id"), self.notes)
        claims, members = self.things(entry)
        ids = {claim.id for claim in claims}
        return Case(
            id=name,
            title=entry.words("title"),
            on=entry.day("on", required=True) or date.min,
            reading=self.reading(entry),
            claims=claims,
            members=members,
            paid=tuple(self.payment(inner, ids) for inner in entry.listed("paid", PAID_KEYS)),
            fund=minor(entry, "fund", self.programme.currency) if entry.has("fund") else None,
            expect=read_expected(entry, self.programme, ids),
            where=entry.where("id"),
        )

    def things(self, entry: Entry) -> tuple[tuple[CaseThing, ...], dict[str, tuple[CaseThing, ...]]]:
        """The claims, and the members by level."""
        stated = [(level, self.facts.read(level, row)) for level, row in self.rows(entry)]
        shared = self.facts.shared(row for _, row in stated)
        things: dict[str, list[CaseThing]] = {CLAIM: []}
        for level, row in stated:
            facts = self.facts.complete(row, shared)
            things.setdefault(level, []).append(CaseThing(row.id, row.ids, facts, row.entry.where()))
        for level, found in things.items():
            self.refuse_doubled(level, found)
        return tuple(things.pop(CLAIM)), {level: tuple(found) for level, found in things.items()}

    def rows(self, entry: Entry) -> Iterator[tuple[str, Entry]]:
        for claim in entry.listed("claims", self.facts.known(CLAIM), required=True):
            yield CLAIM, claim
        members = entry.inner("members", self.facts.member_levels())
        for level in self.facts.member_levels() if members else ():
            assert members is not None
            for row in members.listed(level, self.facts.known(level)):
                yield level, row

    def refuse_doubled(self, level: str, things: list[CaseThing]) -> None:
        seen: set[str] = set()
        for thing in things:
            if thing.id in seen:
                message = f"The {level} `{thing.id}` stands twice in this case."
                self.notes.problem(thing.where, "doubled_name", message, "Give it another id.")
            seen.add(thing.id)

    def reading(self, entry: Entry) -> str:
        """The reading that the case is of; without one, the programme's default."""
        name = entry.text("reading", "")
        if name and name not in self.readings:
            message = f"No reading is named `{name}`."
            todo = did_you_mean(name, self.readings)
            self.notes.problem(entry.where("reading"), "unknown_reading", message, todo)
        return name or next((known.name for known in self.programme.readings if known.default), "")

    def payment(self, entry: Entry, claims: set[str]) -> CasePayment:
        claim, line = entry.text("claim_id"), entry.text("line")
        self.refuse_unknown(entry, "claim_id", claim, claims)
        self.refuse_unknown(entry, "line", line, {known.name for known in self.programme.lines})
        amount = minor(entry, "amount", self.programme.currency)
        return CasePayment(claim, line, amount, entry.day("date", required=True) or date.min, entry.where())

    def refuse_unknown(self, entry: Entry, key: str, name: str, known: set[str]) -> None:
        if name and name not in known:
            message = f"`{name}` is no {key} of this case."
            self.notes.problem(entry.where(key), "unknown_name", message, did_you_mean(name, known))
