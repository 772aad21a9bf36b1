"""Functions that the engines would do differently, or inexactly: ours, by name, on every engine.

Each is declared to Ibis as a builtin and given to DuckDB as a macro. `div` exists because Ibis writes `//` as FLOOR of
a division of doubles, `big` because a bare literal is an INT32 to DuckDB, `as_outcome` because words are
wide.
"""

from inspect import Parameter, Signature
from typing import Any

import duckdb
import ibis

from sanad.engine.rules.outcomes import AWARD, NOT_APPLICABLE, OPEN, OUTCOMES

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

_CARRIES = {
    "half_up": "2 * ({rest}) >= d",
    "half_even": "2 * ({rest}) > d or (2 * ({rest}) = d and ({whole}) % 2 = 1)",
    "down": "false",
    "up": "({rest}) > 0",
}
_NARROW = {"whole": "(abs(x) // d) * n + ((abs(x) % d) * n) // d", "rest": "((abs(x) % d) * n) % d"}
_WIDE = {"whole": "(abs(x)::hugeint * n) // d", "rest": "(abs(x)::hugeint * n) % d"}

_WORDS = ", ".join(f"'{word}'" for word in (AWARD, *OUTCOMES, NOT_APPLICABLE, OPEN))
_MACROS = (
    "sanad_big(a) as cast(a as bigint)",
    # One byte a row instead of sixteen; the files that are written hold the words.
    f"sanad_outcome(a) as cast(a as enum({_WORDS}))",
    "sanad_div(a, b) as cast(a // b as bigint)",
    "sanad_item(a, i) as case when i >= 0 then list_extract(cast(string_split(a, ',') as bigint[]), i + 1) end",
    "sanad_days_between(a, b) as cast(b - a as bigint)",
    "sanad_add_days(a, n) as cast(a + cast(n as integer) as date)",
    "sanad_add_months(a, n) as cast(a + to_months(cast(n as integer)) as date)",
    "sanad_year(a) as cast(year(a) as bigint)",
    "sanad_month(a) as cast(month(a) as bigint)",
    # A month less where the later day does not reach the earlier one's day, nor the month's end that stands for it.
    (
        "sanad_months_between(a, b) as cast(date_diff('month', a, b) + case when b >= a"
        " then case when day(a) > day(b) and b <> last_day(b) then -1 else 0 end"
        " else case when day(b) > day(a) and a <> last_day(a) then 1 else 0 end end as bigint)"
    ),
)


def install(connection: duckdb.DuckDBPyConnection) -> None:
    """Give a DuckDB connection the macros."""
    for macro in (*_MACROS, *_share_macros()):
        connection.execute(f"create or replace macro {macro}")


def _share_macros() -> list[str]:
    made = []
    for mode, carries in _CARRIES.items():
        for kind, parts in (("share", _NARROW), ("wide", _WIDE)):
            carry = f"case when {carries.format(**parts)} then 1 else 0 end"
            body = f"sign(x) * cast({parts['whole']} + {carry} as bigint)"
            made.append(f"sanad_{kind}_{mode}(x, n, d) as cast({body} as bigint)")
    return made
