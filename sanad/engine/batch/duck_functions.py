"""Our functions as DuckDB macros."""

from collections.abc import Iterable

import duckdb
from sqlglot import exp

from sanad.engine.rules.outcomes import AWARD, NOT_APPLICABLE, OPEN, OUTCOMES

_CARRIES = {
    "half_up": "2 * ({rest}) >= d",
    "half_even": "2 * ({rest}) > d or (2 * ({rest}) = d and ({whole}) % 2 = 1)",
    "down": "false",
    "up": "({rest}) > 0",
}
_NARROW = {"whole": "(abs(x) // d) * n + ((abs(x) % d) * n) // d", "rest": "((abs(x) % d) * n) % d"}
_WIDE = {"whole": "(abs(x)::hugeint * n) // d", "rest": "(abs(x)::hugeint * n) % d"}


def enum(words: Iterable[str]) -> str:
    """The type of a column that holds these words only: DuckDB keeps a number for each."""
    return f"enum({', '.join(exp.Literal.string(word).sql(dialect='duckdb') for word in words)})"


OUTCOME = enum((AWARD, *OUTCOMES, NOT_APPLICABLE, OPEN))
_MACROS = (
    "sanad_big(a) as cast(a as bigint)",
    # One byte a row instead of sixteen; the files that are written hold the words.
    f"sanad_outcome(a) as cast(a as {OUTCOME})",
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
