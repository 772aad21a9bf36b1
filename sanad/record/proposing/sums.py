"""Sums of money with their bound and purpose; never a bare number."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sanad.record.proposing.page import Quotation, Span, Sum
from sanad.record.proposing.tables import table_of

DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩٫٬", "0123456789.,")
NUMBER = r"[\d٠-٩](?:[\d٠-٩,٬]*[\d٠-٩])?(?:[.٫][\d٠-٩]+)?"
JOINT = r"(?: و|[ -]and[ -]|[ -])"
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
    word: re.Pattern[str]
    sum: re.Pattern[str]
    before: Sequence[tuple[str, re.Pattern[str]]]
    between: re.Pattern[str]
    lower: re.Pattern[str]
    joins: re.Pattern[str]


@cache
def money() -> Money:
    told = table_of("money")
    words = {word: code for code, words in told["words"].items() for word in words}
    sign, word, scale, spelt = (_any(each) for each in (told["signs"], words, told["scales"], told["spelt"]))
    pattern = (
        rf"(?:(?<![\w.])|(?<=\b[وبلف]))(?:(?P<sign>{sign}) ?(?P<n1>{NUMBER})(?:[ -]?(?P<s1>{scale})\b)?"
        rf"|(?P<n2>{NUMBER})(?:[ -]?(?P<s2>{scale}))? (?P<w2>{word}|{sign})(?!\w)"
        rf"|(?P<n3>(?:{spelt})(?:{JOINT}(?:{spelt}))*)(?:[ -](?P<s3>{scale}))? (?P<w3>{word})(?!\w)"
        rf"|(?P<w4>{word}) (?P<alone>{_any(told['alone'])})(?!\w))"
    )
    between, joins = _any(told["between"]), _any(told["and"])
    lower = rf"(?<!\w)(?:{between}) (?P<low>{NUMBER})(?:[ -]?(?P<scale>{scale}))? ?(?:{joins}) ?$"
    bounds = [
        (bound, re.compile(rf"(?<!\w)(?:{'|'.join(each)})(?: (?:another|the|a|an|مبلغ))? ?$", re.IGNORECASE))
        for bound, each in told["bounds"].items()
    ]
    return Money(
        of={**told["signs"], **words},
        scales=told["scales"],
        spelt=told["spelt"],
        word=re.compile(spelt, re.IGNORECASE),
        sum=re.compile(pattern, re.IGNORECASE),
        before=bounds,
        between=re.compile(rf"(?<!\w)(?:{between}) ?$", re.IGNORECASE),
        lower=re.compile(lower, re.IGNORECASE),
        joins=re.compile(rf"^ ?(?:{joins}) ?$"),
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
        quotation = next((one.id for one in quotations if one.inner.holds(span)), None)
        said = PURPOSE.match(text, span.end, paragraph.end)
        purpose = said[0].strip() if said else ""
        since = max(paragraph.start, span.start - LOOK_BACK)
        lower = table.lower.search(text[since : span.start])
        least = _number(lower["low"], lower["scale"] or _scale(match), table) if lower else None
        if lower and least is not None:
            place = Span(
                since + lower.start("low"), since + (lower.end("scale") if lower["scale"] else lower.end("low"))
            )
            name = f"M{first + len(found)}"
            found.append(Sum(name, article, place, least, currency, "at_least", None, purpose, quotation, 0.9))
        bound, bound_span = _bound(text, span, paragraph, found, table)
        name = f"M{first + len(found)}"
        found.append(Sum(name, article, span, amount, currency, bound, bound_span, purpose, quotation, 0.93))
    return found


def _currency(match: re.Match[str], table: Money) -> str | None:
    said = match["sign"] or match["w2"] or match["w3"] or match["w4"] or ""
    return table.of.get(said) or table.of.get(said.lower()) or table.of.get(said.upper())


def _amount(match: re.Match[str], table: Money) -> str | None:
    """A decimal text in whole units of the currency; None where the number cannot be read one way."""
    if match["alone"]:
        return "1"
    written = match["n1"] or match["n2"] or _spelt(match["n3"], table)
    return _number(written, _scale(match), table) if written else None


def _scale(match: re.Match[str]) -> str | None:
    return match["s1"] or match["s2"] or match["s3"]


def _spelt(words: str, table: Money) -> str | None:
    """`two hundred and fifty`, خمسة وعشرون; None where two numbers stand beside each other: مليون ومليونان.

    What stands before a thousand, or below ten before a hundred, multiplies it.
    """
    total = 0
    for word in table.word.findall(words):
        value = table.spelt[word if word in table.spelt else word.lower()]
        if value >= 1000 <= total:
            return None
        total = total * value if total and value >= (100 if 1 < total < 10 else 1000) else total + value
    return str(total)


def _number(written: str, scale: str | None, table: Money) -> str | None:
    digits = written.translate(DIGITS)
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
