"""Worked cases decided by the interpreter: what they are held against, and what is told of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sanad.caseload.one_by_one import Decided, decided_one_by_one
from sanad.caseload.series import Carried, LineDue
from sanad.engine.rules.levels import CLAIM
from sanad.engine.rules.records import Record, Stated, link
from sanad.engine.rules.ruleset import RuleSet
from sanad.rulebook.reading import Case, CaseThing
from sanad.rulebook.reading.case_funds import typed_funds

INTERPRETER = "interpreter"


def decide_case(rules: RuleSet, case: Case) -> Decided:
    """The case's claims by themselves: decided, placed, and paid where it names money."""
    return decided_one_by_one(
        rules, records_of(rules, case), case.on, _paid_by_line(case), typed_funds(rules, case.funds)
    )


@dataclass(frozen=True, slots=True)
class OneDay:
    """A case with what the days of its series before it have paid, decided on its own day.

    `before`: by claim, the award of the last of those days that came to one, in minor units.
    """

    case: Case
    decided: Decided
    before: Mapping[str, int | None]


def decide_in_its_series(by_reading: Mapping[str, RuleSet], cases: Sequence[Case], asked: Case) -> OneDay:
    """`cases`: all that stand in the programme's files, in their order."""
    days = [case for case in cases if asked.series and case.series == asked.series]
    carried = Carried()
    for case in days[: days.index(asked)] if days else ():
        given = carried.given(case)
        decided = decide_case(by_reading[case.reading], given)
        carried.results(INTERPRETER, given, decided.rows)
        if case.pays:
            carried.pay(given, decided.rows, due_by_line(decided))
    given = carried.given(asked)
    last = carried.last.get((INTERPRETER, asked.series), {})
    before = {claim: row.get("net") for claim, row in last.items()}
    return OneDay(given, decide_case(by_reading[asked.reading], given), before)


def due_by_line(decided: Decided) -> LineDue:
    """By claim and line, what is due now, in minor units."""
    return {own: {line.line.name: line.due for line in one.lines} for own, one in decided.decisions.items()}


def _paid_by_line(case: Case) -> dict[str, dict[str, int]]:
    paid: dict[str, dict[str, int]] = {}
    for payment in case.paid:
        lines = paid.setdefault(payment.claim_id, {})
        lines[payment.line] = lines.get(payment.line, 0) + payment.amount
    return paid


def records_of(rules: RuleSet, case: Case) -> list[Record]:
    """The case's claims, linked with everything around them; what one thing states of a house holds for all."""
    stated: dict[str, dict[str, Stated]] = {level: {} for level in rules.levels.above}
    within = {level.name: level.within for level in rules.levels.declared}
    for level, thing in _things(case):
        for known in (level, *rules.levels.above[level]):
            facts = {name: value for name, value in thing.facts.items() if rules.fields[name].level == known}
            ids = {outer: thing.ids[outer] for outer in within[known]}
            stated[known].setdefault(thing.ids[known], Stated(thing.ids[known], ids, facts))
    records = link(rules.levels, {level: things.values() for level, things in stated.items()})
    return [records[CLAIM][claim.id] for claim in case.claims]


def _things(case: Case) -> list[tuple[str, CaseThing]]:
    members = [(level, thing) for level, things in case.members.items() for thing in things]
    return [*((CLAIM, claim) for claim in case.claims), *members]
