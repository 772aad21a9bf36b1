"""Units turned into money, payment by payment: each at the rate of its own day, and as an estimate until that day."""

from dataclasses import dataclass, replace
from datetime import date

from sanad.engine.rules.decisions import Piece
from sanad.engine.rules.interpreter import Interpreter
from sanad.engine.rules.records import Record
from sanad.engine.rules.tree import AWARDED, RATE, UNITS, Const, Node
from sanad.engine.rules.typed_rules import TypedLine, TypedUnits
from sanad.engine.rules.types import Day


@dataclass(frozen=True, slots=True)
class Conversion:
    """`pieces`: one for each instalment, and last the rest of the line; `gaps` is what it takes to know the money."""

    units: int = 0
    pieces: tuple[Piece, ...] = ()
    gaps: int = 0

    @property
    def money(self) -> int:
        return sum(piece.money for piece in self.pieces)


def converted(run: Interpreter, line: TypedLine, claim: Record) -> Conversion | None:
    """None of a line that is fixed in money."""
    if line.units is None:
        return None
    value, gaps = run.evaluate(line.units.number, claim)
    if not isinstance(value, int):
        return Conversion(gaps=gaps)
    units = max(0, value)
    pieces = _pieces(replace(run, results={AWARDED: units}), line, line.units, units, claim)
    for piece in pieces:
        gaps |= piece.gaps
    return Conversion(units, pieces, gaps)


def _pieces(run: Interpreter, line: TypedLine, of: TypedUnits, left: int, claim: Record) -> tuple[Piece, ...]:
    """A part that cannot be known yet leaves its units, and those of all after it, to the rest."""
    found, is_known = [], True
    for part in line.instalments:
        value, gaps = run.evaluate(part.amount, claim)
        is_known = is_known and isinstance(value, int)
        taken = min(max(0, value), left) if is_known and isinstance(value, int) else 0
        left -= taken
        piece = _piece(run, of, part.rate_on or of.rate_on, taken, claim)
        found.append(replace(piece, is_known=is_known, part_gaps=gaps))
    rest = _piece(run, of, of.rate_on, left, claim)
    return (*found, replace(rest, is_estimate=rest.is_estimate or (left > 0 and not is_known)))


def _piece(run: Interpreter, of: TypedUnits, rate_on: Node, units: int, claim: Record) -> Piece:
    day, _ = run.evaluate(rate_on, claim)
    is_estimate = not isinstance(day, date) or day > run.on
    effective = day if isinstance(day, date) and day <= run.on else run.on
    if not units:
        return Piece(0, effective)
    rate, gaps = run.evaluate(of.rate_at(Const(Day(effective, effective), effective)), claim)
    if not isinstance(rate, int):
        return Piece(units, effective, gaps=gaps, is_estimate=is_estimate)
    money, _ = replace(run, results={UNITS: units, RATE: rate}).evaluate(of.money, claim)
    assert isinstance(money, int)
    return Piece(units, effective, rate, money, 0, is_estimate)
