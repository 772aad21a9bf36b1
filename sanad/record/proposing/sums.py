"""Sums of money with their bound and purpose; never a bare number."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from sanad.record.proposing.grammars import grammar, plain
from sanad.record.proposing.lexicon import HARAKAT, Lexed, Lexicon
from sanad.record.proposing.numbers import Numbers
from sanad.record.proposing.page import Article, Quotation, Span, Sum
from sanad.record.proposing.scanning import Scanned, Scanner
from sanad.record.proposing.tables import table_of
from sanad.record.proposing.times import joined_letters, plain_word

NUMBER = r"[\d٠-٩](?:[\d٠-٩,٬]*[\d٠-٩])?(?:[.٫][\d٠-٩]+)?"
JOINING = ("-", "and", "و")
SCALED = re.compile(r"([\d.,]+)(bn|m|k)")
PURPOSE = re.compile(r"\s+(?:for|to|in|towards|as|of|per|a|each)\s+[^.,;:“”\"]{3,80}")
CLAUSE = re.compile(r"[^.;:?!؟؛“”«»\"\n]+$")
VOWELS = re.compile(f"[{HARAKAT}]")
LOOK_BACK, LONGEST_PURPOSE = 40, 120
DEEPEST = 4
"""So many quotations inside each other are looked at."""
EXACT = "exact"


@dataclass(frozen=True, slots=True)
class Money:
    """The table made ready: `of` by sign or word; `before` says the bound by what stands before the sum."""

    of: Mapping[str, str]
    numbers: Numbers
    before: Sequence[tuple[str, re.Pattern[str]]]
    after: Sequence[tuple[str, re.Pattern[str]]]
    between: re.Pattern[str]
    lower: Sequence[re.Pattern[str]]
    joins: re.Pattern[str]


@cache
def money() -> Money:
    told = table_of("money")
    words = {plain(word).lower(): code for code, words in told["words"].items() for word in words}
    between, joins, scale = _any(told["between"]), _any(told["and"]), _any(told["scales"])
    number = rf"(?P<low>{NUMBER})(?:[ -]?(?P<scale>{scale}))?"
    ranges = ((between, joins), (_any(told["from"]), _any(told["up_to"])))
    filler = "|".join(told["between_bound_and_sum"])
    begins = r"(?:(?<!\w)|(?<=\b[وفبلك])|(?<=\b[وف][بلك]))"
    bounds = [
        (bound, re.compile(rf"{begins}(?:{'|'.join(each)})(?: (?:{filler}))? ?$", re.IGNORECASE))
        for bound, each in told["bounds"].items()
    ]
    return Money(
        of={**told["signs"], **told["long_signs"], **words},
        numbers=Numbers(
            {_key(word): number for word, number in told["spelt"].items()},
            {_key(word): number for word, number in told["with_more"].items()},
            {_key(word): power for word, power in told["scales"].items()},
            {_key(word): Decimal(part) for word, part in told["fractions"].items()},
        ),
        before=bounds,
        after=[
            (bound, re.compile(rf"^,? ?(?:{'|'.join(each)})(?!\w)", re.IGNORECASE))
            for bound, each in told["after"].items()
        ],
        between=re.compile(rf"(?<!\w)(?:{between}) ?$", re.IGNORECASE),
        lower=[re.compile(rf"(?<!\w)(?:{one}) {number} ?(?:{other}) ?$", re.IGNORECASE) for one, other in ranges],
        joins=re.compile(rf"^ ?(?:{joins}) ?$"),
    )


def _key(word: str) -> str:
    return plain(word).replace(" ", "_")


@cache
def _scanner(language: str) -> Scanner:
    return Scanner([(name, grammar(language).pattern(rule)) for name, rule in table_of("money")["rules"].items()])


def _any(words: Sequence[str] | Mapping[str, object]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def sums_of(language: str, lexed: Lexed, articles: Sequence[Article], quotations: Sequence[Quotation]) -> list[Sum]:
    """Those of the paragraphs of a page, in their order."""
    found, paragraphs = Sums(lexed, quotations), _paragraphs(articles)
    article, paragraph = next(paragraphs, ("", Span(0, 0)))
    for one in _scanner(language).over(lexed.kinds):
        written = _written(one, lexed, grammar(language).lexicon)
        if written is None:
            continue
        span = lexed.span(written.first, one.after)
        span = Span(span.start + joined_letters(lexed, written.first, grammar(language).lexicon), span.end)
        while article and paragraph.end < span.end:
            article, paragraph = next(paragraphs, ("", Span(0, 0)))
        if article and paragraph.holds(span):
            found.add(written, article, paragraph, span)
    return found.sums


def _paragraphs(articles: Sequence[Article]) -> Iterator[tuple[str, Span]]:
    return ((article.id, paragraph) for article in articles for paragraph in article.paragraphs)


class Written(NamedTuple):
    """An amount as a decimal text in whole units of its currency; the scale behind it; the place of its first word.

    `low` is another number before it, with its places, which may be the lower end.
    """

    amount: str
    currency: str
    scale: str | None
    first: int
    low: tuple[int, int, str] | None = None


class Sums:
    """Sums in their order; one may be a bound of the one before."""

    def __init__(self, lexed: Lexed, quotations: Sequence[Quotation]) -> None:
        self.lexed, self.text, self.table, self.sums = lexed, lexed.text, money(), list[Sum]()
        self._quotations = sorted(quotations, key=lambda one: one.inner)

    def add(self, written: Written, article: str, paragraph: Span, span: Span) -> None:
        quotation = self._quotation(span)
        bound, bound_span = _bound(self.text, span, paragraph, self.sums, self.table)
        purpose = self._purpose(paragraph, span, bound_span or span)
        if lower := self._lower(written, paragraph, span):
            what = *lower, written.currency
            self.sums.append(Sum(self._name, article, *what, "at_least", None, purpose, quotation, 0.9))
            bound, bound_span = _bound(self.text, span, paragraph, self.sums, self.table)
        what = span, written.amount, written.currency
        self.sums.append(Sum(self._name, article, *what, bound, bound_span, purpose, quotation, 0.93))

    def _lower(self, written: Written, paragraph: Span, span: Span) -> tuple[Span, str] | None:
        """Of `between 3 and 5 million` the first, which has neither scale nor currency of its own."""
        since = max(paragraph.start, span.start - LOOK_BACK)
        left = self.text[since : span.start]
        if match := next((found for one in self.table.lower if (found := one.search(left))), None):
            end = match.end("scale") if match["scale"] else match.end("low")
            least = self._least(match, written)
            return (Span(since + match.start("low"), since + end), least) if least else None
        if written.low:
            place = self.lexed.span(*written.low[:2])
            if self.table.between.search(self.text[max(paragraph.start, place.start - LOOK_BACK) : place.start]):
                return Span(place.start, min(place.end, span.start)), written.low[2]
        return None

    def _least(self, lower: re.Match[str], written: Written) -> str | None:
        scale = lower["scale"] or written.scale
        return self.table.numbers.read([lower["low"], plain(scale).lower()] if scale else [lower["low"]])

    def _purpose(self, paragraph: Span, span: Span, first: Span) -> str:
        """What follows it and says what for; else what stands before it in its clause."""
        if said := PURPOSE.match(self.text, span.end, paragraph.end):
            return said[0].strip()
        before = CLAUSE.search(self.text[max(paragraph.start, first.start - LONGEST_PURPOSE) : first.start])
        return before[0].strip() if before else ""

    @property
    def _name(self) -> str:
        return f"M{len(self.sums) + 1}"

    def _quotation(self, span: Span) -> str | None:
        """The innermost that holds it, of the few that begin before it."""
        at = bisect_right(self._quotations, span.start, key=lambda one: one.inner.start)
        near = self._quotations[max(0, at - DEEPEST) : at]
        return next((one.id for one in near if one.inner.holds(span)), None)


def _written(one: Scanned, lexed: Lexed, lexicon: Lexicon) -> Written | None:
    """None where the number cannot be read one way. Of two that stand beside each other the last has the currency."""
    table = money()
    sign = next(name for name in ("sign", "unit", "one") if name in one.places)
    currency = _currency(_words(one.places[sign], lexed, lexicon), table)
    if currency is None or sign == "one":
        return Written("1", currency, None, one.first) if currency else None
    first, after = one.places["n" if sign == "sign" else "written"]
    for at in (first, *(at for at in range(first + 1, after) if _is_joined(lexed, at, lexicon))):
        words = _words((at, after), lexed, lexicon)
        if amount := table.numbers.read(words):
            scale = words[-1] if words[-1] in table.numbers.scales else None
            low = table.numbers.read(_words((first, at), lexed, lexicon)) if at > first else None
            return Written(amount, currency, scale, one.first if at == first else at, (first, at, low) if low else None)
    return None


def _is_joined(lexed: Lexed, at: int, lexicon: Lexicon) -> bool:
    return lexed.words[at - 1] in JOINING or joined_letters(lexed, at, lexicon) > 0


def _words(place: tuple[int, int], lexed: Lexed, lexicon: Lexicon) -> list[str]:
    """One with its scale joined to it, like 1.2bn, is two."""
    words = (plain_word(lexed, at, lexicon) for at in range(*place))
    parted = (SCALED.fullmatch(word) or word for word in words if word not in JOINING)
    return [part for one in parted for part in ([one] if isinstance(one, str) else one.groups())]


def _currency(words: Sequence[str], table: Money) -> str | None:
    said = "".join(words)
    return table.of.get(said) or table.of.get(said.replace("_", " ")) or table.of.get(said.upper())


def _bound(text: str, span: Span, paragraph: Span, before: Sequence[Sum], table: Money) -> tuple[str, Span | None]:
    left, places = _bare(text, max(paragraph.start, span.start - LOOK_BACK), span.start)
    if table.between.search(left):
        return "at_least", None
    if before and before[-1].bound_span is None and table.joins.match(text[before[-1].span.end : span.start]):
        return ("at_most" if before[-1].bound == "at_least" else EXACT), None
    right, further = _bare(text, span.end, min(paragraph.end, span.end + LOOK_BACK))
    for patterns, said, at in ((table.before, left, places), (table.after, right, further)):
        for bound, pattern in patterns:
            if match := pattern.search(said):
                begins = match.end() - len(match[0].lstrip(", "))
                return bound, Span(at[begins], at[begins + len(match[0].strip(", ")) - 1] + 1)
    return EXACT, None


def _bare(text: str, start: int, end: int) -> tuple[str, Sequence[int]]:
    """Without vowel signs, and where each letter stands."""
    said = text[start:end]
    if not VOWELS.search(said):
        return said, range(start, end)
    vowels = {vowel.start() for vowel in VOWELS.finditer(text, start, end)}
    return VOWELS.sub("", said), [at for at in range(start, end) if at not in vowels]
