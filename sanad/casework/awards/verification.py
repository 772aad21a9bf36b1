"""Holds the awards of issued rounds against the hash that was sealed when they were issued."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from sanad.audit.merkle import merkle_root
from sanad.audit.models import Event
from sanad.casework.awards.leaves import leaf
from sanad.casework.awards.models import Award, Round, State

AT_ONCE = 5_000
COLUMNS = (
    *("claim__number", "version", "outcome", "reasons", "currency", "net", "due_now", "queue_place", "money_ahead"),
)


@dataclass(frozen=True, slots=True)
class WrongAwards:
    """A round whose awards are not those that were issued: how many there are, and how many were."""

    round: str
    found: int
    issued: int


def verify_awards() -> Iterator[WrongAwards]:
    """Issued rounds whose awards were changed, added to or taken from."""
    for round_ in Round.objects.filter(state=State.ISSUED).select_related("programme").order_by("pk"):
        event = Event.objects.filter(act="round.issue", on=f"round:{round_.reference}").first()
        leaves = list(_leaves(round_))
        if event is None or (event.rows, event.root) != (len(leaves), merkle_root(leaves)):
            yield WrongAwards(round_.reference, len(leaves), (event.rows or 0) if event else 0)


def _leaves(round_: Round) -> Iterator[bytes]:
    rows = Award.objects.filter(round=round_).order_by("pk").values_list(*COLUMNS)
    for number, version, outcome, reasons, *sums in rows.iterator(chunk_size=AT_ONCE):
        yield leaf(number, version, outcome, json.dumps(reasons), *sums)
