"""What is written down in the course of one import, and what was there before."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from django.db.models import Model

from sanad.record.importers.facts.folder import ReadFolder
from sanad.record.importers.facts.told import Stretch, ToldRow, ToldTable
from sanad.record.kinds import AgentKind, Naming
from sanad.record.log import By
from sanad.record.models import Account, Agent, Capture, Statement, TextLayer, Work
from sanad.record.services.agents import NewAgent, add_agent
from sanad.record.spans import At

Row = TypeVar("Row", bound=Model)
Found = defaultdict[str, set[int]]


@dataclass(frozen=True, slots=True)
class KeptTable:
    """A table as it is held: the text in which it begins at `start`, the work that it is, and what its rows state."""

    told: ToldTable
    layer: TextLayer
    start: int
    work: Work
    statements: dict[str, Statement] = field(default_factory=dict)

    def at(self, stretch: Stretch) -> At:
        return At(self.layer, self.start + stretch[0], self.start + stretch[1])


@dataclass(slots=True)
class Keeping:
    """`made` and `known` are rows by what they are, each once; `sources` are the works that are cited, by their ids."""

    read: ReadFolder
    by: By
    made: Found = field(default_factory=lambda: defaultdict(set))
    known: Found = field(default_factory=lambda: defaultdict(set))
    files: dict[str, Capture] = field(default_factory=dict)
    sources: dict[str, Work] = field(default_factory=dict)
    tables: dict[str, KeptTable] = field(default_factory=dict)

    def once(self, what: str, known: Row | None, make: Callable[[], Row]) -> Row:
        """The row that is there; else the one that is made now."""
        row = make() if known is None else known
        self.count(what, row, is_new=known is None)
        return row

    def count(self, what: str, row: Model, *, is_new: bool) -> None:
        if is_new:
            self.made[what].add(row.pk)
        elif row.pk not in self.made[what]:
            self.known[what].add(row.pk)

    @staticmethod
    def counts(found: Found) -> dict[str, int]:
        return {what: len(rows) for what, rows in sorted(found.items()) if rows}

    def organisation(self, name: str) -> Agent:
        """Whoever is called so in full is one organisation, whichever table names it."""
        named = {"kind": AgentKind.ORG, "label": name, "naming": Naming.FULL, "within": None}
        found = Agent.objects.filter(**named).order_by("pk").first()
        return found or add_agent(NewAgent(AgentKind.ORG, name, is_private=False), self.by)


@dataclass(frozen=True, slots=True)
class Voices:
    """By whom a row is told: the account, and the organisation where it is one alone."""

    row: ToldRow
    account: Account
    narrator: Agent | None
