"""A thing or a right instead of money: its number, typed in its own unit."""

from sanad.engine.rules.building.names import ProgrammeNames
from sanad.engine.rules.checking import numbers
from sanad.engine.rules.checking.expressions import check
from sanad.engine.rules.checking.reach import prove_steps
from sanad.engine.rules.checking.scope import Scope
from sanad.engine.rules.declared import Line, Thing
from sanad.engine.rules.levels import CLAIM
from sanad.engine.rules.tree import Const, Node
from sanad.engine.rules.types import FINEST, Number, Unit, read_unit


def number_of(names: ProgrammeNames, line: Line, thing: Thing) -> Node:
    """Things are counted without a unit, or measured in theirs; rounded once, to the thing's decimals."""
    scope = names.scope(line.amount, CLAIM)
    unit = _unit(thing, scope)
    node = check(scope, unit)
    kind = numbers.numeric(node, scope)
    if kind.unit:
        scope.expect_unit(kind, unit)
    prove_steps(node, names.definitions, scope)
    return numbers.rounded(node, thing.decimals, 1, line.rounding, scope)


def _unit(thing: Thing, scope: Scope) -> Unit:
    if thing.decimals > FINEST:
        raise scope.error("too_many_decimals", f"{thing.decimals} decimals leave 64 bits.", "Give fewer.")
    try:
        return read_unit(thing.unit)
    except ValueError as error:
        raise scope.error("bad_unit", f"`{thing.unit}` is no unit.", "Write one like m2, or a word.") from error


def no_money(names: ProgrammeNames) -> Const:
    return Const(Number(((names.currency, 1),), names.money_scale, 0, 0), 0)
