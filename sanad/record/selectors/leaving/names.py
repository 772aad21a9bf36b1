"""Whose names may not leave: those who are closed, and those who are shown under another name."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from sanad.record.exporting.names import Names, NamesFound, any_of, parts_of
from sanad.record.exporting.told import Who
from sanad.record.kinds import AgentKind, Level, Naming
from sanad.record.models import Agent, Disclosure, Mention, Name, Statement, StatementRole
from sanad.record.selectors.public import hidden_agents

SHORTEST = 3
PARTICLES = frozenset(["abd", "abu", "abou", "ben", "bin", "ibn", "umm", "von", "van", "عبد", "ابو", "ابن", "بنت"])
"""Parts of names that alone mean nobody."""
Placed = tuple[int, int, int, Names]
"""In which text, from where to where, these names mean somebody."""


@dataclass(frozen=True, slots=True)
class Protected:
    """`hidden` are named nowhere, `shown_as` gives the other name of some. `everywhere` finds whole names, `near` by
    capture those that mean somebody in one article only."""

    hidden: frozenset[int]
    shown_as: Mapping[int, str]
    everywhere: NamesFound
    near: Mapping[int, list[Placed]] = field(default_factory=dict)

    @property
    def agents(self) -> frozenset[int]:
        return self.hidden | self.shown_as.keys()

    def who(self, agent: Agent | None) -> Who | None:
        if agent is None:
            return None
        shown = self.shown_as.get(agent.pk, "" if agent.pk in self.hidden else agent.label)
        is_described = agent.naming == Naming.DESCRIBED and agent.pk not in self.shown_as
        return Who(agent.pk, shown, agent.kind, is_described)

    def finder_at(self, capture: int, layer: int, start: int, end: int) -> NamesFound | None:
        """The names of the article in which a place lies, and all in other texts of its page; None where nobody in it
        is protected."""
        found = [
            names
            for text, first, last, names in self.near.get(capture, ())
            if text != layer or (first <= start and end <= last)
        ]
        return any_of(*(names.found_in for names in found)) if found else None


def protected_on(on: date, names_found: NamesFound) -> Protected:
    """`names_found` knows who else is protected."""
    hidden = frozenset(pk for row in hidden_agents(on) for pk in row.values())
    shown_as = _shown_as()
    whole, near = _names(hidden | shown_as.keys())
    return Protected(hidden, shown_as, any_of(Names(whole).found_in, names_found), near)


def _shown_as() -> dict[int, str]:
    last = (
        Disclosure.objects.exclude(agent=None).order_by("agent_id", "-id").values_list("agent_id", "level", "shown_as")
    )
    firsts = (next(rows) for _, rows in groupby(last.iterator(), key=lambda row: row[0]))
    return {agent: shown_as for agent, level, shown_as in firsts if level == Level.PSEUDONYM and agent}


def _names(agents: Iterable[int]) -> tuple[list[str], dict[int, list[Placed]]]:
    """Those that are full, and by capture and article those that are not."""
    wanted, whole = set(agents), []
    by_article: dict[tuple[int, int, int, int], list[str]] = {}
    for pk, text, naming, *article in _printed():
        if pk in wanted and naming == Naming.FULL:
            whole.append(text)
        elif pk in wanted:
            capture, layer, start, end = article
            by_article.setdefault((capture, layer, start, end), []).append(text)
    near = _parts_of_names(wanted)
    for (capture, *place), names in by_article.items():
        layer, start, end = place
        near.setdefault(capture, []).append((layer, start, end, Names(names)))
    return whole, near


def _printed() -> Iterator[tuple[int, str, str, int, int, int, int]]:
    """Every agent's label and names, with the article in which it is known."""
    article = ("layer__capture_id", "layer_id", "start", "end")
    labels = Agent.objects.values_list("pk", "label", "naming", *(f"within__{name}" for name in article))
    yield from labels.iterator()
    names = Name.objects.values_list("agent_id", "text", "agent__naming", *(f"agent__within__{one}" for one in article))
    yield from names.iterator()


def _parts_of_names(agents: set[int]) -> dict[int, list[Placed]]:
    """By capture, a surname or a forename alone of those who are met in it: there it means them."""
    met: dict[int, set[int]] = {}
    for agent, capture in _met():
        if agent in agents:
            met.setdefault(agent, set()).add(capture)
    found: dict[int, list[str]] = {}
    whole = Name.objects.filter(agent__naming=Naming.FULL, agent__kind=AgentKind.PERSON)
    for agent, text in whole.values_list("agent_id", "text").iterator():
        parts = [part for part in parts_of(text) if len(part) >= SHORTEST and part not in PARTICLES]
        for capture in met.get(agent, ()):
            found.setdefault(capture, []).extend(parts)
    return {capture: [(0, 0, 0, Names(parts))] for capture, parts in found.items()}


def _met() -> Iterator[tuple[int, int]]:
    """Who speaks, is in a role, is mentioned or known in which capture."""
    pairs = (
        Statement.objects.exclude(speaker=None).values_list("speaker_id", "content__layer__capture_id"),
        StatementRole.objects.values_list("agent_id", "statement__content__layer__capture_id"),
        Mention.objects.exclude(agent=None).values_list("agent_id", "span__layer__capture_id"),
        Agent.objects.exclude(within=None).values_list("pk", "within__layer__capture_id"),
    )
    for some in pairs:
        yield from some.order_by().distinct().iterator()
