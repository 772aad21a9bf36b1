"""Claims of one group in the order of their keys; a claim of which a key is absent has no known place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sanad.engine.rules.interpreter import Interpreter
from sanad.engine.rules.records import Record
from sanad.engine.rules.tree import SortKey


@dataclass(frozen=True, slots=True)
class Before:
    """The members ranked before a claim, and those that may stand before it."""

    before: list[Record]
    maybe: list[Record]


def connected(claim: Record, levels: Iterable[str]) -> list[Record]:
    """All claims that hang together with this one through things of these levels, itself included."""
    groups = tuple(dict.fromkeys(levels))
    found = {id(claim): claim}
    waiting = [claim]
    while waiting:
        one = waiting.pop()
        near = [member for level in groups for member in one.at(level).down[claim.level] if id(member) not in found]
        found |= {id(member): member for member in near}
        waiting += near
    return list(found.values())


def key_of(run: Interpreter, keys: Sequence[SortKey], claim: Record) -> tuple[list[Any], int]:
    """The values of the keys, and what is missing of them."""
    return run.strict(tuple(key.of for key in keys), claim)


def in_order(run: Interpreter, keys: Sequence[SortKey], claims: Sequence[Record]) -> list[Record]:
    """Those whose keys are known, in their order."""
    placed = [(values, claim) for claim in claims for values, gaps in [key_of(run, keys, claim)] if not gaps]
    for place in reversed(range(len(keys))):
        placed.sort(key=lambda pair: pair[0][place], reverse=keys[place].descending)
    return [claim for _, claim in placed]


def ranked_before(run: Interpreter, keys: Sequence[SortKey], members: Sequence[Record], claim: Record) -> Before:
    """Of the members, which stand before the claim; without a place of its own, each of the others may."""
    others = [one for one in members if one is not claim]
    placed = in_order(run, keys, members)
    known = {id(one) for one in placed}
    if id(claim) not in known:
        return Before([], others)
    place = next(number for number, one in enumerate(placed) if one is claim)
    return Before(placed[:place], [one for one in others if id(one) not in known])
