"""Claims with what lies around them, for the interpreter."""

from collections.abc import Mapping
from datetime import date

from sanad.engine.rules.deciding import decide
from sanad.engine.rules.decisions import Decision
from sanad.engine.rules.interpreter import Interpreter
from sanad.engine.rules.records import Record, Stated, link
from sanad.engine.rules.ruleset import RuleSet
from tests.engine.building import TODAY, defined


def people(rules: RuleSet, things: Mapping[str, Mapping[str, dict[str, object]]]) -> dict[str, dict[str, Record]]:
    """Records by level and id. A thing states its own facts, and under `<level>_id` what it lies within."""
    stated = {}
    for level, by_id in things.items():
        names = {outer: f"{outer}_id" for outer in rules.levels.above[level]}
        stated[level] = [
            Stated(
                thing,
                {outer: facts[name] for outer, name in names.items() if name in facts},
                {name: fact for name, fact in facts.items() if name not in names.values()},
            )
            for thing, facts in by_id.items()
        ]
    return link(rules.levels, stated)


def one_claim(rules: RuleSet, facts: dict[str, object]) -> Record:
    """The claim of Amal's household, for the house where it lived; facts of every level given together."""
    at = {
        level: {name: fact for name, fact in facts.items() if rules.fields[name].level == level}
        for level in rules.levels.above
    }
    claim = at["claim"] | {"house_id": "house", "household_id": "amal"}
    return people(
        rules, {"house": {"house": at["house"]}, "household": {"amal": at["household"]}, "claim": {"claim": claim}}
    )["claim"]["claim"]


def gap_names(rules: RuleSet, gaps: int) -> set[str]:
    return {gap.name for place, gap in enumerate(rules.gaps) if gaps >> place & 1}


def found(rules: RuleSet, record: Record, name: str = "result", on: date = TODAY) -> object:
    """What the interpreter finds for a definition: its value, or the names of what is missing."""
    value, gaps = Interpreter(rules, on).evaluate(rules.definitions[name].node, record)
    return gap_names(rules, gaps) if gaps else value


def worth(text: str, facts: dict[str, object] | None = None, on: date = TODAY, **parts: object) -> object:
    """What an expression comes to for one claim."""
    rules = defined(text, **parts)
    return found(rules, one_claim(rules, facts or {}), on=on)


def decided(
    rules: RuleSet, facts: dict[str, object], paid: Mapping[str, int] | None = None, on: date = TODAY
) -> Decision:
    return decide(rules, one_claim(rules, facts), on, paid)
