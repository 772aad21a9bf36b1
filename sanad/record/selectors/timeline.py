"""What is dated of an event or of a page, in the order of time; the order of telling stands beside it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from sanad.record.days import Within, days_of
from sanad.record.models import Event, EventOrder, Statement, TextLayer
from sanad.record.selectors.standing import standing_statements


@dataclass(frozen=True, slots=True)
class Dated:
    """One of the two, with the day as the text gives it. `within` None: it stands nowhere on a calendar.

    `orders` are what is said, or concluded, of what came before it.
    """

    statement: Statement | None
    event: Event | None
    when: str
    basis: str
    within: Within | None
    orders: Sequence[EventOrder] = ()


def events_told() -> QuerySet[Event]:
    return Event.objects.order_by("-pk")


def timeline_of_event(event: Event) -> list[Dated]:
    """The event with its parts, and what is said at it or told about it."""
    events = [event, *event.parts.order_by("pk")]
    at_it = Q(event__in=events) | Q(account__about__in=events)
    return _in_time(events, _statements(at_it))


def timeline_of_page(layer: TextLayer) -> list[Dated]:
    """What the page says, and the events at which that was said."""
    statements = list(_statements(Q(content__layer=layer)))
    events = {one.event.pk: one.event for one in statements if one.event}
    return _in_time(events.values(), statements)


def _statements(wanted: Q) -> QuerySet[Statement]:
    found = standing_statements().filter(wanted).select_related("content__layer", "speaker", "event", "account__work")
    return found.order_by("account", "narrative_no", "pk")


def _in_time(events: Iterable[Event], statements: Iterable[Statement]) -> list[Dated]:
    """By the first day that may be meant; what has none comes last, in the order of telling."""
    told = list(statements)
    before = _orders([one.pk for one in told])
    found = [
        *(Dated(None, one, one.when, one.when_basis, days_of(one.when)) for one in events),
        *(Dated(one, None, one.when, one.when_basis, days_of(one.when), before.get(one.pk, ())) for one in told),
    ]
    return sorted(found, key=_place)


def _place(one: Dated) -> tuple[bool, date, date]:
    if one.within is None:
        return True, date.min, date.max
    return False, one.within.first or date.min, one.within.last or date.max


def _orders(statements: Collection[int]) -> dict[int, list[EventOrder]]:
    found: dict[int, list[EventOrder]] = {}
    rows = EventOrder.objects.filter(then__in=statements).select_related("first__statement").order_by("pk")
    for one in rows:
        found.setdefault(one.then_id, []).append(one)
    return found
