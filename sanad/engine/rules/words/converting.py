"""Sums in other units in words: units times the rate of the day, and what is an estimate until its day."""

from collections.abc import Iterator

from sanad.engine.rules.converting import converted
from sanad.engine.rules.decisions import LineDecision, Piece
from sanad.engine.rules.typed_rules import TypedLine, TypedUnits
from sanad.engine.rules.types import Number
from sanad.engine.rules.words.blocks import Heading, Paragraph, Sentence, listing
from sanad.engine.rules.words.case import Case


def units_in_words(case: Case, line: LineDecision) -> Iterator[Paragraph]:
    """How many units a line awards, and each payment in which they become money."""
    units = line.line.units
    if units is None:
        return
    yield Sentence(case.speech.say("fixed_in_units", units=_counted(case, units, line.units)))
    yield Heading(case.speech.say("into_money"), 3)
    yield from listing(_piece(case, line, units, place) for place, piece in enumerate(line.pieces) if piece.units)
    if any(piece.is_estimate for piece in line.pieces):
        yield Sentence(case.speech.say("is_estimate"), "notice")


def _piece(case: Case, line: LineDecision, units: TypedUnits, place: int) -> str:
    piece, pen = line.pieces[place], case.speech.pen
    parts = line.line.instalments
    label = pen.words(parts[place].declared.label if place < len(parts) else line.line.declared.label)
    if parts and place == len(parts):
        label = case.speech.say("rest")
    return case.speech.say(
        "piece_estimated" if piece.is_estimate else "piece",
        part=label,
        units=_counted(case, units, piece.units),
        rate=case.speech.value(units.value),
        value=pen.quantity(piece.rate, units.type),
        day=pen.day(piece.day),
        money=pen.amount(piece.money),
        source=_source(case, units, piece),
    )


def _source(case: Case, units: TypedUnits, piece: Piece) -> str:
    version = case.speech.rules.values[units.value].at(piece.day)
    return case.cite.cite(version.source) if version else ""


def _counted(case: Case, units: TypedUnits, number: int) -> str:
    assert isinstance(units.number.type, Number)
    return case.speech.pen.quantity(number, units.number.type)


def rates_lacking(case: Case, line: TypedLine) -> Iterator[Paragraph]:
    """The days on which the rate has no value."""
    conversion = converted(case.run, line, case.decision.claim)
    days = {piece.day for piece in conversion.pieces if piece.gaps} if conversion else set()
    for day in sorted(days):
        value = case.speech.value(line.units.value) if line.units else ""
        yield Sentence(case.speech.say("no_rate", value=value, day=case.speech.pen.day(day)))
