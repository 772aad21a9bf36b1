"""The typed tree: what interpreter, batch and words all read. Scales are explicit, so no engine has to decide any."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Literal

from sanad.engine.rules.declared import Rounding
from sanad.engine.rules.types import Type, Value


@dataclass(frozen=True, slots=True)
class Const:
    type: Type
    value: Value


@dataclass(frozen=True, slots=True)
class Fact:
    """A field of the row's own level or of one above it."""

    type: Type
    name: str
    level: str


@dataclass(frozen=True, slots=True)
class Ref:
    """A definition of the row's own level or of one above it."""

    type: Type
    name: str
    level: str


AWARDED = "awarded"
"""What a line brings after its cap, the ceilings and the deductions."""


UNITS, RATE = "units", "rate"
"""The units of one payment, and what one of them is worth on its day."""


@dataclass(frozen=True, slots=True)
class Result:
    """A result of the claim: an order of payment may read `net`, `due_now`, a line; an instalment AWARDED."""

    type: Type
    name: str


GRANTED = "granted"


@dataclass(frozen=True, slots=True)
class Granted:
    """What a claim is granted by itself and among its rivals; absent while that is not decided."""

    type: Type


@dataclass(frozen=True, slots=True)
class RoundDate:
    type: Type


@dataclass(frozen=True, slots=True)
class Identifier:
    """The id of the row's own thing; a sort key only."""

    type: Type
    level: str


@dataclass(frozen=True, slots=True)
class Lookup:
    """A dated value at the date `selector`, and for a table at `keys`."""

    type: Type
    value: str
    selector: "Node"
    keys: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class ByBands:
    """The part of `of` within each band of `table`, times the band's rate, added up.

    `table` lacks its last key and is never read by itself; its bands end at a scale coarser than `of` by `finer`.
    """

    type: Type
    table: Lookup
    of: "Node"
    finer: int


@dataclass(frozen=True, slots=True)
class Arith:
    type: Type
    op: Literal["+", "-", "*"]
    left: "Node"
    right: "Node"


@dataclass(frozen=True, slots=True)
class Rescale:
    """`of` times ten to the `power`: the same number at a finer scale."""

    type: Type
    of: "Node"
    power: int


@dataclass(frozen=True, slots=True)
class Abs:
    type: Type
    of: "Node"


@dataclass(frozen=True, slots=True)
class Compare:
    type: Type
    op: Literal["==", "!=", "<", "<=", ">", ">="]
    left: "Node"
    right: "Node"


@dataclass(frozen=True, slots=True)
class And:
    type: Type
    items: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Or:
    type: Type
    items: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Not:
    type: Type
    of: "Node"


@dataclass(frozen=True, slots=True)
class OneOf:
    type: Type
    of: "Node"
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class IfElse:
    type: Type
    condition: "Node"
    then: "Node"
    other: "Node"


@dataclass(frozen=True, slots=True)
class Share:
    """`of * part / whole`, rounded once to the scale of `of`; `wide` where 64 bits do not hold the way there."""

    type: Type
    of: "Node"
    part: "Node"
    whole: "Node"
    mode: Rounding
    wide: bool


@dataclass(frozen=True, slots=True)
class Round:
    """`of / divisor`, rounded, times `factor`: to a coarser scale, or to a multiple of a step."""

    type: Type
    of: "Node"
    divisor: int
    factor: int
    mode: Rounding


@dataclass(frozen=True, slots=True)
class Extreme:
    """The least or the greatest of several values; an absent one makes it absent."""

    type: Type
    op: Literal["min", "max"]
    items: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class DayCall:
    type: Type
    function: Literal["days_between", "months_between", "add_days", "add_months", "year", "month"]
    items: tuple["Node", ...]


CalendarFunction = Literal["add_working_days", "next_working_day", "previous_working_day", "working_days_between"]


@dataclass(frozen=True, slots=True)
class CalendarCall:
    """A count of working days by a calendar; outside the calendar there is no answer."""

    type: Type
    function: CalendarFunction
    calendar: str
    items: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Given:
    type: Type
    of: Fact | Granted


@dataclass(frozen=True, slots=True)
class Unknown:
    """No value: these facts would have to be others."""

    type: Type
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """`of`, which engines work out, told in words as a phrase about its parts; `over`: owner and member of a group."""

    type: Type
    of: "Node"
    phrase: str
    parts: tuple["Node", ...]
    over: tuple[str, str] | tuple[()] = ()


@dataclass(frozen=True, slots=True)
class SortKey:
    of: "Node"
    descending: bool


GroupOperator = Literal["count", "sum", "any", "all", "min", "max", "first", "before", "rank"]


@dataclass(frozen=True, slots=True)
class Group:
    """A total over the members (things of level `member`) of the row's thing of level `owner`.

    `of`, `where` and `by` are read in the member's scope. `otherwise` stands where no member counts.
    """

    type: Type
    op: GroupOperator
    owner: str
    member: str
    of: "Node | None"
    where: "Node | None"
    by: tuple[SortKey, ...]
    otherwise: Value | None


Node = (
    Const | Fact | Ref | Result | Granted | RoundDate | Identifier | Lookup | ByBands | Arith | Rescale | Abs | Compare
    | And | Or | Not | OneOf | IfElse | Share | Round | Extreme | DayCall | CalendarCall | Given | Group
    | Unknown | Told
)  # fmt: skip


def children(node: Node) -> Iterator[Node]:
    """The nodes directly below, those in a member's scope included."""
    for place in fields(node):
        part = getattr(node, place.name)
        for item in part if isinstance(part, tuple) else (part,):
            if isinstance(item, SortKey):
                yield item.of
            elif isinstance(item, _NODES):
                yield item


_NODES = (
    Const, Fact, Ref, Result, Granted, RoundDate, Identifier, Lookup, ByBands, Arith, Rescale, Abs, Compare, And, Or,
    Not, OneOf, IfElse, Share, Round, Extreme, DayCall, CalendarCall, Given, Group, Unknown, Told,
)  # fmt: skip


def walk(node: Node) -> Iterator[Node]:
    yield node
    for child in children(node):
        yield from walk(child)
