"""The expressions of a rule set that become columns, each by the name of its column."""

from collections.abc import Iterable, Sequence

from sanad.engine.batch.verdicts import reads_awarded
from sanad.engine.rules.ruleset import RuleSet
from sanad.engine.rules.tree import Node, SortKey
from sanad.engine.rules.typed_rules import TypedLine


def needed(rules: RuleSet) -> Iterable[tuple[str, Node]]:
    for place, gate in enumerate(rules.gates):
        yield f"gate{place}", gate.when
    for line in rules.lines:
        yield from _of_line(line)
    for place, limit in enumerate((*rules.ceilings, *rules.deductions)):
        yield f"limit{place}", limit.amount
    for place, gate in enumerate(rules.declines):
        yield f"decline{place}", gate.when
    yield from _of_stages(rules)


def _of_stages(rules: RuleSet) -> Iterable[tuple[str, Node]]:
    for place, rival in enumerate(rules.rivals):
        if rival.among is not None:
            yield f"rival{place}_among", rival.among
        yield from _keys(f"rival{place}", rival.keys)
    for place, shared in enumerate(rules.shared_ceilings):
        yield f"shared{place}", shared.amount
        yield from _keys(f"shared{place}", shared.keys)
    if rules.set_off:
        yield from _keys("set_off", rules.set_off.keys)


def _of_line(line: TypedLine) -> Iterable[tuple[str, Node]]:
    parts = (("when", line.when), ("asked", line.asked), ("closed", line.is_closed), ("cap", line.at_most))
    for part, node in parts:
        if node is not None:
            yield f"{line.name}_{part}", node
    yield from _sum_of(line)
    if line.thing:
        yield f"{line.name}_number", line.thing.number
        yield from [(f"{line.name}_value", line.thing.value)] if line.thing.value else ()
    for place, gate in enumerate(line.gates):
        yield f"{line.name}_gate{place}", gate.when
    for place, instalment in enumerate(line.instalments):
        if not reads_awarded(instalment.amount):
            yield f"{line.name}_part{place}", instalment.amount
        if instalment.unlocked_by is not None:
            yield f"{line.name}_milestone{place}", instalment.unlocked_by


def _sum_of(line: TypedLine) -> Iterable[tuple[str, Node]]:
    """The line's money, or what it takes to make money of its units later."""
    if line.units is None:
        yield f"{line.name}_amount", line.amount
        return
    yield f"{line.name}_count", line.units.number
    days = [part.rate_on or line.units.rate_on for part in line.instalments]
    yield from ((f"{line.name}_day{place}", day) for place, day in enumerate([*days, line.units.rate_on]))


def _keys(name: str, keys: Sequence[SortKey]) -> Iterable[tuple[str, Node]]:
    yield from ((f"{name}_key{place}", key.of) for place, key in enumerate(keys))
