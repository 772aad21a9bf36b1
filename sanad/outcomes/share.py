"""The share kept: how many commitments were made, are due, and what people say and the ledger shows of those that are
due. PURE: no database and no clock. The two are counted apart, and no sum is made of both.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sanad.record.days import days_of
from sanad.record.ledger_column import Held

NOTHING_SAID = ""
"""In the place of a word of `Came`: nobody said what came of it."""
NOT_ASKED = ""
"""In the place of a word of `Held`: nobody has said what it is about, so that the ledger is not asked."""


class When(StrEnum):
    """Whether the day for which it was promised has passed, as of the day of the position."""

    DUE = "due"
    NOT_DUE = "not_due"
    NO_DAY = "no_day"


@dataclass(frozen=True, slots=True)
class One:
    """A commitment as it is counted. `said` is a word of `Came`, `held` one of `Held`, or nothing.

    `is_made_up`: what the ledger shows of it is the ledger of a demo. `few`: the families that it is about, where they
    are too few to be told of; nobody where it is about many, or about nobody in particular.
    """

    key: int
    speaker: str
    source: str
    when: When
    said: str = NOTHING_SAID
    held: str = NOT_ASKED
    is_made_up: bool = False
    few: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Share:
    """`made` is `due`, `not_due` and `no_day` together. Of those that are due, `said` counts by what people say, `held`
    by what the ledger shows, and `made_up` those of which only the ledger of a demo shows something: what it shows is
    counted nowhere. `already` counts those that are not due, or name no day, and that the ledger shows all the same.
    """

    made: int
    due: int
    not_due: int
    no_day: int
    said: Mapping[str, int]
    held: Mapping[str, int]
    made_up: int
    already: int


def when_of(due: str, on: date) -> When:
    """`due` as the text gives it (EDTF): even the last day that it allows has to have gone by."""
    within = days_of(due)
    if within is None or within.last is None:
        return When.NO_DAY
    return When.DUE if within.last < on else When.NOT_DUE


def together(shown: Iterable[str]) -> str:
    """What several questions to the ledger show of one commitment: one that cannot tell says nothing, and where the
    others differ, part of it is there.
    """
    told = {*shown}
    found = told - {Held.CANNOT_TELL}
    if not found:
        return Held.CANNOT_TELL if told else NOT_ASKED
    return found.pop() if len(found) == 1 else Held.PARTLY


def share_of(ones: Iterable[One]) -> Share:
    counted = list(ones)
    times = Counter(one.when for one in counted)
    due = [one for one in counted if one.when == When.DUE]
    real = [one for one in due if not one.is_made_up]
    return Share(
        made=len(counted),
        due=times[When.DUE],
        not_due=times[When.NOT_DUE],
        no_day=times[When.NO_DAY],
        said=Counter(one.said for one in due),
        held=Counter(one.held for one in real),
        made_up=len(due) - len(real),
        already=sum(one.when != When.DUE and one.held == Held.AGREES and not one.is_made_up for one in counted),
    )


def shares_by(ones: Iterable[One], group: Callable[[One], str]) -> dict[str, Share]:
    """In the order of the groups' names."""
    parts: dict[str, list[One]] = {}
    for one in ones:
        parts.setdefault(group(one), []).append(one)
    return {name: share_of(parts[name]) for name in sorted(parts)}


def open_and_few(ones: Iterable[One]) -> tuple[Sequence[One], Sequence[One]]:
    """Those that may be told of one by one, and those that are about few families."""
    counted = list(ones)
    return [one for one in counted if not one.few], [one for one in counted if one.few]
