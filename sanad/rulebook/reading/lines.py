"""Heads of compensation, with their instalments."""

from typing import get_args

from sanad.engine.rules.declared import Instalment, Line, Rounding
from sanad.rulebook.reading.entry import Entry
from sanad.rulebook.reading.gates import KINDS, check_period, read_gates
from sanad.rulebook.reading.names import check_label, check_result_name
from sanad.rulebook.reading.things import check_form, figure_of, read_thing
from sanad.rulebook.reading.units import read_units

FIGURES = ("amount", "number", "thing", "value", "units", "rate", "rate_on", "decimals")
KEYS = (
    "label", "when", "asked", "asked_until", *FIGURES, "at_most", "rounding", "step", *KINDS, "source", "from", "until",
    "instalments", "because",
)  # fmt: skip
INSTALMENT_KEYS = ("name", "label", "amount", "unlocked_by", "rate_on", "source")
ROUNDINGS: tuple[Rounding, ...] = get_args(Rounding)


def read_line(name: str, entry: Entry) -> Line:
    check_result_name(name, "a line", entry.where(), entry.notes)
    check_period(entry)
    check_form(entry)
    return Line(
        name=name,
        label=entry.words("label"),
        amount=entry.needed_expression(figure_of(entry)),
        source=entry.source(),
        where=entry.where(),
        when=entry.expression("when"),
        asked=entry.expression("asked"),
        gates=read_gates(entry),
        at_most=entry.expression("at_most"),
        rounding=entry.one_of("rounding", ROUNDINGS, "half_up"),
        step=entry.number("step"),
        instalments=tuple(_instalment(inner) for inner in entry.listed("instalments", INSTALMENT_KEYS)),
        since=entry.day("from"),
        until=entry.day("until"),
        asked_until=entry.day_expression("asked_until"),
        thing=read_thing(entry),
        because=entry.words("because", required=False),
        units=read_units(entry),
    )


def _instalment(entry: Entry) -> Instalment:
    name = entry.text("name")
    if name:
        check_label(name, "an instalment", entry.where("name"), entry.notes)
    return Instalment(
        name=name,
        label=entry.words("label"),
        amount=entry.needed_expression("amount"),
        unlocked_by=entry.expression("unlocked_by"),
        source=entry.source(),
        where=entry.where(),
        rate_on=entry.day_expression("rate_on"),
    )
