"""Drawings made by the server: percent lengths and classes, no style attribute; the CSS mirrors them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a bar: how much of the whole, and in which colour (accent, done, due, halt, edge, ink); `none` is
    dashed and empty: not verified.
    """

    size: int
    colour: str


def bar(parts: Sequence[Part], whole: int, label: object) -> SafeString:
    """Parts of one thing side by side; `label` says them in words to those who do not see it."""
    drawn = format_html_join("", '<rect class="{}" x="{}" width="{}" y="{}" height="{}"/>', _stretches(parts, whole))
    return format_html('<svg class="bar" role="img" aria-label="{}">{}</svg>', label, drawn)


def _stretches(parts: Sequence[Part], whole: int) -> list[tuple[str, str, str, str, str]]:
    found, before = [], 0
    for part in parts:
        shape = ("s-none", "5%", "90%") if part.colour == "none" else (f"f-{part.colour}", "0", "100%")
        found.append((shape[0], _percent(before, whole), _percent(part.size, whole), *shape[1:]))
        before += part.size
    return found


def _percent(size: int, whole: int) -> str:
    """Two decimals, in whole numbers all the way; of nothing it is nothing."""
    hundredths = size * 10_000 // whole if whole else 0
    return f"{hundredths // 100}.{hundredths % 100:02d}%"
