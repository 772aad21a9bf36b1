"""What happened, newest first: one line with a knot for each entry, as the look draws it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Happened:
    """One knot: `told` is said in the reader's language, `typed` is as somebody wrote it, `url` leads to the thing."""

    words: str | Promise
    knot: str
    at: datetime
    by: str
    reference: str = ""
    told: str | Promise = ""
    typed: str = ""
    url: str = ""


def newest_first(entries: Iterable[Happened]) -> list[Happened]:
    return sorted(entries, key=lambda entry: entry.at, reverse=True)
