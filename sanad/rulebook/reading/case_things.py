"""The claims and members of a worked case; in a series of days, as they stand on each day."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from sanad.engine.rules.levels import CLAIM
from sanad.rulebook.reading.case_facts import FactReader, Shared, Stated
from sanad.rulebook.reading.entry import Entry
from sanad.rulebook.reading.notes import Notes, did_you_mean
from sanad.rulebook.reading.worked import CaseThing

Things = tuple[tuple[CaseThing, ...], dict[str, tuple[CaseThing, ...]]]
"""The claims, and the members by level."""


class Given:
    """What a case states; what is stated later of the same thing takes the place of what was stated before."""

    def __init__(self, facts: FactReader, notes: Notes) -> None:
        self.facts, self.notes = facts, notes
        self.rows: dict[tuple[str, str], Stated] = {}
        self.shared: Shared = {}

    def add(self, entry: Entry, needs_claims: bool = True) -> None:
        """New claims and members; a member that was there before is restated."""
        before, stated = dict(self.rows), []
        for level, inner in self._entries(entry, needs_claims):
            row = self.facts.read(level, inner)
            earlier = before.get((level, row.id)) if level != CLAIM else None
            if earlier:
                row = self.facts.restated(level, earlier, inner)
            elif (level, row.id) in self.rows:
                message = f"The {level} `{row.id}` stands twice in this case."
                self.notes.problem(inner.where(), "doubled_name", message, "Give it another id.")
            self.rows[level, row.id] = row
            stated.append((level, row))
        self._share(stated)

    def restate(self, entry: Entry) -> None:
        """The facts of claims that change on a day."""
        stated = []
        for name, inner in entry.entries("facts", self.facts.known(CLAIM)[1:]):
            earlier = self.rows.get((CLAIM, name))
            if earlier is None:
                message = f"The case has no claim `{name}`."
                self.notes.problem(inner.where(), "unknown_claim", message, did_you_mean(name, self.claims()))
                continue
            self.rows[CLAIM, name] = self.facts.restated(CLAIM, earlier, inner)
            stated.append((CLAIM, self.rows[CLAIM, name]))
        self._share(stated)

    def _share(self, stated: Iterable[tuple[str, Stated]]) -> None:
        placed = [self._placed(level, row) for level, row in stated]
        self.shared = {**self.shared, **self.facts.shared(placed)}

    def _placed(self, level: str, row: Stated) -> Stated:
        return replace(row, ids=self._ids(level, row))

    def _ids(self, level: str, row: Stated) -> Mapping[str, str]:
        """A row that names only what it lies within directly lies in all that this lies within."""
        ids = dict(row.ids)
        for outer in self.facts.within[level]:
            above = self.rows.get((outer, ids[outer]))
            further = self._ids(outer, above) if above else {}
            ids |= {known: own for known, own in further.items() if not row.entry.has(f"{known}_id")}
        return ids

    def claims(self) -> set[str]:
        return {name for level, name in self.rows if level == CLAIM}

    def things(self) -> Things:
        things: dict[str, list[CaseThing]] = {CLAIM: []}
        for (level, _), as_stated in self.rows.items():
            row = self._placed(level, as_stated)
            facts = self.facts.complete(row, self.shared)
            things.setdefault(level, []).append(CaseThing(row.id, row.ids, facts, row.entry.where()))
        return tuple(things.pop(CLAIM)), {level: tuple(found) for level, found in things.items()}

    def _entries(self, entry: Entry, needs_claims: bool) -> Iterator[tuple[str, Entry]]:
        for claim in entry.listed("claims", self.facts.known(CLAIM), required=needs_claims):
            yield CLAIM, claim
        members = entry.inner("members", self.facts.member_levels())
        for level in self.facts.member_levels() if members else ():
            assert members is not None
            for row in members.listed(level, self.facts.known(level)):
                yield level, row
