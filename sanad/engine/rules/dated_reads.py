"""Which versions of dated values stand behind a decision: by the day of the round, by the claim's own days, or by the
days of the members whose totals it reads."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sanad.engine.rules.levels import CLAIM
from sanad.engine.rules.ruleset import RuleSet
from sanad.engine.rules.tree import (
    And,
    Compare,
    Const,
    Fact,
    Granted,
    Group,
    Identifier,
    Lookup,
    Node,
    Ref,
    Result,
    RoundDate,
    children,
)
from sanad.engine.rules.types import Boolean, Day
from sanad.engine.rules.values import TypedVersion

DEEPEST = 2
"""Groups within one another that are followed to a member's own day."""


@dataclass(frozen=True, slots=True)
class DatedRead:
    """A dated value read on the day that `selector` gives, for the members of the groups in `through`."""

    value: str
    selector: Node
    through: tuple[Group, ...] = ()


def known_day(selector: Node, on: date) -> date | None:
    """The day that selects a version, where it is the same for every claim."""
    if isinstance(selector, RoundDate):
        return on
    return selector.value if isinstance(selector, Const) and isinstance(selector.value, date) else None


def dated_reads(rules: RuleSet, nodes: list[Node]) -> list[DatedRead]:
    """All that these read, through definitions; what hangs on a result of the claim is left out."""
    found = {_own(rules, read): None for read in _followed(rules, nodes)}
    return [read for read in found if _can_be_known(rules, read)]


def in_force(read: DatedRead, version: TypedVersion) -> Node:
    """Whether this version was read: of a total, for one of its members."""
    parts: list[Node] = [Compare(Boolean(), ">=", read.selector, _day(version.since))]
    if version.until:
        parts.append(Compare(Boolean(), "<", read.selector, _day(version.until)))
    node: Node = And(Boolean(), tuple(parts))
    for group in reversed(read.through):
        node = Group(Boolean(), "any", group.owner, group.member, node, group.where, (), None)
    return node


def _day(day: date) -> Const:
    return Const(Day(day, day), day)


def _followed(rules: RuleSet, nodes: list[Node]) -> Iterator[DatedRead]:
    waiting: list[tuple[Node, tuple[Group, ...]]] = [(node, ()) for node in nodes]
    seen: set[tuple[str, tuple[Group, ...]]] = set()
    while waiting:
        node, through = waiting.pop()
        if isinstance(node, Lookup):
            yield DatedRead(node.value, node.selector, through)
        if isinstance(node, Ref):
            if (node.name, through) not in seen:
                seen.add((node.name, through))
                waiting.append((rules.definitions[node.name].node, through))
            continue
        inside = _inside(rules, node, through) if isinstance(node, Group) else through
        waiting.extend((child, inside) for child in children(node))


def _inside(rules: RuleSet, group: Group, through: tuple[Group, ...]) -> tuple[Group, ...]:
    """A claim or a thing above it reads its own day, also as a member of its group."""
    if rules.levels.is_visible(group.member, CLAIM):
        return ()
    return (*through, group) if len(through) < DEEPEST else through


def _own(rules: RuleSet, read: DatedRead) -> DatedRead:
    """Without the groups of which every member has the same day."""
    through = read.through
    while through and all(rules.levels.is_visible(level, through[-1].owner) for level in _levels(read.selector)):
        through = through[:-1]
    return DatedRead(read.value, read.selector, through)


def _can_be_known(rules: RuleSet, read: DatedRead) -> bool:
    level = read.through[-1].member if read.through else CLAIM
    known = all(rules.levels.is_visible(one, level) for one in _levels(read.selector))
    starts = not read.through or rules.levels.is_visible(read.through[0].owner, CLAIM)
    return known and starts and not _reads_result(read.selector)


def _levels(node: Node) -> Iterator[str]:
    """The levels that the node is read from; what the members of a group read is their own affair."""
    if isinstance(node, Fact | Ref | Identifier):
        yield node.level
    elif isinstance(node, Group):
        yield node.member if node.op in ("rank", "before") else node.owner
    else:
        for child in children(node):
            yield from _levels(child)


def _reads_result(node: Node) -> bool:
    return isinstance(node, Result | Granted) or any(_reads_result(child) for child in children(node))
