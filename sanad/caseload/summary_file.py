"""`summary.csv`: what is counted, its name, how many claims, and an amount in major units."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from sanad.caseload.summary import Tally
from sanad.engine.batch.paying import FundUse
from sanad.engine.money import exponent, unscaled
from sanad.engine.rules.ruleset import RuleSet

HEADER = ["what", "name", "claims", "amount", "currency"]
Row = list[str]


def summary_text(rules: RuleSet, counted: Tally, generated: bool, funds: Sequence[FundUse] = ()) -> str:
    """The rows as CSV, always in the same order."""
    note = [["note", "generated caseload", "", "", ""]] if generated else []
    counts = [*_outcomes(counted), *_lines(rules, counted), *_things(rules, counted), *_waiting(counted)]
    money = [*_totals(rules, counted), *_funds(rules, funds)]
    text = StringIO()
    csv.writer(text, lineterminator="\n").writerows([HEADER, *note, *counts, *money])
    return text.getvalue()


def _outcomes(counted: Tally) -> Iterator[Row]:
    for outcome, count in counted.outcomes.items():
        yield ["outcome", outcome, str(count), "", ""]
    for outcome, reasons in counted.reasons.items():
        yield from ([f"{outcome} reason", reason, str(count), "", ""] for reason, count in reasons.items())


def _lines(rules: RuleSet, counted: Tally) -> Iterator[Row]:
    for name, line in counted.lines.items():
        yield ["line", name, str(line["claims"]), *_money(rules, line["amount"])]


def _things(rules: RuleSet, counted: Tally) -> Iterator[Row]:
    for given, thing in rules.thing_lines:
        name, found = given.name, counted.things[given.name]
        number = f"{unscaled(found['number'], thing.declared.decimals):f}"
        yield ["thing", name, str(found["claims"]), number, thing.declared.unit]
        if "value" in found:
            yield ["value of things", name, str(found["claims"]), *_money(rules, found["value"])]


def _waiting(counted: Tally) -> Iterator[Row]:
    for name, outcomes in counted.waiting.items():
        yield from ([f"award with line {outcome}", name, str(count), "", ""] for outcome, count in outcomes.items())


def _totals(rules: RuleSet, counted: Tally) -> Iterator[Row]:
    for name, total in counted.totals.items():
        yield ["total", name, "", *_money(rules, total)]
    yield ["queue", "claims with something due", str(counted.queue), "", ""]


def _funds(rules: RuleSet, funds: Sequence[FundUse]) -> Iterator[Row]:
    for use in funds:
        parts = {"": use.fund.amount, " held back": use.reserved, " allocated": use.allocated, " left": use.left}
        yield from ([f"fund{part}", use.fund.name, "", *_money(rules, amount)] for part, amount in parts.items())


def _money(rules: RuleSet, minor: int) -> tuple[str, str]:
    currency = rules.declared.currency
    return f"{unscaled(minor, exponent(currency)):f}", currency
