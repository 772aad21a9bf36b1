"""What one act says in public: whose words they are, in both languages, and what is promised in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sanad.outcomes.linking import About
from sanad.record.kinds import Act, Bound, Strength

Words = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Speaks:
    """An office or a donor; `code` is its own, so that it is one agent of the record."""

    code: str
    names: Words


@dataclass(frozen=True, slots=True)
class Promised:
    """`about` is what it can be held against; `day` is the day for which it is promised, where one is named."""

    text: Words
    act: Act
    strength: Strength
    about: About
    day: date | None = None
    amount: int | None = None
    currency: str = ""
    bound: Bound | str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """`is_own`: in the speaker's own words; else what we noted of them, with `source`."""

    speaks: Speaks
    headline: Words
    words: Words
    reference: str
    is_own: bool = True
    promised: Promised | None = None
