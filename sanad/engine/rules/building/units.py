"""Sums in units that are not this money: typed, with the rate that makes money of them, and bounded."""

from dataclasses import replace

from sanad.engine.rules.building.names import ProgrammeNames
from sanad.engine.rules.checking import numbers
from sanad.engine.rules.checking.expressions import check
from sanad.engine.rules.checking.reach import prove_steps
from sanad.engine.rules.checking.scope import Scope
from sanad.engine.rules.declared import Expression, Line, Rounding, Units
from sanad.engine.rules.levels import CLAIM
from sanad.engine.rules.problems import Problem
from sanad.engine.rules.tree import AWARDED, RATE, UNITS, Node, Result
from sanad.engine.rules.typed_rules import TypedUnits
from sanad.engine.rules.types import Number, Unit, read_unit
from sanad.engine.rules.values import TypedValue


def typed_units(names: ProgrammeNames, line: Line, units: Units, rate_on: Node, step: int) -> TypedUnits:
    scope = names.scope(line.amount, CLAIM)
    rate = _rate(names, units, scope)
    assert isinstance(rate.type, Number)
    number = _counted(names, line.amount, _unit(names, rate, scope), units, line.rounding, scope)
    kind = numbers.numeric(number, scope)
    kind = kind.within(max(0, kind.low), max(0, kind.high))
    product = numbers.arithmetic("*", Result(kind, UNITS), Result(rate.type, RATE), scope)
    money = numbers.rounded(product, names.money_scale, step, line.rounding, scope)
    return TypedUnits(units, number, rate.name, rate.type, rate_on, money)


def part_in_units(names: ProgrammeNames, at: Expression, of: TypedUnits, rounding: Rounding) -> Node:
    """How many of the line's units a part brings; `awarded` are all of them."""
    kind = of.number.type
    assert isinstance(kind, Number)
    scope = names.scope(at, CLAIM, {AWARDED: kind.within(max(0, kind.low), max(0, kind.high))})
    return _counted(names, at, kind.unit, of.declared, rounding, scope)


def bounded_money(names: ProgrammeNames, line: Line, units: TypedUnits, step: int) -> Node:
    """The money of the line, with room for the rounding of each part."""
    scope = names.scope(line.amount, CLAIM)
    kind = numbers.numeric(units.money, scope)
    most = kind.high + (len(line.instalments) + 1) * step
    return replace(units.money, type=scope.number(kind.unit, kind.scale, 0, most))


def prove_payment(names: ProgrammeNames) -> list[Problem]:
    """The rate of payment is the price of one unit of the account in the currency that is paid out."""
    payment = names.programme.payment
    if payment is None or (not payment.rate and payment.currency == names.currency):
        return []
    rate = names.value(payment.rate) if payment.rate else None
    unit = read_unit(f"{payment.currency}/{names.currency}")
    if rate and not rate.keys and isinstance(rate.type, Number) and rate.type.unit == unit:
        return []
    message = f"`payment` needs a rate in {payment.currency}/{names.currency}."
    todo = f"Name a dated value of the unit `{payment.currency}/{names.currency}` as its `rate`."
    return [Problem(payment.where, "payment_rate", message, todo)]


def _rate(names: ProgrammeNames, units: Units, scope: Scope) -> TypedValue:
    rate = names.value(units.rate)
    if rate is None or rate.keys:
        message = f"`rate: {units.rate}` names no dated value without keys."
        raise scope.error("unknown_rate", message, "Declare it in values/, as money in `USD/point`.")
    return rate


def _unit(names: ProgrammeNames, rate: TypedValue, scope: Scope) -> Unit:
    """What the rate is a price of: `USD/wage` is the price of a wage."""
    kind = rate.type
    powers = dict(kind.unit) if isinstance(kind, Number) else {}
    unit = tuple(sorted((name, -power) for name, power in powers.items() if name != names.currency))
    if powers.get(names.currency) != 1 or not unit or (isinstance(kind, Number) and kind.low < 0):
        message = f"`{rate.name}` is no rate that makes {names.currency} of units."
        raise scope.error("rate_unit", message, f"Give it `type: money` and a unit like `{names.currency}/point`.")
    return unit


def _counted(names: ProgrammeNames, at: Expression, unit: Unit, units: Units, rounding: Rounding, scope: Scope) -> Node:
    node = check(scope, unit)
    kind = numbers.numeric(node, scope)
    scope.expect_unit(kind, unit)
    prove_steps(node, names.definitions, scope)
    if units.decimals is None and kind.scale:
        message = f"The units have {kind.scale} decimals."
        raise scope.error("units_decimals", message, "Write `decimals:` at the line; units are rounded to them.")
    return numbers.rounded(node, units.decimals or 0, 1, rounding, scope)
