"""Which award stands, and what of it may be paid by a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet, Sum

from sanad.audit.built_once import built_once
from sanad.casework.awards.models import Award, AwardLine, FellDue
from sanad.casework.claims.models import Claim


def standing_awards() -> QuerySet[Award]:
    """Awards that no later one has superseded. Asked by EXISTS: of an outer join PostgreSQL expects a single row."""
    return Award.objects.exclude(Exists(Award.objects.filter(supersedes=OuterRef("pk"))))


def award_of(claim: Claim) -> Award | None:
    """The decision about the claim that stands; None before its first round."""
    return standing_awards().filter(claim=claim).select_related("round__programme", "round__rules", "claim").first()


def payable_of(award: Award, on: date) -> dict[str, int]:
    """By line in minor units: all that the rules let be paid of it by that day, earlier payments included.

    What is due on the day is this less what was paid of the line in all.
    """
    return payable_of_many([award.pk], on).get(award.pk, {})


AMOUNTS = ("award", "line", "amount", "due_now", "paid_before")
_due = built_once(
    lambda awards: AwardLine.objects.filter(award__in=awards).values_list(*AMOUNTS).order_by("pk"),
)
_fell_due = built_once(
    lambda awards, on: (
        FellDue.objects.filter(award__in=awards, on__lte=on)
        .values_list("award", "line")
        .annotate(Sum("amount"))
        .order_by()
    )
)


@dataclass(slots=True)
class LineAmounts:
    """Of one line in minor units: what it awards, and of it what the rules let be paid, earlier payments included."""

    awarded: int
    payable: int


def amounts_of_many(awards: Iterable[int], on: date) -> dict[int, dict[str, LineAmounts]]:
    """By the award's key, then by line, as of that day: in two queries for all of them."""
    asked = list(awards)
    found: dict[int, dict[str, LineAmounts]] = {}
    for award, line, amount, due, paid in _due(asked):
        found.setdefault(award, {})[line] = LineAmounts(amount or 0, due + paid)
    for award, line, amount in _fell_due(asked, on):
        found[award][line].payable += amount
    return found


def payable_of_many(awards: Iterable[int], on: date) -> dict[int, dict[str, int]]:
    """By the award's key, then by line: `payable_of`, in two queries for all of them."""
    amounts = amounts_of_many(awards, on)
    return {award: {line: one.payable for line, one in lines.items()} for award, lines in amounts.items()}
