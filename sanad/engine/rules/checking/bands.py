"""Rates by bands: each for the part within its band."""

from collections.abc import Iterator

from sanad.engine.rules.checking import numbers
from sanad.engine.rules.checking.arguments import Arguments, counted
from sanad.engine.rules.checking.look_up import Typed, own_day, table_and_keys, typed_keys
from sanad.engine.rules.checking.scope import Scope
from sanad.engine.rules.rows import Banded, Exact, Rows, parts_within
from sanad.engine.rules.tree import ByBands, Lookup, Node
from sanad.engine.rules.types import Number, Unit
from sanad.engine.rules.values import TypedValue

_PERCENT = (("percent", 1),)


def by_bands(function: str, arguments: Arguments, scope: Scope, want: Unit | None, typed: Typed) -> Node:
    """`by_bands(table, amount)`: the table's last key is the amount; it has bands in every version."""
    counted(function, arguments, 2, 2, scope)
    value, given = table_and_keys(arguments[0], scope)
    last = value.keys[-1] if value.keys else None
    ends = [rows for version in value.versions for rows in _before_last(version.rows, len(value.keys))]
    if not isinstance(last, Number) or not isinstance(value.type, Number) or any(isinstance(e, Exact) for e in ends):
        todo = "Give its last key bands of numbers: `- {from: 0, to: 1_000, value: 10}`."
        raise scope.error("bands_needed", f"`{value.name}` has no bands to divide an amount by.", todo)
    keys = typed_keys(value, given, scope, typed, left_out=1)
    of = typed(arguments[1], scope, last.unit)
    scope.expect_unit(numbers.numeric(of, scope), last.unit)
    of = numbers.rescale(of, max(last.scale, numbers.numeric(of, scope).scale), scope)
    finer = numbers.numeric(of, scope).scale - last.scale
    _prove_within(value, numbers.numeric(of, scope), last, finer, scope)
    table = Lookup(value.type, value.name, own_day(value, scope), keys)
    return ByBands(_total(value, numbers.numeric(of, scope), finer, scope), table, of, finer)


def _prove_within(value: TypedValue, amount: Number, key: Number, finer: int, scope: Scope) -> None:
    if amount.low < 0:
        raise scope.error(
            "negative_amount", "What is divided by bands may be negative.", "Write `by_bands(table, max(x, 0))`."
        )
    if amount.high > key.high * 10**finer:
        todo = "Widen the range of the table's key, or write `min(x, most)`."
        raise scope.error("wrong_key", f"The amount may pass the last band of `{value.name}`.", todo)


def _total(value: TypedValue, amount: Number, finer: int, scope: Scope) -> Number:
    """Proven over every version and row: what all bands bring at most, and at least."""
    assert isinstance(value.type, Number)
    is_percent = value.type.unit == _PERCENT
    unit = amount.unit if is_percent else numbers.product_unit(amount.unit, value.type.unit)
    scale = amount.scale + value.type.scale + (2 if is_percent else 0)
    ends = [rows for version in value.versions for rows in _before_last(version.rows, len(value.keys))]
    totals = [_reach(rows, amount.high, 10**finer) for rows in ends]
    return scope.number(unit, scale, min(low for low, _ in totals), max(high for _, high in totals))


def _before_last(rows: Rows, keys: int) -> Iterator[Rows]:
    """What may stand behind all keys but the last."""
    if keys == 1 or not isinstance(rows, Exact | Banded):
        yield rows
        return
    for inner in rows.rows.values() if isinstance(rows, Exact) else [inner for _, _, inner in rows.rows]:
        yield from _before_last(inner, keys - 1)
    if isinstance(rows, Exact) and rows.otherwise is not None:
        yield rows.otherwise


def _reach(rows: Rows, amount: int, factor: int) -> tuple[int, int]:
    """The least and the most that the bands may bring together."""
    assert not isinstance(rows, Exact)
    brought = [part * rate for part, rate in parts_within(rows, amount, factor) if isinstance(rate, int)]
    return sum(min(0, one) for one in brought), sum(max(0, one) for one in brought)
