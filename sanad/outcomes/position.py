"""A place in the sealed chain: whatever is asked there, is asked of what was sealed until then and of nothing later."""

from dataclasses import dataclass
from datetime import date

from django.utils.timezone import localdate

from sanad.audit.models import Chain, Event


@dataclass(frozen=True, slots=True)
class Position:
    """`digest` is that of the event at `number`; `on` the day of that event, by which a check knows what is overdue."""

    number: int
    digest: str
    on: date


class NothingSealed(Exception):
    """The chain is empty, so that there is nothing to ask."""


class UnknownPosition(Exception):
    """No event with this number was sealed."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def position_of(number: int) -> Position:
    """Raises UnknownPosition."""
    event = Event.objects.filter(number=number).only("number", "digest", "at").first()
    if event is None:
        raise UnknownPosition(number)
    return Position(number, event.digest or "", localdate(event.at))


def last_position() -> Position:
    """Raises NothingSealed."""
    head = Chain.objects.filter(pk=1, length__gt=0).first()
    if head is None:
        raise NothingSealed
    return position_of(head.length)
