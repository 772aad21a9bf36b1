"""Every operator of rules within every other, by one query and in two steps: brackets that are left out show here."""

from collections.abc import Callable
from itertools import product
from typing import Any

import ibis
import pyarrow as pa

Make = Callable[..., Any]
WORDS = (True, False, None)
ROWS = pa.table(
    {
        "row": list(range(27)),
        "x": [x for x, _, _ in product(WORDS, repeat=3)],
        "y": [y for _, y, _ in product(WORDS, repeat=3)],
        "z": [z for _, _, z in product(WORDS, repeat=3)],
    }
)
YES_OR_NO: dict[str, Make] = {
    "not": lambda x, y: ~x,
    "absent": lambda x, y: x.isnull(),
    "there": lambda x, y: x.notnull(),
    "one of": lambda x, y: x.isin([True]),
    "either": lambda x, y: x.isin([True, False]),
    "equal": lambda x, y: x == y,
    "other": lambda x, y: x != y,
    "less": lambda x, y: x < y,
    "and": lambda x, y: x & y,
    "or": lambda x, y: x | y,
    "filled": lambda x, y: x.fill_null(False),
    "chosen": lambda x, y: ibis.ifelse(x, y, ~y),
    "case": lambda x, y: ibis.cases((x, y), else_=x),
}


def wrong_ones(engine: Any) -> list[str]:
    """Names of what an engine says otherwise in one query than step by step, from each side of the operator."""
    table = engine.bring("words", ROWS)
    wrong = []
    for (outer, around), (inner, within) in product(YES_OR_NO.items(), repeat=2):
        stepped = engine.keep("steps", table.select("row", "z", part=within(table.x, table.y)))
        two_steps = stepped.select("row", left=around(stepped.part, stepped.z), right=around(stepped.z, stepped.part))
        part = within(table.x, table.y)
        at_once = table.select("row", left=around(part, table.z), right=around(table.z, part))
        one, two = (
            sorted(engine.fetch(query).to_pylist(), key=lambda row: row["row"]) for query in (at_once, two_steps)
        )
        wrong += [f"{outer} of {inner}: {a} and {b}" for a, b in zip(one, two, strict=True) if a != b]
    return wrong
