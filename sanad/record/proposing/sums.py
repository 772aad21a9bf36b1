"""Sums of money with their bound and purpose; never a bare number."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sanad.record.proposing.grammars import grammar, plain
from sanad.record.proposing.lexicon import Lexed, Lexicon
from sanad.record.proposing.page import Article, Quotation, Span, Sum
from sanad.record.proposing.scanning import Scanned, Scanner
from sanad.record.proposing.tables import table_of
from sanad.record.proposing.times import joined_letters, plain_word

DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩٫٬", "0123456789.,")
NUMBER = r"[\d٠-٩](?:[\d٠-٩,٬]*[\d٠-٩])?(?:[.٫][\d٠-٩]+)?"
SCALED = re.compile(r"([\d.,]+)(bn|m|k)")
GROUPED = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?")
PURPOSE = re.compile(r"\s+(?:for|to|in|towards|as|of|per|a|each)\s+[^.,;:“”\"]{3,80}")
LOOK_BACK = 40
DEEPEST = 4
"""So many quotations inside each other are looked at."""
EXACT = "exact"


@dataclass(frozen=True, slots=True)
class Money:
    """The table made ready: `of` by sign or word; `before` says the bound by what stands before the sum."""

    of: Mapping[str, str]
    scales: Mapping[str, int]
    spelt: Mapping[str, int]
    before: Sequence[tuple[str, re.Pattern[str]]]
    between: re.Pattern[str]
    lower: re.Pattern[str]
    joins: re.Pattern[str]


@cache
def money() -> Money:
    told = table_of("money")
    words = {plain(word).lower(): code for code, words in told["words"].items() for word in words}
    between, joins, scale = _any(told["between"]), _any(told["and"]), _any(told["scales"])
    lower = rf"(?<!\w)(?:{between}) (?P<low>{NUMBER})(?:[ -]?(?P<scale>{scale}))? ?(?:{joins}) ?$"
    bounds = [
        (bound, re.compile(rf"(?<!\w)(?:{'|'.join(each)})(?: (?:another|the|a|an|مبلغ))? ?$", re.IGNORECASE))
        for bound, each in told["bounds"].items()
    ]
    return Money(
        of={**told["signs"], **told["long_signs"], **words},
        scales={plain(word): power for word, power in told["scales"].items()},
        spelt={plain(word).replace(" ", "_"): number for word, number in told["spelt"].items()},
        before=bounds,
        between=re.compile(rf"(?<!\w)(?:{between}) ?$", re.IGNORECASE),
        lower=re.compile(lower, re.IGNORECASE),
        joins=re.compile(rf"^ ?(?:{joins}) ?$"),
    )


@cache
def _scanner(language: str) -> Scanner:
    return Scanner([(name, grammar(language).pattern(rule)) for name, rule in table_of("money")["rules"].items()])


def _any(words: Sequence[str] | Mapping[str, object]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def sums_of(language: str, lexed: Lexed, articles: Sequence[Article], quotations: Sequence[Quotation]) -> list[Sum]:
    """Those of the paragraphs of a page, in their order."""
    found, paragraphs = Sums(lexed.text, quotations), _paragraphs(articles)
    article, paragraph = next(paragraphs, ("", Span(0, 0)))
    for one in _scanner(language).over(lexed.kinds):
        written = _written(one, lexed, grammar(language).lexicon)
        span = lexed.span(one.first, one.after)
        span = Span(span.start + joined_letters(lexed, one.first, grammar(language).lexicon), span.end)
        while article and paragraph.end < span.end:
            article, paragraph = next(paragraphs, ("", Span(0, 0)))
        if written and article and paragraph.holds(span):
            found.add(written, article, paragraph, span)
    return found.sums


def _paragraphs(articles: Sequence[Article]) -> Iterator[tuple[str, Span]]:
    return ((article.id, paragraph) for article in articles for paragraph in article.paragraphs)


@dataclass(frozen=True, slots=True)
class Written:
    """An amount as a decimal text in whole units of its currency; the scale that stands behind it."""

    amount: str
    currency: str
    scale: str | None


class Sums:
    """Sums in their order; one may be a bound of the one before."""

    def __init__(self, text: str, quotations: Sequence[Quotation]) -> None:
        self.text, self.table, self.sums = text, money(), list[Sum]()
        self._quotations = sorted(quotations, key=lambda one: one.inner)

    def add(self, written: Written, article: str, paragraph: Span, span: Span) -> None:
        quotation = self._quotation(span)
        said = PURPOSE.match(self.text, span.end, paragraph.end)
        purpose = said[0].strip() if said else ""
        since = max(paragraph.start, span.start - LOOK_BACK)
        lower = self.table.lower.search(self.text[since : span.start])
        least = _number(lower["low"], lower["scale"] or written.scale, self.table) if lower else None
        if lower and least is not None:
            end = lower.end("scale") if lower["scale"] else lower.end("low")
            what = Span(since + lower.start("low"), since + end), least, written.currency
            self.sums.append(Sum(self._name, article, *what, "at_least", None, purpose, quotation, 0.9))
        bound = _bound(self.text, span, paragraph, self.sums, self.table)
        what = span, written.amount, written.currency
        self.sums.append(Sum(self._name, article, *what, *bound, purpose, quotation, 0.93))

    @property
    def _name(self) -> str:
        return f"M{len(self.sums) + 1}"

    def _quotation(self, span: Span) -> str | None:
        """The innermost that holds it, of the few that begin before it."""
        at = bisect_right(self._quotations, span.start, key=lambda one: one.inner.start)
        near = self._quotations[max(0, at - DEEPEST) : at]
        return next((one.id for one in near if one.inner.holds(span)), None)


def _written(one: Scanned, lexed: Lexed, lexicon: Lexicon) -> Written | None:
    """None where the number cannot be read one way."""
    table = money()
    places = {name: _words(place, lexed, lexicon) for name, place in one.places.items()}
    sign = next(name for name in ("sign", "unit", "one") if name in places)
    currency = _currency(places[sign], table)
    if currency is None or sign == "one":
        return Written("1", currency, None) if currency else None
    words = places["n" if sign == "sign" else "written"]
    scale = words.pop() if len(words) > 1 and _is_scale(words, table) else None
    if words[0][0].isdigit():
        scaled = SCALED.fullmatch(words[0])
        amount = _number(scaled[1], scaled[2], table) if scaled else _number(words[0], scale, table)
    else:
        spelt = _spelt(words, table)
        amount = _number(spelt, scale, table) if spelt else None
    return Written(amount, currency, scale) if amount else None


def _words(place: tuple[int, int], lexed: Lexed, lexicon: Lexicon) -> list[str]:
    words = (plain_word(lexed, at, lexicon) for at in range(*place))
    return [word for word in words if word not in ("-", "and", "و")]


def _is_scale(words: Sequence[str], table: Money) -> bool:
    """A thousand is a scale behind digits and small numbers; a number of its own behind larger ones."""
    return words[-1] in table.scales and (words[-1] not in table.spelt or words[0][0].isdigit())


def _currency(words: Sequence[str], table: Money) -> str | None:
    said = "".join(words)
    return table.of.get(said) or table.of.get(said.replace("_", " ")) or table.of.get(said.upper())


def _spelt(words: Sequence[str], table: Money) -> str | None:
    """`two hundred and fifty`, خمسة وعشرون; None where two numbers stand beside each other: مليون ومليونان.

    What stands before a thousand, or below ten before a hundred, multiplies it.
    """
    total = 0
    for word in words:
        value = table.spelt[word]
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
    power = table.scales[plain(scale)] if plain(scale) in table.scales else table.scales[scale.lower()]
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
