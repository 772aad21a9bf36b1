"""Payments as the bank tells of them: settled or sent back on a day; the families of those that are paid are told."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from django.db.models import F, Sum

from sanad.casework.notices.services import tell_many
from sanad.casework.notices.telling import day_told, sum_told
from sanad.casework.payments.models import Payment, PaymentPart, PaymentState
from sanad.casework.payments.services.moving import AT_ONCE

Told = tuple[int, str, dict[str, object]]


def mark_settled(settled: Sequence[tuple[int, date]], *, at: datetime) -> None:
    """The payments were paid on these days, says the bank."""
    by_day: defaultdict[date, list[int]] = defaultdict(list)
    for payment, day in settled:
        by_day[day].append(payment)
    for day, payments in by_day.items():
        for some in in_parts(payments):
            told = list(_told(some, "payment_settled", day))
            Payment.objects.filter(pk__in=some, state=PaymentState.SENT).update(
                state=PaymentState.SETTLED, settled_on=day
            )
            tell_many(told, at=at)


def mark_returned(returned: Iterable[tuple[int, date, str]]) -> None:
    """The payments came back whole on these days, for these reasons."""
    alike: defaultdict[tuple[date, str], list[int]] = defaultdict(list)
    for payment, day, code in returned:
        alike[day, code].append(payment)
    for (day, code), payments in alike.items():
        for some in in_parts(payments):
            back = {"state": PaymentState.RETURNED, "returned_on": day, "return_code": code}
            Payment.objects.filter(pk__in=some).update(**back)
            PaymentPart.objects.filter(payment__in=some).update(came_back=F("amount"))


def in_parts(payments: Sequence[int]) -> Iterator[Sequence[int]]:
    return (payments[at : at + AT_ONCE] for at in range(0, len(payments), AT_ONCE))


def _told(payments: Sequence[int], kind: str, day: date) -> Iterator[Told]:
    """For each household what it is told of its payment."""
    rows = Payment.objects.filter(pk__in=payments, payee__household__isnull=False).order_by("pk")
    named = rows.annotate(back=Sum("parts__came_back")).values_list(
        "payee__household", "reference", "amount", "back", "run__fund__currency"
    )
    for household, reference, amount, back, currency in named:
        facts: dict[str, object] = {"sum": sum_told(amount - back, currency), "reference": reference}
        yield household, kind, facts | {"on": day_told(day)}
