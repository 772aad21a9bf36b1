"""Time expressions, each as EDTF or an ISO 8601 duration; a day that the text does not say is never filled in."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from sanad.record.proposing.page import Moment, Span

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug", "september sept sep",
            "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
NUMBERS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen "
        "twenty".split()
    )
} | {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90, "hundred": 100}
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
WEEKDAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
COUNT = rf"(?:\d+|(?:twenty|thirty|forty|fifty)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|{'|'.join(NUMBERS)}|few|several|couple of|a few|some)"
UNIT = "(?:minute|hour|day|night|week|fortnight|month|year|decade|century|centurie)s?"
YEAR = r"(?:1[89]|20)\d\d"
LARGE = "M" * 0
ENGLISH: tuple[tuple[str, str], ...] = (
    ("full", rf"(?:{WEEKDAY},? )?(?P<d>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<m>{MONTH})\.?,? (?P<y>{YEAR})"),
    ("full", rf"(?:{WEEKDAY},? )?(?P<m>{MONTH})\.? (?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y>{YEAR})"),
    ("iso", rf"(?P<y>{YEAR})-(?P<mm>\d\d)-(?P<d>\d\d)"),
    ("month", rf"(?:(?P<part>early|mid|late|the (?:beginning|end) of)[- ])?(?P<m>{MONTH})\.?,? (?P<y>{YEAR})"),
    ("day", rf"(?:{WEEKDAY},? )?(?P<d>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<m>{MONTH})\b"),
    ("day", rf"(?:{WEEKDAY},? )?(?P<m>{MONTH})\.? (?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?! ?[%$€£])"),
    ("until", r"until (?:further notice|then|now|recently)"),
    ("hours", rf"(?:an?|{COUNT}) hours? and (?P<n>{COUNT}) minutes?"),
    ("within", rf"(?:with)?in (?:the (?:next|coming|past|last) )?{COUNT}(?: working| calendar| business| more)? {UNIT}"),
    ("ago", rf"(?:about |some |more than |just )?{COUNT} {UNIT} (?:ago|earlier|later|before|after)\b(?: [^.,;:“”\"]{{3,70}})?"),
    ("span", rf"(?:starting|beginning|from|since) (?:in |on )?(?:early |late |mid-)?(?:{MONTH})(?: {YEAR})?"),
    ("since", rf"(?:since|until|till|by|before|after) (?P<y>{YEAR})"),
    ("length", rf"(?:for )?(?:the (?:past|last|next|first) )?(?P<n>{COUNT})(?: more| working| whole| full)?[- ](?P<u>{UNIT})(?:[’']s?)?(?: worth)?"),
    ("fortnight", r"(?:a|the) fortnight"),
    ("part", rf"(?:(?:in )?(?P<part>early|mid|late)[- ])(?P<y>{YEAR})"),
    ("year", rf"(?:in )?(?P<y>{YEAR})\b(?![-–]\d|[,.]\d|s)"),
    ("relative", rf"(?:yesterday|today|tonight|tomorrow)(?: (?:morning|afternoon|evening|night))?"),
    ("relative", rf"(?:earlier |later )?(?:last|next|this|the (?:following|previous|past|coming)) (?:week|month|year|summer|winter|spring|autumn|night|weekend|{WEEKDAY}|{MONTH})"),
    ("relative", rf"(?:by |before )?(?:the )?(?:end|beginning|start|middle) of (?:the|this|next|last) (?:week|month|year)"),
    ("vague", r"in (?:recent|the coming|the past) (?:days|weeks|months|years)|in due course|soon|at once|recently"),
    ("weekday", rf"(?:on )?{WEEKDAY}(?: (?:morning|afternoon|evening|night))?"),
    ("month_alone", rf"(?:(?:since|in|by|before|until|starting in|from) )?(?P<m>{MONTH})\b"),
    ("sequence", r"(?:As|Before|After|When|Once) [A-Z]?[^.,;:“”\"]{3,60}(?=,)|Later(?=,)|Afterwards?(?=,)"),
)  # fmt: skip
CASED = frozenset(
    ("may", "march", "mar", "jan", "dec", "sun", "sep", "sept", "oct", "nov", "jun", "jul", "aug", "apr", "feb")
)
ISO = {
    "minute": "PT{}M",
    "hour": "PT{}H",
    "day": "P{}D",
    "night": "P{}D",
    "week": "P{}W",
    "fortnight": "P2W",
    "month": "P{}M",
    "year": "P{}Y",
    "decade": "P{}0Y",
    "century": "P{}00Y",
}
COMPILED = [
    (name, re.compile(rf"(?<![\w$€£]){pattern}(?!\w)", re.IGNORECASE if name != "sequence" else 0))
    for name, pattern in ENGLISH
]


def moments_of(text: str, article: str, paragraph: Span, published: date | None = None) -> list[Moment]:
    """The longest of what overlaps, in their order."""
    found: list[tuple[Span, str, re.Match[str]]] = []
    for name, pattern in COMPILED:
        for match in pattern.finditer(text, paragraph.start, paragraph.end):
            span = _trimmed(text, name, match)
            if (
                span
                and not any(span.start < other.end and other.start < span.end for other, _, _ in found)
                and _is_time(name, match)
            ):
                found.append((span, name, match))
    return [
        _moment(article, span, name, match, published) for span, name, match in sorted(found, key=lambda one: one[0])
    ]


def _trimmed(text: str, name: str, match: re.Match[str]) -> Span | None:
    """Without the preposition before a plain date."""
    start = match.start()
    said = match[0].lower()
    if name in ("year", "month_alone", "weekday", "part") and said.startswith(("in ", "on ", "by ", "from ")):
        start += said.index(" ") + 1
    return Span(start, match.start() + len(match[0].rstrip()))


def _is_time(name: str, match: re.Match[str]) -> bool:
    """`may` and `march` are months where they are written large."""
    month = match.groupdict().get("m")
    return not (month and month.lower() in CASED and not month[0].isupper())


def _moment(article: str, span: Span, name: str, match: re.Match[str], published: date | None) -> Moment:
    parts = match.groupdict()
    if name in ("full", "iso"):
        month = MONTHS[parts["m"].lower()] if parts.get("m") else int(parts["mm"])
        return Moment(article, span, f"{parts['y']}-{month:02}-{int(parts['d']):02}", "absolute", 0.97)
    if name == "month":
        return Moment(article, span, f"{parts['y']}-{MONTHS[parts['m'].lower()]:02}", "absolute", 0.97)
    if name == "day":
        return Moment(article, span, f"XXXX-{MONTHS[parts['m'].lower()]:02}-{int(parts['d']):02}", "absolute", 0.9)
    if name == "month_alone":
        norm = f"XXXX-{MONTHS[parts['m'].lower()]:02}"
        is_open = match[0].lower().startswith(("since", "until", "starting", "from"))
        return Moment(article, span, norm, "open-ended" if is_open else "absolute", 0.85)
    if name == "year":
        return Moment(article, span, parts["y"], "absolute", 0.9)
    if name == "part":
        return Moment(article, span, _part_of_year(parts["part"].lower(), parts["y"]), "absolute", 0.85)
    if name in ("hours", "length", "fortnight"):
        return Moment(article, span, _duration(match[0].lower(), parts), "duration", 0.85)
    if name == "within":
        vague = re.search(r"few|several|some", match[0], re.IGNORECASE)
        return Moment(article, span, None, "vague" if vague else "duration", 0.85)
    if name == "relative":
        return Moment(article, span, _relative(match[0].lower(), published), "relative", 0.85)
    kinds = {
        "until": "open-ended",
        "since": "open-ended",
        "span": "open-ended",
        "ago": "relative",
        "weekday": "relative",
        "vague": "vague",
        "sequence": "sequence",
    }
    return Moment(article, span, None, kinds[name], 0.8)


def _part_of_year(part: str, year: str) -> str:
    return f"{year}-{'01' if part == 'early' else '05' if part == 'mid' else '10'}/{year}-{'03' if part == 'early' else '08' if part == 'mid' else '12'}"


def _duration(said: str, parts: dict[str, str | None]) -> str | None:
    if "fortnight" in said:
        return "P2W"
    if " and " in said and "hour" in said:
        hours, _, minutes = said.partition(" and ")
        first, second = _number(hours.split()[0]), _number(minutes.split()[0])
        return f"PT{first}H{second}M" if first and second else None
    number, unit = _number(parts.get("n") or ""), (parts.get("u") or "").rstrip("s")
    return ISO[unit].format(number) if number and unit in ISO else None


def _number(word: str) -> int | None:
    if word.isdigit():
        return int(word)
    tens, _, ones = word.replace("-", " ").partition(" ")
    if tens in NUMBERS and (not ones or ones in NUMBERS):
        return NUMBERS[tens] + (NUMBERS[ones] if ones else 0)
    return None


def _relative(said: str, published: date | None) -> str | None:
    """Only where the page says its day, and the expression is exact."""
    days = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
    first = said.split()[0]
    return (published + timedelta(days=days[first])).isoformat() if published and first in days else None
