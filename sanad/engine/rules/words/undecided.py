"""What is still open in a claim or a line: the expressions that cannot be decided, and what waits for them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sanad.engine.rules.outcomes import gaps_in
from sanad.engine.rules.tree import Fact, Group, IfElse, Node, Ref, Unknown, children
from sanad.engine.rules.typed_rules import TypedGate, TypedLine
from sanad.engine.rules.words.case import Case
from sanad.engine.rules.words.following import reached_names
from sanad.engine.rules.words.teller import Teller


@dataclass(frozen=True, slots=True)
class Open:
    """One undecided expression, and what it is needed for."""

    teller: Teller
    node: Node
    needed_for: tuple[str, ...]

    def names(self, kind: str) -> list[str]:
        _, gaps = self.teller.found(self.node)
        return [gap.name for gap in gaps_in(self.teller.speech.rules, gaps) if gap.kind == kind]


def open_gates(case: Case, gates: Iterable[TypedGate]) -> list[Open]:
    whole = case.speech.say("whole_claim")
    found = [(case.teller_of(gate), gate.when) for gate in gates]
    still_open = [(teller, node) for teller, node in found if teller.found(node)[1]]
    return [Open(teller, node, tuple(undecided(teller, node)) or (whole,)) for teller, node in still_open]


def open_line(case: Case, line: TypedLine) -> list[Open]:
    """The line's gates, its condition, and all that it takes to know its sum."""
    limits = case.speech.rules.limiting(line.name)
    nodes = [node for node in (line.when, line.figure, line.at_most, *limits) if node is not None]
    label = (case.speech.pen.quoted(line.declared.label),)
    sums = [Open(case.teller, node, label) for node in nodes if case.teller.found(node)[1]]
    return [*open_gates(case, line.gates), *sums]


def without_parts(teller: Teller, node: Node) -> set[str]:
    """The facts behind weights that come to 0 for everyone, so that nothing can be divided by them."""
    found: set[str] = set()
    waiting: list[tuple[Teller, Node]] = [(teller, node)]
    seen: set[str] = set()
    while waiting:
        at, part = waiting.pop()
        if isinstance(part, IfElse) and isinstance(part.then, Unknown):
            found |= set(part.then.facts) if at.found(part.condition)[0] is True else set()
        elif isinstance(part, Ref) and part.name not in seen:
            seen.add(part.name)
            waiting.append((at.at(part.level), at.speech.rules.definitions[part.name].node))
        elif not isinstance(part, Group):
            waiting += [(at, child) for child in children(part)]
    return found


def undecided(teller: Teller, node: Node) -> Iterator[str]:
    """The open questions of a condition, by the names of definitions, values and totals that cannot be known."""
    for name in reached_names(teller, node):
        if isinstance(name, Fact) or not teller.found(name)[1]:
            continue
        yield teller.speech.name(name) if isinstance(name, Ref) else teller.as_it_stands().text(name)
