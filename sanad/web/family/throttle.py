"""How often a short code may be tried: for one claim number, and from one network.

A number that does not exist is counted like one that does, so nobody learns by it. The letter's long secret has 115
bits and is not counted at all: whoever locks a family's short code does not shut the family out.
"""

import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sanad.evidence.sealing import secret_for
from sanad.web.family.models import Of, WrongTry

MOST_OF_A_CLAIM, WITHIN = 5, timedelta(minutes=15)
MOST_OF_A_NETWORK, WITHIN_AN_HOUR = 30, timedelta(hours=1)
PAUSES = tuple(timedelta(seconds=seconds) for seconds in (0, 0, 5, 20, 60))
"""After so many wrong tries, how long until the next one; the first two are slips of the finger."""

NOTHING, A_SECOND = timedelta(0), timedelta(seconds=1)


class MustWait(Exception):
    """Too many tries; `seconds` until the next one counts. The long secret opens at once."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"{seconds} s")
        self.seconds = seconds


@dataclass(frozen=True, slots=True)
class Try:
    """One try under way; it counts as wrong until `forgive`."""

    rows: tuple[WrongTry, ...]

    def forgive(self) -> None:
        WrongTry.objects.filter(pk__in=[row.pk for row in self.rows]).delete()


def begin_try(*, number: str, network: str, at: datetime) -> Try:
    """Count the try, then look whether it may be made: of many at once no more than allowed see room.

    Raises MustWait; such a try is not counted.
    """
    of_claim, of_network = _row(Of.CLAIM, number, at), _row(Of.NETWORK, network, at)
    begun = Try(tuple(WrongTry.objects.bulk_create([of_claim, of_network])))
    waits = max(
        _of_claim(_others(of_claim, at - WITHIN), at), _of_network(_others(of_network, at - WITHIN_AN_HOUR), at)
    )
    if waits > NOTHING:
        begun.forgive()
        raise MustWait(-(-waits // A_SECOND))
    return begun


def _row(of: Of, what: str, at: datetime) -> WrongTry:
    digest = hmac.digest(secret_for("tries of families"), f"{of}:{what}".encode(), "sha256").hex()
    return WrongTry(of=of, digest=digest, at=at)


def _others(row: WrongTry, since: datetime) -> list[datetime]:
    others = WrongTry.objects.filter(digest=row.digest, at__gt=since).exclude(pk=row.pk)
    return list(others.order_by("at").values_list("at", flat=True))


def _of_claim(others: Sequence[datetime], at: datetime) -> timedelta:
    if len(others) >= MOST_OF_A_CLAIM:
        return others[-MOST_OF_A_CLAIM] + WITHIN - at
    return others[-1] + PAUSES[len(others)] - at if others else NOTHING


def _of_network(others: Sequence[datetime], at: datetime) -> timedelta:
    full = len(others) >= MOST_OF_A_NETWORK
    return others[-MOST_OF_A_NETWORK] + WITHIN_AN_HOUR - at if full else NOTHING
