"""Who somebody is or where they live decides nothing, but by stated zones or for a published reason."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from sanad.engine.rules.declared import Where, Words
from sanad.engine.rules.problems import Problem, quoted
from sanad.engine.rules.ruleset import RuleSet
from sanad.engine.rules.tree import ByBands, Fact, Given, Group, IfElse, Lookup, Node, Ref, Told, children
from sanad.engine.rules.typed_rules import TypedLine
from sanad.engine.rules.types import Boolean


def decider_problems(rules: RuleSet) -> list[Problem]:
    """Every rule that turns on a name or a place without a reason beside it."""
    if not any(_is_personal(rules, name) for name in rules.fields):
        return []
    return [
        _problem(sorted(names), where)
        for where, because, conditions, amounts in _ruled(rules)
        if not because and (names := _Search(rules).of(conditions, amounts))
    ]


Ruled = tuple[Where, Words, list[Node], list[Node]]
"""Where a rule stands, its published reason, its conditions and keys, and its amounts."""


def _ruled(rules: RuleSet) -> Iterator[Ruled]:
    for gate in (*rules.gates, *rules.declines, *(gate for line in rules.lines for gate in line.gates)):
        yield gate.declared.where, gate.declared.because, [gate.when], []
    yield from (_of_line(line) for line in rules.lines)
    for limit in (*rules.ceilings, *rules.deductions):
        yield limit.declared.where, limit.declared.because, [], [limit.amount]
    for rival in rules.rivals:
        among = [rival.among] if rival.among is not None else []
        yield rival.declared.where, rival.declared.because, [*among, *(key.of for key in rival.keys)], []
    for shared in rules.shared_ceilings:
        yield shared.declared.where, shared.declared.because, [key.of for key in shared.keys], [shared.amount]
    if rules.order and rules.declared.order:
        for tier, when in rules.order.tiers:
            yield tier.when.where, tier.because, [when], []
        order = rules.declared.order
        yield order.where, order.because, [key.of for key in rules.order.keys], []


def _of_line(line: TypedLine) -> Ruled:
    declared = line.declared
    conditions = [node for node in (line.when, line.asked, line.asked_until) if node is not None]
    conditions += [part.unlocked_by for part in line.instalments if part.unlocked_by is not None]
    amounts = [line.figure, *([line.at_most] if line.at_most is not None else [])]
    return declared.where, declared.because, conditions, [*amounts, *(part.amount for part in line.instalments)]


def _is_personal(rules: RuleSet, name: str) -> bool:
    declared = rules.fields[name].declared
    return declared.kind == "place" or declared.names


@dataclass
class _Search:
    """Goes through expressions, definitions included, each once as a condition and once as an amount."""

    rules: RuleSet
    seen: set[tuple[str, bool]] = field(default_factory=set)

    def of(self, conditions: list[Node], amounts: list[Node]) -> set[str]:
        found = {name for node in conditions for name in self.names(node, True)}
        return found | {name for node in amounts for name in self.names(node, False)}

    def names(self, node: Node, decides: bool) -> Iterator[str]:
        """The names and places that decide; in an amount only what stands within its conditions."""
        if isinstance(node, Fact):
            if decides and _is_personal(self.rules, node.name):
                yield node.name
        elif isinstance(node, Ref):
            if (node.name, decides) not in self.seen:
                self.seen.add((node.name, decides))
                yield from self.names(self.rules.definitions[node.name].node, decides)
        elif not isinstance(node, Given):
            for part, further in self.parts(node, decides or isinstance(node.type, Boolean)):
                yield from self.names(part, further)

    def parts(self, node: Node, decides: bool) -> Iterator[tuple[Node, bool]]:
        """What the node is made of, and whether it decides there."""
        if isinstance(node, Lookup | ByBands):
            yield from self.table(node, decides)
        elif isinstance(node, Told):
            yield node.of, decides
        elif isinstance(node, IfElse):
            yield from ((node.condition, True), (node.then, decides), (node.other, decides))
        elif isinstance(node, Group):
            yield from ((part, True) for part in (node.where, *(key.of for key in node.by)) if part is not None)
            yield from ((part, decides) for part in (node.of,) if part is not None)
        else:
            yield from ((child, decides) for child in children(node))

    def table(self, node: Lookup | ByBands, decides: bool) -> Iterator[tuple[Node, bool]]:
        """The keys of a table of zones may be places; what else a table is read by may not."""
        table = node.table if isinstance(node, ByBands) else node
        if not self.rules.values[table.value].declared.zones:
            yield from ((key, decides) for key in table.keys)
        yield table.selector, decides
        if isinstance(node, ByBands):
            yield node.of, decides


def _problem(names: list[str], where: Where) -> Problem:
    message = f"A name or a place decides here: {quoted(names)}."
    todo = (
        "Read it as the key of a table with `zones: damage` or `zones: price`, or state the published reason: "
        "`because: {en: .., ar: ..}`."
    )
    return Problem(where, "name_or_place_decides", message, todo)
