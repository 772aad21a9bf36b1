"""What is common to time expressions of both languages: of what overlaps the longest rule goes first."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from sanad.record.proposing.page import Moment, Span
from sanad.record.proposing.places import Apart

YEAR = r"(?:1[89]|20)\d\d"
DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")
Parts = dict[str, str]


@dataclass(frozen=True, slots=True)
class Read:
    """What a rule read: `parts` are its named groups, with 0-9; `said` is the whole, in small letters."""

    rule: str
    span: Span
    said: str
    parts: Parts


@dataclass(frozen=True, slots=True)
class Meaning:
    """`norm` is EDTF or an ISO 8601 duration; None where the page does not say the day."""

    norm: str | None
    kind: str
    confidence: float = 0.85


FOUR_DIGITS = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Rule:
    """`needs`: a word that stands in every text in which the pattern can be found, so that most are not searched."""

    name: str
    pattern: re.Pattern[str]
    needs: re.Pattern[str] | None = None


Rules = Sequence[Rule]
Means = Callable[[Read, date | None], Meaning | None]


def moments_by(
    rules: Rules, means: Means, text: str, article: str, paragraph: Span, published: date | None
) -> list[Moment]:
    """`means` gives None where what was read is no time."""
    found, taken = list[tuple[Read, Meaning]](), Apart()
    needed = {rule.needs for rule in rules if rule.needs}
    missing = {needs for needs in needed if not needs.search(text, paragraph.start, paragraph.end)}
    for rule in rules:
        if rule.needs in missing:
            continue
        for match in rule.pattern.finditer(text, paragraph.start, paragraph.end):
            read = _read(rule.name, match)
            meaning = means(read, published) if not taken.meets(read.span) else None
            if meaning:
                taken.take(read.span)
                found.append((read, meaning))
    found.sort(key=lambda one: one[0].span)
    return [Moment(article, read.span, told.norm, told.kind, told.confidence) for read, told in found]


def _read(rule: str, match: re.Match[str]) -> Read:
    """The group `time`, where there is one, is the expression without what introduces it."""
    parts = {name: value.translate(DIGITS) for name, value in match.groupdict().items() if value is not None}
    start, end = match.span("time") if "time" in parts else match.span()
    return Read(rule, Span(start, end), match[0].lower(), parts)


def full_date(year: str, month: int, day: str) -> str:
    return f"{year}-{month:02}-{int(day):02}"


def day_of_month(month: int, day: str) -> str:
    return f"XXXX-{month:02}-{int(day):02}"
