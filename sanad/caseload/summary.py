"""A round counted: outcomes, reasons, lines and totals, for people and for `round.json`."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import duckdb

from sanad.engine.batch.duck import quoted
from sanad.engine.batch.things import thing_columns
from sanad.engine.rules.outcomes import WAITING
from sanad.engine.rules.ruleset import RuleSet
from sanad.engine.rules.typed_rules import TypedLine

TOTALS = ("net", "paid", "due_now", "left", "overpaid", "capped", "deducted", "set_off", "allocated")


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of claims, and sums in minor units. `lines` holds, by line, how many claims have it and its sum.

    `waiting` holds, by line and outcome, how many awarded claims have that line not decided yet.
    """

    claims: int
    outcomes: Mapping[str, int]
    reasons: Mapping[str, Mapping[str, int]]
    totals: Mapping[str, int]
    lines: Mapping[str, Mapping[str, int]]
    waiting: Mapping[str, Mapping[str, int]]
    queue: int
    things: Mapping[str, Mapping[str, int]]
    """By line that gives a thing: how many claims have it, their number at the thing's decimals, their value."""

    def as_data(self) -> dict[str, Any]:
        return asdict(self)


def tally(connection: duckdb.DuckDBPyConnection, rules: RuleSet, awards: str, columns: tuple[str, ...]) -> Tally:
    """Counts the rows of the table `awards`."""
    table = connection.table(awards)
    outcomes = table.aggregate("outcome, count(*)", "outcome").order("outcome").fetchall()
    reasons = table.select("outcome, unnest(reasons) as reason").aggregate("outcome, reason, count(*)").fetchall()
    totals = [name for name in TOTALS if name in columns]
    sums = table.aggregate(", ".join(f"coalesce(sum({quoted(name)}), 0)" for name in totals)).fetchall()[0]
    by_outcome: dict[str, dict[str, int]] = {}
    for outcome, reason, count in sorted(reasons):
        by_outcome.setdefault(outcome, {})[reason] = count
    return Tally(
        claims=sum(count for _, count in outcomes),
        outcomes=dict(outcomes),
        reasons=by_outcome,
        totals={name: int(total) for name, total in zip(totals, sums, strict=True)},
        lines={line.name: _line(table, line.name) for line in rules.money_lines},
        things={line.name: _thing(table, line) for line, _ in rules.thing_lines},
        waiting=_waiting(table, rules),
        queue=int(table.aggregate("count(queue_place)").fetchall()[0][0]),
    )


def _line(table: duckdb.DuckDBPyRelation, line: str) -> dict[str, int]:
    outcome, amount = quoted(f"{line}_outcome"), quoted(line)
    awarded = table.filter(f"{outcome} = 'award'")
    claims, total = awarded.aggregate(f"count(*), coalesce(sum({amount}), 0)").fetchall()[0]
    return {"claims": int(claims), "amount": int(total)}


def _thing(table: duckdb.DuckDBPyRelation, line: TypedLine) -> dict[str, int]:
    awarded = table.filter(f"{quoted(f'{line.name}_outcome')} = 'award'")
    sums = ", ".join(f"coalesce(sum({quoted(name)}), 0)" for name in thing_columns(line))
    claims, *found = awarded.aggregate(f"count(*), {sums}").fetchall()[0]
    return {"claims": int(claims)} | dict(zip(("number", "value"), map(int, found), strict=False))


def _waiting(table: duckdb.DuckDBPyRelation, rules: RuleSet) -> dict[str, dict[str, int]]:
    pairs = [(line.name, outcome) for line in rules.lines for outcome in WAITING]
    if not pairs:
        return {}
    counts = [f"count(*) filter ({quoted(f'{line}_outcome')} = '{outcome}')" for line, outcome in pairs]
    found = table.filter("outcome = 'award'").aggregate(", ".join(counts)).fetchall()[0]
    waiting: dict[str, dict[str, int]] = {}
    for (line, outcome), count in zip(pairs, found, strict=True):
        if count:
            waiting.setdefault(line, {})[outcome] = count
    return waiting
