"""Which parts of an expression its value really turned on: the branch taken, the sides that decided."""

from collections.abc import Iterator
from typing import Protocol

from sanad.engine.rules.interpreter import Found
from sanad.engine.rules.tree import (
    And,
    ByBands,
    Fact,
    Given,
    Group,
    IfElse,
    Lookup,
    Node,
    Not,
    Or,
    Ref,
    Rescale,
    Round,
    RoundDate,
    Told,
    children,
)

Name = Fact | Ref | Lookup | ByBands | Group


class Finder(Protocol):
    def found(self, node: Node) -> Found: ...


def deciding(finder: Finder, node: And | Or) -> list[Node]:
    """The sides that decided (Kleene): one true side of an `or` is enough, a true `and` needs all.

    Of an undecided one, the open sides.
    """
    found = [(item, *finder.found(item)) for item in node.items]
    decisive = isinstance(node, Or)
    enough = [item for item, value, gaps in found if value is decisive and not gaps]
    return enough or [item for item, _, gaps in found if gaps] or list(node.items)


def branch(finder: Finder, node: IfElse) -> Node | None:
    """The branch taken, or None where that is not known."""
    condition, gaps = finder.found(node.condition)
    if condition is None or gaps:
        return None
    return node.then if condition else node.other


def taken_branch(finder: Finder, node: Node) -> Node:
    """Through choices within choices as far as they are known, and through roundings and changes of scale."""
    if isinstance(node, Round | Rescale):
        return taken_branch(finder, node.of)
    taken = branch(finder, node) if isinstance(node, IfElse) else None
    return taken_branch(finder, taken) if taken else node


def atoms(finder: Finder, node: Node, truth: bool) -> Iterator[tuple[Node, bool]]:
    """The single conditions that made the node what it is, each with what it is."""
    if isinstance(node, Not):
        yield from atoms(finder, node.of, not truth)
    elif isinstance(node, And | Or):
        for item in deciding(finder, node):
            yield from atoms(finder, item, truth)
    elif isinstance(node, IfElse):
        taken = branch(finder, node)
        value, _ = finder.found(node.condition)
        yield from atoms(finder, node.condition, value is True)
        yield from atoms(finder, taken, truth) if taken else ()
    elif reached_names(finder, node):
        yield node, truth


def reached_names(finder: Finder, node: Node) -> list[Name]:
    """Facts, definitions, values and group totals that the node's value turned on; none of them is entered."""
    return list(dict.fromkeys(_reached(finder, node)))


def _reached(finder: Finder, node: Node) -> Iterator[Name]:
    if isinstance(node, Fact | Ref | Group):
        yield node
    elif isinstance(node, Given | Told):
        for part in _spoken_of(node):
            yield from _reached(finder, part)
    elif isinstance(node, Lookup | ByBands):
        yield node
        for part in _of_table(node):
            yield from _reached(finder, part)
    elif isinstance(node, IfElse):
        yield from _reached(finder, node.condition)
        taken = branch(finder, node)
        yield from _reached(finder, taken) if taken else ()
    else:
        for part in deciding(finder, node) if isinstance(node, And | Or) else children(node):
            yield from _reached(finder, part)


def _spoken_of(node: Given | Told) -> tuple[Node, ...]:
    if isinstance(node, Told):
        return node.parts
    return (node.of,) if isinstance(node.of, Fact) else ()


def _of_table(node: Lookup | ByBands) -> tuple[Node, ...]:
    """What a table is read by: the amount of bands, keys, and the day where it is not the round's."""
    table = node.table if isinstance(node, ByBands) else node
    days = () if isinstance(table.selector, RoundDate) else (table.selector,)
    return (*((node.of,) if isinstance(node, ByBands) else ()), *table.keys, *days)
