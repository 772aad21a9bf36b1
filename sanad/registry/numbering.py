"""References in unbroken series; two who take numbers at once get different ones."""

from django.db import connection
from django.db.models import F

from sanad.registry.models import Counter


def take(series: str, count: int = 1) -> range:
    """The next numbers of the series, for a transaction that is open: what is rolled back is given out again."""
    if not connection.in_atomic_block:
        raise RuntimeError(f"{series}: numbers are taken in the transaction that uses them")
    Counter.objects.bulk_create([Counter(name=series)], ignore_conflicts=True)
    Counter.objects.filter(name=series).update(last=F("last") + count)
    last = Counter.objects.values_list("last", flat=True).get(name=series)
    return range(last - count + 1, last + 1)


def references(letter: str, count: int) -> list[str]:
    """Such as H-000117; the letters come first, so that right-to-left text keeps the digits in order."""
    return [f"{letter}-{number:06}" for number in take(f"reference {letter}", count)]
