"""Every expression of a programme in words, as `programme show` tells it beside the text."""

from collections.abc import Iterable, Iterator

from sanad.engine.rules.declared import Expression, Programme
from sanad.engine.rules.ruleset import RuleSet
from sanad.engine.rules.tree import And, IfElse, Node, SortKey
from sanad.engine.rules.typed_rules import TypedLimit, TypedLine, TypedShared, TypedStep
from sanad.engine.rules.words.clocks import clock_in_words
from sanad.engine.rules.words.speech import Speech
from sanad.engine.rules.words.teller import Teller, describe

Pair = tuple[Expression, Node]


def spoken(rules: RuleSet, language: str) -> dict[Expression, str]:
    """By expression, what it says without any claim's values."""
    return {expression: describe(node, rules, language) for expression, node in _pairs(rules)}


def clocks_in_words(rules: RuleSet, language: str) -> Iterator[str]:
    """The rule of each term, with its sources by their ids."""
    teller = Teller(Speech.of(rules, language))
    for clock in rules.clocks.values():
        yield clock_in_words(lambda source: f" [{source}]" if source else "", teller, clock)


def keys_in_words(rules: RuleSet, language: str, keys: Iterable[SortKey]) -> list[str]:
    """What each sort key goes by."""
    speech = Speech.of(rules, language)
    texts = [(Teller(speech).text(key.of), key.descending) for key in keys]
    return [speech.say("last_first", key=text) if descending else text for text, descending in texts]


def _pairs(rules: RuleSet) -> Iterator[Pair]:
    programme = rules.declared
    for definition in programme.definitions:
        yield definition.expression, rules.definitions[definition.name].node
    for gate in (*rules.gates, *(gate for line in rules.lines for gate in line.gates), *rules.declines):
        dated = gate.declared.since or gate.declared.until
        yield gate.declared.when, _undated(gate.when, bool(dated))
    for line in rules.lines:
        yield from _of_line(line)
    yield from _of_limits((*rules.ceilings, *rules.deductions, *rules.shared_ceilings))
    yield from _of_several(rules)
    yield from ((choice.declared.chosen, choice.field) for choice in rules.choices)
    yield from _of_order(programme, rules)


def _of_several(rules: RuleSet) -> Iterator[Pair]:
    """Of rules over several claims."""
    for rival in rules.rivals:
        if rival.declared.among and rival.among:
            dated = rival.declared.since or rival.declared.until
            yield rival.declared.among, _undated(rival.among, bool(dated))
    if rules.set_off:
        yield from _stated((rules.set_off.declared.at_most, rules.set_off.at_most))


def _of_limits(limits: Iterable[TypedLimit | TypedShared]) -> Iterator[Pair]:
    for limit in limits:
        yield limit.declared.amount, _own_amount(limit)
        yield from _stated((limit.declared.when, limit.when))


def _own_amount(limit: TypedLimit | TypedShared) -> Node:
    """The amount without the condition under which it holds; that is told in a line of its own."""
    return limit.amount.then if limit.when is not None and isinstance(limit.amount, IfElse) else limit.amount


def _of_line(line: TypedLine) -> Iterator[Pair]:
    declared = line.declared
    yield declared.amount, line.figure
    if declared.when and line.own_when:
        yield declared.when, _undated(line.own_when, bool(declared.since or declared.until))
    yield from _stated((declared.asked, line.own_asked), (declared.asked_until, line.asked_until))
    yield from _stated((declared.at_most, line.at_most))
    if declared.thing and line.thing:
        yield from _stated((declared.thing.value, line.thing.value))
    if line.units:
        yield line.units.declared.rate_on, line.units.rate_on
    for part in line.instalments:
        yield part.declared.amount, part.amount
        yield from _stated((part.declared.unlocked_by, part.unlocked_by), (part.declared.rate_on, part.rate_on))


def _stated(*pairs: tuple[Expression | None, Node | None]) -> Iterator[Pair]:
    yield from ((expression, node) for expression, node in pairs if expression and node)


def _of_order(programme: Programme, rules: RuleSet) -> Iterator[Pair]:
    if programme.order and rules.order:
        yield from ((tier.when, node) for tier, node in rules.order.tiers)
        for step in rules.order.steps:
            yield from _of_step(step)


def _of_step(step: TypedStep) -> Iterator[Pair]:
    own = step.declared
    conditions = ((own.when, step.when), (own.in_full_first, step.in_full_first), (own.left_out, step.left_out))
    yield from ((text, node) for text, node in conditions if text and node)


def _undated(node: Node, is_dated: bool) -> Node:
    """The condition without the days between which it holds; those are told in a line of their own."""
    return node.items[-1] if is_dated and isinstance(node, And) else node
