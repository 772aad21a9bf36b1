"""Most families were told by somebody of danger and halts; a few nobody has reached yet."""

from collections import defaultdict
from datetime import timedelta

from sanad.casework.notices.models import Channel, Notice
from sanad.casework.notices.services import mark_told
from sanad.casework.notices.words import URGENT
from sanad.demo.plan import Plan, weighted
from sanad.demo.staff import Staff

WAYS: tuple[tuple[Channel | None, int], ...] = (
    (Channel.MESSAGE, 60),
    (Channel.DESK, 25),
    (Channel.LETTER, 10),
    (None, 5),
)


def tell_most(plan: Plan, staff: Staff) -> None:
    """Of what was written until three days ago."""
    waiting = Notice.objects.filter(kind__in=URGENT, sent_at=None, written_at__lt=plan.ago(3)).order_by("pk")
    ways: dict[Channel, list[int]] = defaultdict(list)
    for household, pk in waiting.values_list("household__reference", "pk"):
        way = weighted(plan.dice(f"told {household}"), WAYS)
        if way:
            ways[way].append(pk)
    for hours, (way, notices) in enumerate(sorted(ways.items())):
        at = plan.ago(2) + timedelta(hours=hours)
        mark_told(notices=notices, by_way_of=way, by=staff["caseworker"], at=at)
