"""The mark of a database that holds made-up families only. It is an event, so nobody can take it away again."""

from datetime import datetime

from django.db import transaction

from sanad.audit.built_once import built_once
from sanad.audit.models import Event
from sanad.audit.services import record

ACT, WHOLE, ON = "demo.begin", "demo.end", "demo:database"


def mark_as_made_up(*, at: datetime) -> None:
    """The first act of `sanad demo`, in a transaction of its own or of the demo."""
    record(act=ACT, on=ON, by=None, at=at)


_begun = built_once(lambda: Event.objects.filter(on=ON, act=ACT).values_list("pk")[:1])


def is_made_up() -> bool:
    return bool(_begun())


@transaction.atomic
def mark_as_whole(*, at: datetime) -> None:
    """The last act of `sanad demo`: what was built before it is whole."""
    record(act=WHOLE, on=ON, by=None, at=at)


def is_whole() -> bool:
    return Event.objects.filter(on=ON, act=WHOLE).exists()
