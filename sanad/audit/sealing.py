"""The sealer: numbers and chains what is committed. One at a time, outside of the acts, so that no act waits for it."""

from datetime import datetime

from django.db import connection, transaction

from sanad.audit.chaining import NOTHING_BEFORE, Content, digest_of
from sanad.audit.models import Chain, Event

AT_ONCE = 10_000
COLUMNS = ("at", "act", "on", "by_id", "facts", "rows", "root")
SEAL = "UPDATE audit_event SET number = %s, digest = %s, sealed_at = %s WHERE id = %s AND number IS NULL"


@transaction.atomic
def seal_pending(*, at: datetime, most: int = AT_ONCE) -> int:
    """Number and chain events that are committed and have no number yet; how many were sealed.

    Events of transactions that commit later get later numbers, so that a number once given never gets company below it.
    """
    head = _locked_head()
    waiting = Event.objects.filter(number=None).order_by("id").values_list("id", *COLUMNS)[:most]
    number, digest, sealed = head.length, head.digest, []
    for event, *content in waiting:
        number += 1
        digest = digest_of(number, Content(*content), digest)
        sealed.append((number, digest, at, event))
    with connection.cursor() as cursor:
        cursor.executemany(SEAL, sealed)
    Chain.objects.filter(pk=head.pk).update(length=number, digest=digest)
    return len(sealed)


def seal_all(*, at: datetime) -> int:
    """Seal until nothing waits."""
    total = 0
    while sealed := seal_pending(at=at):
        total += sealed
    return total


def _locked_head() -> Chain:
    """The head, held by this transaction: an update of the row keeps a second sealer waiting on both databases."""
    Chain.objects.get_or_create(pk=1, defaults={"digest": NOTHING_BEFORE})
    Chain.objects.filter(pk=1).update(id=1)
    return Chain.objects.get(pk=1)
