"""A round's summary for a person: what came in, what became of it, and what it comes to."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from sanad.caseload.fault_words import FAULT_WORDS
from sanad.caseload.making import Made
from sanad.caseload.rounds import BAD_ROWS
from sanad.engine.money import exponent, grouped, unscaled
from sanad.engine.rules.outcomes import AWARD
from sanad.engine.rules.words.pen import Pen
from sanad.ops.decide_funds import funds_table, unmet_funds
from sanad.ops.decide_words import say
from sanad.ops.programme_words import Language

SHOWN_WHEN_ZERO = ("net", "due_now")
TOTALS = ("net", "capped", "deducted", "paid", "due_now", "left", "overpaid", "set_off", "allocated")


def report(console: Console, made: Made, out: Path, lang: Language) -> None:
    for line in _head(made, lang):
        console.print(line, highlight=False, markup=False, soft_wrap=True)
    console.print(_outcomes(made, lang))
    console.print(_totals(made, lang))
    for line in _things(made, lang):
        console.print(line, highlight=False, markup=False, soft_wrap=True)
    if made.meta["funds"] is not None:
        console.print(funds_table(made.meta["funds"], made.decided.rules.declared.currency, lang))
        for line in unmet_funds(made.meta["funds"], made.decided.rules.declared.currency, lang):
            console.print(line, highlight=False, markup=False, soft_wrap=True)
    for line in _foot(made, out, lang):
        console.print(line, highlight=False, markup=False, soft_wrap=True)


def _head(made: Made, lang: Language) -> Iterator[str]:
    meta = made.meta
    programme, given = meta["programme"], meta["input"]
    yield say(lang, "round_of", title=programme["title"][lang], on=meta["on"])
    for reading in made.decided.rules.declared.readings:
        if reading.name == programme["reading"]:
            yield say(lang, "reading_of", reading=reading.label[lang], name=reading.name)
    if programme["status"] != "operative":
        yield say(lang, "not_operative", status=say(lang, f"status_{programme['status']}"))
    if meta["generated"]:
        yield say(lang, "generated")
    if meta["assumed_by_generator"]:
        yield say(lang, "assumed_by_generator", facts=", ".join(meta["assumed_by_generator"]))
    if meta["assumptions"]:
        yield say(lang, "assumed", facts=_listed(meta["assumptions"]))
    counts = {name: f"{given[name]:,}" for name in ("rows", "decided", "bad_rows")}
    yield say(lang, "rows", **counts)
    yield from _columns(given, meta["defaults_used"], lang)
    if made.bad_payments:
        yield say(lang, "bad_payments", count=made.bad_payments)


def _columns(given: Mapping[str, Any], defaults: Mapping[str, int], lang: Language) -> Iterator[str]:
    """What of the file could not be used, and what it does not hold."""
    if given["bad_rows"]:
        yield say(lang, "bad_rows", file=BAD_ROWS, codes=_listed(given["bad_codes"]))
        yield from (f"  {code}: {FAULT_WORDS[code][lang]}" for code in given["bad_codes"])
    if given["columns_unused"]:
        yield say(lang, "unused", columns=", ".join(given["columns_unused"]))
    absent = [name for name in given["columns_missing"] if name not in defaults]
    if absent:
        yield say(lang, "missing", columns=", ".join(absent))


def _listed(pairs: Mapping[str, object]) -> str:
    return ", ".join(f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in pairs.items())


def _outcomes(made: Made, lang: Language) -> Table:
    counted = made.decided.tally
    table = Table(say(lang, "outcome"), say(lang, "why"), box=None, pad_edge=False)
    table.add_column(say(lang, "claims"), justify="right")
    for outcome, count in sorted(counted.outcomes.items(), key=lambda pair: -pair[1]):
        table.add_row(say(lang, outcome), "", f"{count:,}")
        if outcome == AWARD:
            _add_waiting(table, made, lang)
        reasons = counted.reasons.get(outcome, {})
        for reason, number in sorted(reasons.items(), key=lambda pair: -pair[1]):
            table.add_row("", reason, f"{number:,}", style="dim")
    return table


def _add_waiting(table: Table, made: Made, lang: Language) -> None:
    """Awarded claims of which a line is not decided yet: more may come to them."""
    for name, outcomes in made.decided.tally.waiting.items():
        for outcome, number in outcomes.items():
            words = say(lang, "waiting", line=name, outcome=say(lang, outcome))
            table.add_row("", words, f"{number:,}", style="dim")


def _totals(made: Made, lang: Language) -> Table:
    currency = made.decided.rules.declared.currency
    table = Table(box=None, pad_edge=False)
    table.add_column("")
    table.add_column(say(lang, "amount", currency=currency), justify="right")
    totals = dict(made.decided.tally.totals)
    for name in TOTALS:
        if totals.get(name) or name in SHOWN_WHEN_ZERO or (name == "allocated" and name in totals):
            table.add_row(say(lang, name), _major(totals[name], currency))
    if "allocated" in totals:
        table.add_row(say(lang, "uncovered"), _major(totals["due_now"] - totals["allocated"], currency))
    return table


def _things(made: Made, lang: Language) -> Iterator[str]:
    """What is awarded in kind, which stands in no total."""
    rules = made.decided.rules
    for line, thing in rules.thing_lines:
        found, declared = made.decided.tally.things[line.name], thing.declared
        number, label = grouped(unscaled(found["number"], declared.decimals)), declared.label[lang]
        unit = Pen.of(rules.declared, lang).unit_text(declared.unit)
        yield say(lang, "in_kind", label=label, number=number, unit=unit, claims=f"{found['claims']:,}")


def _major(minor: int, currency: str) -> str:
    return grouped(unscaled(minor, exponent(currency)))


def _foot(made: Made, out: Path, lang: Language) -> Iterator[str]:
    meta = made.meta
    short = {"rules": meta["programme"]["hash"], "result": meta["result_hash"], "seal": meta["seal"]}
    yield say(lang, "where", folder=out)
    yield say(lang, "names", **{name: value[:12] for name, value in short.items()})
