"""What became of each fund of a round, for a person."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rich.table import Table

from sanad.engine.money import exponent, grouped, unscaled
from sanad.ops.decide_words import say
from sanad.ops.programme_words import Language

AMOUNTS = ("amount", "reserved", "allocated", "left")


def funds_table(funds: Sequence[Mapping[str, Any]], currency: str, lang: Language) -> Table:
    table = Table(say(lang, "fund"), say(lang, "earmarks"), box=None, pad_edge=False)
    for name in AMOUNTS:
        table.add_column(say(lang, f"fund_{name}"), justify="right")
    for fund in funds:
        amounts = (major(fund[name], currency) for name in AMOUNTS)
        table.add_row(fund["fund"], fund["earmarks"] or say(lang, "no_earmarks"), *amounts)
    return table


def unmet_funds(funds: Sequence[Mapping[str, Any]], currency: str, lang: Language) -> Iterator[str]:
    """Money that nobody may get: nothing is due that the earmarks allow."""
    for fund in funds:
        if fund["unmet"]:
            amount = f"{major(fund['left'], currency)} {currency}"
            yield say(lang, "unmet", fund=fund["fund"], earmarks=fund["earmarks"] or "-", amount=amount)


def major(minor: int, currency: str) -> str:
    return grouped(unscaled(minor, exponent(currency)))
