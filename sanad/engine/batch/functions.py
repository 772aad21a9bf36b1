"""Functions that the engines would do differently, or inexactly: ours, by name, on every engine.

Each is declared to Ibis as a builtin; `duck_functions` and `spark_functions` say what it is there. `div` exists because
Ibis writes `//` as FLOOR of a division of doubles, `big` because a bare literal has 32 bits, `as_outcome` because words
are wide.
"""

from inspect import Parameter, Signature
from typing import Any

import ibis

Column = Any
"""An Ibis column or table; Ibis makes their classes at run time, so there is no static type worth naming."""


def absent(kind: str) -> Column:
    """NULL in a form that Ibis does not know for one: it would write `x = NULL` as `x IS NULL`, which decides."""
    return ibis.ifelse(ibis.literal(False), ibis.null(kind), ibis.null(kind))


def _declared(kind: Any, name: str, parameters: tuple[str, ...], result: str) -> Any:
    def stand_in(*_: Column) -> None: ...

    named = [Parameter(f"a{place}", Parameter.POSITIONAL_OR_KEYWORD) for place in range(len(parameters))]
    stand_in.__name__ = stand_in.__qualname__ = name
    stand_in.__signature__ = Signature(named)  # type: ignore[attr-defined]
    return kind.builtin(stand_in, signature=(parameters, result))


def _scalar(name: str, parameters: tuple[str, ...], result: str) -> Any:
    return _declared(ibis.udf.scalar, f"sanad_{name}", parameters, result)


big = _scalar("big", ("int64",), "int64")
as_outcome = _scalar("outcome", ("string",), "string")
div = _scalar("div", ("int64", "int64"), "int64")
item = _scalar("item", ("string", "int64"), "int64")
"""The number at a place, counted from 0, of a constant text of numbers with commas between them; NULL outside it.

A text is one word to Ibis, where a list would be thousands of nodes; engines fold it into a list once.
"""
DAYS = {
    "days_between": _scalar("days_between", ("date", "date"), "int64"),
    "months_between": _scalar("months_between", ("date", "date"), "int64"),
    "add_days": _scalar("add_days", ("date", "int64"), "date"),
    "add_months": _scalar("add_months", ("date", "int64"), "date"),
    "year": _scalar("year", ("date",), "int64"),
    "month": _scalar("month", ("date",), "int64"),
}
MODES = ("half_up", "half_even", "down", "up")
SHARES = {mode: _scalar(f"share_{mode}", ("int64",) * 3, "int64") for mode in MODES}
WIDE_SHARES = {mode: _scalar(f"wide_{mode}", ("int64",) * 3, "int64") for mode in MODES}
bit_or = _declared(ibis.udf.agg, "bit_or", ("int64",), "int64")
