"""What a list of places says, before anything is written: the places, and what is wrong with the list."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Origin:
    """A source as a list names it."""

    code: str
    title: str
    publisher: str
    published: date | None = None
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Proposed:
    """One place as the list gives it. `names` by language, the main one first; `within` by hierarchy."""

    code: str
    kind: str
    names: Mapping[str, tuple[str, ...]]
    within: Mapping[str, str] = field(default_factory=dict)
    point: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with one row: `code` says what, `row` where; the place is kept unless `is_left_out`."""

    code: str
    file: str
    row: str
    is_left_out: bool


@dataclass(frozen=True, slots=True)
class Proposal:
    """A list as it was read: each of its `rows` became a place or a fault that is left out.

    `implied` are places that no row is about, such as the country: rows name them as what is around them.
    """

    origin: Origin
    rows: int
    places: tuple[Proposed, ...]
    implied: tuple[Proposed, ...]
    faults: tuple[Fault, ...]

    def __post_init__(self) -> None:
        left_out = sum(fault.is_left_out for fault in self.faults)
        if self.rows != len(self.places) + left_out:
            raise RowsAreLost(self.rows, len(self.places), left_out)

    @property
    def counts(self) -> dict[str, int]:
        """How often each fault was found."""
        return dict(sorted(Counter(fault.code for fault in self.faults).items()))


class RowsAreLost(Exception):
    """Places and rows left out are not the rows that were read: report this fault."""
