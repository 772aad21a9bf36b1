"""Our functions on Spark, written out where they are called: its own functions are registered a session at a time.

As DuckDB's macros do, a text repeats what it is given (`frames.REPEATING` keeps it from growing).
"""

from functools import cache
from typing import Any

import sqlglot
from sqlglot import exp

_CARRIES = {
    "half_up": "2 * ({rest}) >= d",
    "half_even": "2 * ({rest}) > d or (2 * ({rest}) = d and ({whole}) % 2 = 1)",
    "down": "false",
    "up": "({rest}) > 0",
}
_NARROW = {"whole": "(abs(x) div d) * n + ((abs(x) % d) * n) div d", "rest": "((abs(x) % d) * n) % d"}
_PRODUCT = "cast(abs(x) as decimal(19, 0)) * cast(n as decimal(19, 0))"
"""Of two amounts: 38 digits, which Spark's decimals hold exactly; without fractions they divide exactly, too."""
_WIDE = {"whole": f"({_PRODUCT}) div d", "rest": f"({_PRODUCT}) % d"}

_TEXTS: dict[str, tuple[tuple[str, ...], str]] = {
    "sanad_big": (("a",), "cast(a as bigint)"),
    "sanad_outcome": (("a",), "a"),
    "sanad_div": (("a", "b"), "cast(a div b as bigint)"),
    "sanad_item": (("a", "i"), "case when i >= 0 then get(cast(split(a, ',') as array<bigint>), cast(i as int)) end"),
    "sanad_days_between": (("a", "b"), "cast(datediff(b, a) as bigint)"),
    "sanad_add_days": (("a", "n"), "date_add(a, cast(n as int))"),
    "sanad_add_months": (("a", "n"), "add_months(a, cast(n as int))"),
    "sanad_year": (("a",), "cast(year(a) as bigint)"),
    "sanad_month": (("a",), "cast(month(a) as bigint)"),
    # A month less where the later day does not reach the earlier one's day, nor the month's end that stands for it.
    "sanad_months_between": (
        ("a", "b"),
        """cast((year(b) - year(a)) * 12 + month(b) - month(a)
        + case when b >= a then case when day(a) > day(b) and b <> last_day(b) then -1 else 0 end
        else case when day(b) > day(a) and a <> last_day(a) then 1 else 0 end end as bigint)""",
    ),
}


def written_out(name: str, given: tuple[Any, ...]) -> Any:
    """The SQL of one of our functions over what it is given; None where the function is Spark's own."""
    if name not in _all_texts():
        return None
    parameters, parsed = _parsed(name)
    values = dict(zip(parameters, given, strict=True))
    return parsed.transform(lambda node: _put_in(node, values))


def _put_in(node: exp.Expression, values: dict[str, exp.Expression]) -> exp.Expression:
    return exp.paren(values[node.name].copy(), copy=False) if isinstance(node, exp.Column) else node


@cache
def _parsed(name: str) -> tuple[tuple[str, ...], Any]:
    parameters, text = _all_texts()[name]
    return parameters, sqlglot.parse_one(text, read="spark")


@cache
def _all_texts() -> dict[str, tuple[tuple[str, ...], str]]:
    texts = dict(_TEXTS)
    for mode, carries in _CARRIES.items():
        for kind, parts in (("share", _NARROW), ("wide", _WIDE)):
            carry = f"case when {carries.format(**parts)} then 1 else 0 end"
            amount = f"cast({parts['whole']} + {carry} as bigint)"
            texts[f"sanad_{kind}_{mode}"] = (("x", "n", "d"), f"case when x < 0 then -{amount} else {amount} end")
    return texts
