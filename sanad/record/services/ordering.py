"""In which order things were said, as far as the text says or a person concludes; apart from the order of telling."""

from collections.abc import Iterable

from sanad.record.kinds import Basis, Order
from sanad.record.log import By, writing
from sanad.record.models import EventOrder, Place, Statement
from sanad.record.ranking import GoesInACircle, raised
from sanad.record.refusals import RecordRefused
from sanad.record.spans import At, span_at

IN_TIME = (Order.BEFORE, Order.REPLIES_TO)
"""A reply is after what it answers."""


def order(
    first: Statement, relation: Order, then: Statement, by: By, *, evidence: At | None = None, why: str = ""
) -> EventOrder:
    """`evidence` is where the text says so; without it `why` says how a person concluded it.

    Raises RecordRefused: order_says_neither, goes_in_a_circle.
    """
    if (evidence is None) == (not why):
        raise RecordRefused("order_says_neither", statement=first.pk)
    with writing("record.order", by) as written:
        if relation in IN_TIME:
            _make_room(first.pk, then.pk)
        made = written.put(
            EventOrder(
                first_id=first.pk,
                then_id=then.pk,
                relation=relation,
                basis=Basis.STATED if evidence else Basis.INFERRED,
                evidence=span_at(written, evidence),
                why=why,
            )
        )
        written.named(made)
    return made


def _make_room(first: int, then: int) -> None:
    held = {one.pk: one.rank for one in Place.objects.select_for_update().filter(pk__in=[first, then])}
    try:
        grown = raised(first, held[first], then, held[then], _later)
    except GoesInACircle as circle:
        raise RecordRefused("goes_in_a_circle", first=first, then=then) from circle
    for place, rank in grown.items():
        Place.objects.filter(pk=place).update(rank=rank)


def _later(places: Iterable[int]) -> Iterable[tuple[int, int, int]]:
    orders = EventOrder.objects.filter(first__in=list(places), relation__in=IN_TIME)
    return orders.values_list("first_id", "then_id", "then__rank")
