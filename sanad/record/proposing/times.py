"""What is common to time expressions of both languages: of what overlaps the rule that stands first goes first."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from sanad.record.proposing.grammars import grammar
from sanad.record.proposing.lexicon import Lexed, Lexicon
from sanad.record.proposing.page import Article, Moment, Span
from sanad.record.proposing.scanning import Scanned, Scanner
from sanad.record.proposing.tables import table_of

DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")
Parts = Mapping[str, str]


class Read(NamedTuple):
    """What a rule read: `parts` are the words of its named groups, with 0-9."""

    rule: str
    span: Span
    parts: Parts


class Meaning(NamedTuple):
    """`norm` is EDTF or an ISO 8601 duration; None where the page does not say the day."""

    norm: str | None
    kind: str
    confidence: float = 0.85


Means = Callable[[Read], Meaning]


@dataclass(frozen=True, slots=True)
class Calendar:
    """The words of times made ready: numbers of months, of counts, and units as ISO 8601 has them."""

    months: Mapping[str, int]
    numbers: Mapping[str, int]
    units: Mapping[str, str]
    rules: Scanner


@cache
def calendar(language: str) -> Calendar:
    told, known = table_of(f"times_{language}"), grammar(language)
    return Calendar(
        {_plain(name, known.lexicon): number for number, name in _numbered(told["months"])},
        {_plain(name, known.lexicon): number for name, number in told["numbers"].items()},
        {_plain(name, known.lexicon): iso for iso, names in told["units"].items() for name in names},
        Scanner([(rule["rule"], known.pattern(rule["of"])) for rule in told["rules"]]),
    )


def _numbered(months: Iterable[Sequence[str]]) -> Iterator[tuple[int, str]]:
    return ((number, name) for number, names in enumerate(months, start=1) for name in names)


def _plain(word: str, lexicon: Lexicon) -> str:
    folded = lexicon.fold(word) if lexicon.fold else word
    return folded.replace(" ", "_").lower()


def moments_by(language: str, means: Means, lexed: Lexed, articles: Sequence[Article]) -> list[Moment]:
    """Those of headlines, paragraphs and captions; one of a caption is marked: it dates a picture and no event."""
    lexicon = grammar(language).lexicon
    read = (_read(one, lexed, lexicon) for one in calendar(language).rules.over(lexed.kinds))
    return list(_placed([(one.span, means(one)) for one in read], lexed.text, articles))


def _placed(found: Sequence[tuple[Span, Meaning]], text: str, articles: Sequence[Article]) -> Iterator[Moment]:
    """Each with its article; of a caption that is printed again only the first counts."""
    captions = {span.of(text): (span, one.id, True) for one in articles for span in reversed(one.captions)}
    body = [(span, one.id, False) for one in articles for span in (one.headline, *one.paragraphs) if span]
    places = sorted([*captions.values(), *body])
    at = 0
    for span, told in found:
        while at < len(places) and places[at][0].end < span.end:
            at += 1
        if at < len(places) and places[at][0].holds(span):
            _, article, in_caption = places[at]
            yield Moment(article, span, told.norm, told.kind, told.confidence, in_caption)


def _read(one: Scanned, lexed: Lexed, lexicon: Lexicon) -> Read:
    """The group `time`, where there is one, is the expression without what introduces it; letters that are joined to
    its first word are no part of it.
    """
    parts = {name: plain_word(lexed, first, lexicon) for name, (first, _) in one.places.items()}
    first, after = one.places.get("time", (one.first, one.after))
    span = lexed.span(first, after)
    return Read(one.name, Span(span.start + joined_letters(lexed, first, lexicon), span.end), parts)


def plain_word(lexed: Lexed, at: int, lexicon: Lexicon) -> str:
    """As the tables have it."""
    return lexicon.unjoined(lexed.words[at])[1].translate(DIGITS).lower()


def joined_letters(lexed: Lexed, at: int, lexicon: Lexicon) -> int:
    """How many letters at the beginning of a word are another word joined to it, like و and ب."""
    if lexicon.fold is None:
        return 0
    said = lexed.words[at]
    plain, short = lexicon.unjoined(said)
    gone, letters = len(plain) - len(short), 0
    while gone:
        gone -= bool(lexicon.fold(said[letters]))
        letters += 1
    while letters and letters < len(said) and not lexicon.fold(said[letters]):
        letters += 1
    return letters


SIZED = re.compile(r"(PT?)(\d+)([A-Z])")


def duration(unit: str, count: int) -> str:
    """So many of a unit, which is an ISO 8601 duration itself: of `P10Y` and 2, `P20Y`."""
    return SIZED.sub(lambda size: f"{size[1]}{int(size[2]) * count}{size[3]}", unit)


def full_date(year: str, month: int, day: str) -> str:
    return f"{year}-{month:02}-{int(day):02}"


def day_of_month(month: int, day: str) -> str:
    return f"XXXX-{month:02}-{int(day):02}"
