"""Sums of money with their bound and purpose; never a bare number."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from sanad.record.proposing.english.table import FOLDER
from sanad.record.proposing.page import Quotation, Span, Sum

DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩٫٬", "0123456789.,")
NUMBER = r"[\d٠-٩](?:[\d٠-٩,٬]*[\d٠-٩])?(?:[.٫][\d٠-٩]+)?"
GROUPED = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?")
PURPOSE = re.compile(r"\s+(?:for|to|in|towards|as|of|per|a|each)\s+[^.,;:“”\"]{3,80}")
LOOK_BACK = 40
EXACT = "exact"


@dataclass(frozen=True, slots=True)
class Money:
    """The table made ready: `of` by sign or word; `before` says the bound by what stands before the sum."""

    of: Mapping[str, str]
    scales: Mapping[str, int]
    spelt: Mapping[str, int]
    sum: re.Pattern[str]
    before: Sequence[tuple[str, re.Pattern[str]]]
    between: re.Pattern[str]
    joins: re.Pattern[str]


@cache
def money() -> Money:
    told: dict[str, Any] = yaml.safe_load((FOLDER / "money.yaml").read_text("utf-8"))
    words = {word: code for code, words in told["words"].items() for word in words}
    sign, word, scale, spelt = (_any(each) for each in (told["signs"], words, told["scales"], told["spelt"]))
    pattern = (
        rf"(?<![\w.])(?:(?P<sign>{sign}) ?(?P<n1>{NUMBER})(?:[ -]?(?P<s1>{scale})\b)?"
        rf"|(?P<n2>{NUMBER})(?:[ -]?(?P<s2>{scale}))? (?P<w2>{word}|{sign})(?!\w)"
        rf"|(?P<n3>{spelt})(?: (?P<s3>{scale}))? (?P<w3>{word})(?!\w))"
    )
    bounds = [
        (bound, re.compile(rf"(?<!\w)(?:{'|'.join(each)})(?: (?:another|the|a|an|مبلغ))? ?$", re.IGNORECASE))
        for bound, each in told["bounds"].items()
    ]
    return Money(
        of={**told["signs"], **words},
        scales=told["scales"],
        spelt=told["spelt"],
        sum=re.compile(pattern, re.IGNORECASE),
        before=bounds,
        between=re.compile(rf"(?<!\w)(?:{_any(told['between'])}) ?$", re.IGNORECASE),
        joins=re.compile(rf"^ ?(?:{_any(told['and'])}) ?$"),
    )


def _any(words: Sequence[str] | Mapping[str, object]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def sums_of(text: str, article: str, paragraph: Span, quotations: Sequence[Quotation], first: int) -> list[Sum]:
    """Those of one paragraph, in their order."""
    table, found = money(), list[Sum]()
    for match in table.sum.finditer(text, paragraph.start, paragraph.end):
        currency, amount = _currency(match, table), _amount(match, table)
        if currency is None or amount is None:
            continue
        span = Span(match.start(), match.end())
        bound, bound_span = _bound(text, span, paragraph, found, table)
        quotation = next((one.id for one in quotations if one.inner.holds(span)), None)
        said = PURPOSE.match(text, span.end, paragraph.end)
        purpose = said[0].strip() if said else ""
        told = f"M{first + len(found)}", article, span, amount, currency, bound, bound_span, purpose, quotation
        found.append(Sum(*told, confidence=0.93))
    return found


def _currency(match: re.Match[str], table: Money) -> str | None:
    said = match["sign"] or match["w2"] or match["w3"] or ""
    return table.of.get(said) or table.of.get(said.lower()) or table.of.get(said.upper())


def _amount(match: re.Match[str], table: Money) -> str | None:
    """A decimal text in whole units of the currency; None where the number cannot be read one way."""
    written, scale = match["n1"] or match["n2"], match["s1"] or match["s2"] or match["s3"]
    digits = written.translate(DIGITS) if written else str(table.spelt[match["n3"].lower()])
    if GROUPED.fullmatch(digits):
        digits = digits.replace(",", "")
    if "," in digits:
        return None
    if not scale:
        return digits
    power = table.scales[scale] if scale in table.scales else table.scales[scale.lower()]
    whole, _, part = digits.partition(".")
    return str(int(whole + part.ljust(power, "0"))) if len(part) <= power else None


def _bound(text: str, span: Span, paragraph: Span, before: Sequence[Sum], table: Money) -> tuple[str, Span | None]:
    since = max(paragraph.start, span.start - LOOK_BACK)
    left = text[since : span.start]
    if table.between.search(left):
        return "at_least", None
    if before and before[-1].bound_span is None and table.joins.match(text[before[-1].span.end : span.start]):
        return ("at_most" if before[-1].bound == "at_least" else EXACT), None
    for bound, pattern in table.before:
        match = pattern.search(left)
        if match:
            start = since + match.start()
            return bound, Span(start, start + len(match[0].rstrip()))
    return EXACT, None
