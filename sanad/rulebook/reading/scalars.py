"""Plain scalars: what they are, and which are refused since they could be read in two ways."""

import re
from datetime import date
from decimal import Decimal

from sanad.rulebook.reading.caps import shown

Scalar = str | int | Decimal | bool | date
MOST_DIGITS = 28  # as many as Decimal keeps when it shifts or adds

_WHOLE = re.compile(r"-?(0|[1-9][0-9]*(_[0-9]+)*)", re.ASCII)
_FRACTION = re.compile(r"-?(0|[1-9][0-9]*(_[0-9]+)*)\.[0-9]+(_[0-9]+)*", re.ASCII)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_LIKE_A_NUMBER = re.compile(
    r"[-+.]?\d[-\d_.,:+\u066b\u066c]*|[-+]?(\d[\d_]*\.?[\d_]*|\.\d[\d_]*)[eE][-+]?\d+|[-+]?0[xXoObB][\da-fA-F_]+"
    r"|[-+]?\.(inf|nan)|\d{4}-\d{1,2}-\d{1,2}([tT]|\s+)\d.*",
    re.IGNORECASE,
)
_TWO_WAYS = {"true", "false", "yes", "no", "on", "off", "y", "n"}
_NOTHING = {"", "~", "null"}


class Ambiguous(Exception):
    """The scalar could be read in two ways; `code`, `message` and `todo` say so."""

    def __init__(self, code: str, message: str, todo: str) -> None:
        super().__init__(message)
        self.code, self.message, self.todo = code, message, todo


def read_plain(text: str) -> Scalar:
    """An unquoted scalar: true, false, an exact number, an ISO date or text. Raises Ambiguous."""
    if text in ("true", "false"):
        return text == "true"
    if _DAY.fullmatch(text):
        return _day(text)
    if _WHOLE.fullmatch(text) or _FRACTION.fullmatch(text):
        return _number(text)
    _refuse_two_ways(text)
    return text


def read_key(text: str) -> Scalar:
    """As `read_plain`, but `on` is a key of worked cases."""
    return text if text == "on" else read_plain(text)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Ambiguous(
            "no_such_day", f"There is no day `{text}`.", "Write year-month-day, as `2016-09-26`."
        ) from error


def _number(text: str) -> int | Decimal:
    digits = text.replace("_", "")
    if len(digits) > MOST_DIGITS:
        message = f"The number {shown(text)} has more than {MOST_DIGITS} digits."
        raise Ambiguous("number_too_long", message, "Write a shorter number, or put it in quotes if it is text.")
    number: int | Decimal = Decimal(digits) if "." in digits else int(digits)
    return number or 0  # -0.0 is 0


def _refuse_two_ways(text: str) -> None:
    if text.lower() in _NOTHING:
        todo = "Write a value, or leave the whole line out; within braces a text with a comma needs quotes."
        raise Ambiguous("empty", "There is no value here.", todo)
    if text.lower() in _TWO_WAYS:
        todo = f'Write `true` or `false` for a boolean, or `"{text}"` in quotes for text.'
        raise Ambiguous("two_ways", f"`{text}` could be read in two ways.", todo)
    if text in ("<<", "="):
        raise Ambiguous("merge_key", f"`{text}` is not read here.", "Write the lines out.")
    if _LIKE_A_NUMBER.fullmatch(text):
        todo = f'Write a number as `1_000` or `0.5`, a date as `2016-09-26`, or text in quotes: `"{shown(text)}"`.'
        raise Ambiguous("two_ways", f"`{shown(text)}` could be read in two ways.", todo)
