"""English time expressions; a day that the text does not say is never filled in."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

from sanad.record.proposing.page import Moment, Span
from sanad.record.proposing.times import (
    FOUR_DIGITS,
    YEAR,
    Meaning,
    Read,
    Rule,
    Rules,
    day_of_month,
    full_date,
    moments_by,
)

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
)
WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
PART_OF_DAY = "(?: (?:morning|afternoon|evening|night))?"
ONES = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
]
NUMBERS = {word: number for number, word in enumerate([*ONES, "eighteen", "nineteen", "twenty"], start=1)}
NUMBERS |= {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90, "hundred": 100}
TENS = "(?:twenty|thirty|forty|fifty)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?"
COUNT = rf"(?:\d+|{TENS}|{'|'.join(NUMBERS)}|a few|few|several|some|a couple of)"
UNIT = "(?:minute|hour|day|night|week|fortnight|month|year|decade)s?"
ISO = {
    "minute": "PT{}M",
    "hour": "PT{}H",
    "day": "P{}D",
    "night": "P{}D",
    "week": "P{}W",
    "month": "P{}M",
    "year": "P{}Y",
}
SEASONS = "summer|winter|spring|autumn|night|weekend"
PATTERNS: tuple[tuple[str, str], ...] = (
    ("full", rf"(?:{WEEKDAY},? )?(?P<d>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<m>{MONTH})\.?,? (?P<y>{YEAR})"),
    ("full", rf"(?:{WEEKDAY},? )?(?P<m>{MONTH})\.? (?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y>{YEAR})"),
    ("iso", rf"(?P<y>{YEAR})-(?P<mm>\d\d)-(?P<d>\d\d)"),
    ("open", rf"(?P<to>since|until|starting in|from) (?:(?:early|late|mid)[ -])?(?:(?P<m>{MONTH}) )?(?P<y>{YEAR})"),
    ("month", rf"(?:(?:early|mid|late|the (?:beginning|end) of)[- ])?(?P<m>{MONTH})\.?,? (?P<y>{YEAR})"),
    ("day", rf"(?:{WEEKDAY},? )?(?P<d>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<m>{MONTH})"),
    ("day", rf"(?:{WEEKDAY},? )?(?P<m>{MONTH})\.? (?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?! ?[%$€£])"),
    ("no_end", r"until (?:further notice|then|now|recently)"),
    ("hours", rf"(?:an?|(?P<h>{COUNT})) hours? and (?P<n>{COUNT}) minutes?"),
    (
        "within",
        rf"(?:with)?in (?:the (?:next|coming|past|last) )?(?P<n>{COUNT})(?P<w> working| business| more)? (?P<u>{UNIT})",
    ),
    ("ago", rf"(?:about |just )?{COUNT} {UNIT} (?:ago|earlier|later)"),
    ("anchored", rf"(?:just )?{COUNT} {UNIT} (?:before|after) [^.,;:“”\"]{{3,60}}"),
    ("open", rf"(?P<to>since|until|starting in|from) (?P<m>{MONTH})"),
    (
        "length",
        (
            rf"(?:(?:for|over) )?(?P<time>(?P<n>{COUNT})(?: more| working| whole| full)?[- ]"
            rf"(?P<u>{UNIT})(?:[’']s?)?(?: worth)?)"
        ),
    ),
    ("length", r"(?:for )?(?P<time>an? (?P<u>fortnight))"),
    ("part", rf"(?:in )?(?P<time>(?P<p>early|mid|late)[- ](?P<y>{YEAR}))"),
    ("year", rf"(?P<y>{YEAR})(?![-–]\d|[,.]\d|s\b)"),
    ("relative", rf"(?:yesterday|today|tonight|tomorrow){PART_OF_DAY}"),
    (
        "relative",
        rf"(?:last|next|this|the (?:following|previous|past|coming)) (?:week|month|year|{SEASONS}|{WEEKDAY}|{MONTH})",
    ),
    (
        "relative",
        (
            r"(?:by |before )?(?P<time>(?:the )?(?:end|beginning|start|middle) of "
            r"(?:the|this|next|last) (?:week|month|year))"
        ),
    ),
    ("vague", r"in (?:recent|the coming|the past) (?:days|weeks|months|years)|in due course|soon|at once|recently"),
    ("relative", rf"(?:on )?(?P<time>{WEEKDAY}{PART_OF_DAY})"),
    ("alone", rf"(?:(?:in|by|before) )?(?P<time>(?P<m>{MONTH}))"),
    ("sequence", r"(?P<time>(?:As|Before|After) [^.,;:“”\"]{3,60})(?=,)|(?P<later>Later)(?=,)"),
)
SIZE = {"early": ("01", "03"), "mid": ("05", "08"), "late": ("10", "12")}


@cache
def _rules() -> Rules:
    flags = {rule: re.RegexFlag(0) if rule == "sequence" else re.IGNORECASE for rule, _ in PATTERNS}
    return [
        Rule(rule, re.compile(rf"(?<![\w$€£])(?:{pattern})(?!\w)", flags[rule]), _needs(pattern))
        for rule, pattern in PATTERNS
    ]


A_MONTH, A_UNIT = re.compile(MONTH), re.compile(UNIT, re.IGNORECASE)


def _needs(pattern: str) -> re.Pattern[str] | None:
    if "(?P<y>" in pattern:
        return FOUR_DIGITS
    if "(?P<m>" in pattern:
        return A_MONTH
    return A_UNIT if UNIT in pattern else None


def moments_of(text: str, article: str, paragraph: Span, published: date | None = None) -> list[Moment]:
    """Of one paragraph, in their order. `published` is the day of the page, where it says one."""
    return moments_by(_rules(), _means, text, article, paragraph, published)


def _means(read: Read, published: date | None) -> Meaning | None:
    month = read.parts.get("m", "")
    if month and not month[0].isupper():
        return None
    meaning = MEANINGS.get(read.rule)
    if meaning:
        return meaning(read)
    return Meaning(_exact_day(read.said, published), "relative")


def _month(read: Read) -> int:
    return MONTHS.index(read.parts["m"][:3].lower()) + 1


def _open(read: Read) -> Meaning:
    norm = "-".join(
        part for part in (read.parts.get("y", "XXXX"), f"{_month(read):02}" if "m" in read.parts else "") if part
    )
    return Meaning(f"../{norm}" if read.parts["to"].lower() == "until" else f"{norm}/..", "open-ended")


def _part(read: Read) -> Meaning:
    since, until = SIZE[read.parts["p"].lower()]
    return Meaning(f"{read.parts['y']}-{since}/{read.parts['y']}-{until}", "absolute")


def _length(read: Read) -> Meaning:
    if read.parts["u"].lower() == "fortnight":
        return Meaning("P2W", "duration")
    return Meaning(_duration(read.parts["n"], read.parts["u"]), "duration")


def _within(read: Read) -> Meaning:
    norm = None if "w" in read.parts else _duration(read.parts["n"], read.parts["u"])
    return Meaning(norm, "duration" if norm or "w" in read.parts else "vague")


def _hours(read: Read) -> Meaning:
    hours, minutes = _number(read.parts.get("h", "an")), _number(read.parts["n"])
    return Meaning(f"PT{hours}H{minutes}M" if hours and minutes else None, "duration")


MEANINGS: dict[str, Callable[[Read], Meaning]] = {
    "full": lambda read: Meaning(full_date(read.parts["y"], _month(read), read.parts["d"]), "absolute", 0.97),
    "iso": lambda read: Meaning(full_date(read.parts["y"], int(read.parts["mm"]), read.parts["d"]), "absolute", 0.97),
    "month": lambda read: Meaning(f"{read.parts['y']}-{_month(read):02}", "absolute", 0.97),
    "day": lambda read: Meaning(day_of_month(_month(read), read.parts["d"]), "absolute", 0.9),
    "alone": lambda read: Meaning(f"XXXX-{_month(read):02}", "absolute"),
    "year": lambda read: Meaning(read.parts["y"], "absolute", 0.9),
    "open": _open,
    "part": _part,
    "length": _length,
    "hours": _hours,
    "within": _within,
    "no_end": lambda _: Meaning(None, "open-ended"),
    "vague": lambda _: Meaning(None, "vague"),
    "anchored": lambda _: Meaning(None, "sequence", 0.8),
    "sequence": lambda _: Meaning(None, "sequence", 0.75),
}


def _duration(count: str, unit: str) -> str | None:
    number, plain = _number(count.lower()), unit.lower().rstrip("s")
    return ISO[plain].format(number) if number and plain in ISO else None


def _number(word: str) -> int | None:
    if word.isdigit():
        return int(word)
    tens, _, ones = word.replace("-", " ").partition(" ")
    if tens in NUMBERS and (not ones or ones in NUMBERS):
        return NUMBERS[tens] + (NUMBERS[ones] if ones else 0)
    return None


def _exact_day(said: str, published: date | None) -> str | None:
    """Only where the page says its day, and the expression is exact."""
    days = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}.get(said.split()[0])
    return (published + timedelta(days=days)).isoformat() if published and days is not None else None
