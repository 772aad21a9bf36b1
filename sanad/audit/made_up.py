"""The mark of a database that holds made-up families only. It is an event, so nobody can take it away again."""

from datetime import datetime

from sanad.audit.models import Event
from sanad.audit.services import record

ACT, ON = "demo.begin", "demo:database"


def mark_as_made_up(*, at: datetime) -> None:
    """The first act of `sanad demo`, in a transaction of its own or of the demo."""
    record(act=ACT, on=ON, by=None, at=at)


def is_made_up() -> bool:
    return Event.objects.filter(on=ON, act=ACT).exists()
