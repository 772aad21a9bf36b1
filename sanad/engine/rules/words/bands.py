"""Rates by bands: each rate with the part of the amount that it is for."""

from typing import TYPE_CHECKING

from sanad.engine.rules.tree import ByBands, Lookup
from sanad.engine.rules.types import Number
from sanad.engine.rules.words.tables import table_name

if TYPE_CHECKING:
    from sanad.engine.rules.words.teller import Teller

_PERCENT = (("percent", 1),)


def bands_text(teller: "Teller", node: ByBands) -> str:
    """`“Rates” by bands: 10 % of 50,000 + 5 % of 20,000`; without a claim's amount, the rule."""
    parts = _parts(teller, node)
    name = table_name(teller, node.table)
    if not parts:
        return teller.speech.say("by_bands", name=name, of=teller.text(node.of))
    return teller.speech.say("by_bands_of", name=name, parts=_added(teller, parts))


def _added(teller: "Teller", parts: list[str]) -> str:
    text = parts[0]
    for part in parts[1:]:
        text = teller.speech.say("+", left=text, right=part)
    return text


def _parts(teller: "Teller", node: ByBands) -> list[str]:
    if teller.run is None or teller.record is None or teller.found(node)[0] is None:
        return []
    found, _ = teller.run.bands_of(node, teller.record)
    told = [_part(teller, node, part, rate) for part, rate in found if part and isinstance(rate, int)]
    return told or [teller.shown(node.of)]


def _part(teller: "Teller", node: ByBands, part: int, rate: int) -> str:
    kind = teller.speech.rules.values[node.table.value].type
    assert isinstance(kind, Number)
    of, by = teller.speech.shown(part, node.of), teller.speech.pen.quantity(rate, kind)
    phrase = "share_percent" if kind.unit == _PERCENT else "part_at_rate"
    return teller.speech.say(phrase, part=by, of=of)


def table_of(node: ByBands | Lookup) -> Lookup:
    return node.table if isinstance(node, ByBands) else node
