"""What waits for somebody: lists of work, each with its number, its first lines and the way to the rest."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.utils.functional import Promise

from sanad.web.shared.requests import StaffRequest

FIRST = 5


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that waits: where it opens, what it is called, its number, and since when or until when."""

    url: str
    words: object
    reference: str = ""
    more: object = ""


@dataclass(frozen=True, slots=True)
class List:
    """`state` is one of the look's five; `url` leads to all of them."""

    title: str | Promise
    count: int
    state: str
    url: str = ""
    lines: list[Line] = field(default_factory=list)


Lists = Callable[[StaffRequest], list[List]]
"""What a subject of the office gives to the start page: its lists for this person, without empty ones."""
