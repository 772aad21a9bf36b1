"""Group operators over the members of one group, in plain Python."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from sanad.engine.rules.records import Record
from sanad.engine.rules.tree import Group
from sanad.engine.rules.types import Boolean

if TYPE_CHECKING:
    from sanad.engine.rules.interpreter import Found, Interpreter


def _count(run: "Interpreter", node: Group, members: list[Record], _: Record) -> "Found":
    counted, gaps = run.counted(node, members)
    return (None, gaps) if gaps else (len(counted), 0)


def _sum(run: "Interpreter", node: Group, members: list[Record], _: Record) -> "Found":
    values, gaps = run.values_of(node, members)
    return (None, gaps) if gaps else (sum(values), 0)


def _any_all(run: "Interpreter", node: Group, members: list[Record], _: Record) -> "Found":
    """Kleene over the members: a decided one decides. A member that may not count cannot decide."""
    decisive = node.op == "any"
    gaps = 0
    assert node.of is not None
    for member in members:
        counts, where_gaps = run.condition(node.where, member)
        value, mask = run.evaluate(node.of, member)
        if counts is False or (not mask and value is not decisive):
            continue
        if counts and not mask:
            return decisive, 0
        gaps |= where_gaps | mask
    return (None, gaps) if gaps else (not decisive, 0)


def _extreme(run: "Interpreter", node: Group, members: list[Record], _: Record) -> "Found":
    values, gaps = run.values_of(node, members)
    if gaps:
        return None, gaps
    return ((min if node.op == "min" else max)(values) if values else node.otherwise), 0


def _first(run: "Interpreter", node: Group, members: list[Record], _: Record) -> "Found":
    counted, gaps = run.counted(node, members)
    ranked, key_gaps = run.ranked(node.by, counted)
    if gaps | key_gaps:
        return None, gaps | key_gaps
    assert node.of is not None
    return run.evaluate(node.of, ranked[0]) if ranked else (node.otherwise, 0)


def _ahead(run: "Interpreter", node: Group, members: list[Record], record: Record) -> tuple[list[Record], int]:
    ranked, gaps = run.ranked(node.by, members)
    return ranked[: next(place for place, member in enumerate(ranked) if member is record)], gaps


def _rank(run: "Interpreter", node: Group, members: list[Record], record: Record) -> "Found":
    ahead, key_gaps = _ahead(run, node, members, record)
    if key_gaps:
        return None, key_gaps
    counted, gaps = run.counted(node, ahead)
    return (None, gaps) if gaps else (1 + len(counted), 0)


def _before(run: "Interpreter", node: Group, members: list[Record], record: Record) -> "Found":
    ahead, key_gaps = _ahead(run, node, members, record)
    if key_gaps:
        return None, key_gaps
    values, gaps = run.values_of(node, ahead)
    if gaps:
        return None, gaps
    return (any(values) if isinstance(node.type, Boolean) else sum(values)), 0


GROUPS: dict[str, Callable[["Interpreter", Group, list[Record], Record], "Found"]] = {
    "count": _count, "sum": _sum, "any": _any_all, "all": _any_all, "min": _extreme, "max": _extreme, "first": _first,
    "rank": _rank, "before": _before,
}  # fmt: skip
