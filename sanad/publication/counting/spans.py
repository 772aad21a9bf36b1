"""How long a step took: for each family when it entered the step, and after how many days it left it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Min
from django.utils.timezone import localtime

from sanad.casework.answers.models import Inquiry, Kind
from sanad.casework.assessments.models import Assessment
from sanad.casework.awards.models import Award
from sanad.casework.claims.models import Claim
from sanad.casework.safety.models import DangerReport, Placard
from sanad.publication.counting.paying import paid_of
from sanad.registry.models import Occupancy
from sanad.rulebook.models import Programme

WINDOW = timedelta(days=365)
"""A step is measured over those who entered it within this time."""


@dataclass(frozen=True, slots=True)
class Span:
    """One family in one step; `days` is None while it waits. `month` is that of filing, as 2026-03."""

    household: int
    place: str
    month: str
    days: int | None


def to_survey(programme: Programme, on: date) -> Iterator[Span]:
    seen = _first(Assessment.objects.filter(claim__programme=programme), "claim", "confirmed_at")
    for claim in _claims(programme, on - WINDOW):
        yield claim.until(claim.filed_on, seen.get(claim.pk))


def to_decision(programme: Programme, on: date) -> Iterator[Span]:
    seen = _first(Assessment.objects.filter(claim__programme=programme), "claim", "confirmed_at")
    decided = _first(Award.objects.filter(claim__programme=programme), "claim", "round__issued_at")
    for claim in _claims(programme):
        if claim.pk in seen and seen[claim.pk] >= on - WINDOW:
            yield claim.until(seen[claim.pk], decided.get(claim.pk))


def to_payment(programme: Programme, on: date) -> Iterator[Span]:
    due = _first(Award.objects.filter(claim__programme=programme, due_now__gt=0), "claim", "round__issued_at")
    paid = {claim: one.first_on for claim, one in paid_of(programme).items()}
    for claim in _claims(programme):
        if claim.pk in due and due[claim.pk] >= on - WINDOW:
            yield claim.until(due[claim.pk], paid.get(claim.pk))


def to_answer(programme: Programme, on: date) -> Iterator[Span]:
    """Of each family the first question within the time; what was told in confidence is left out."""
    asked = Inquiry.objects.filter(claim__programme=programme).exclude(kind=Kind.ABUSE).order_by("asked_at", "pk")
    columns = ("claim__household", "claim__dwelling__building__place__code", "asked_at", "answered_at")
    seen: set[int] = set()
    for household, place, asked_at, answered_at in asked.values_list(*columns):
        since = _day(asked_at)
        if household not in seen and since >= on - WINDOW:
            seen.add(household)
            days = (_day(answered_at) - since).days if answered_at else None
            yield Span(household, place, f"{since:%Y-%m}", days)


def to_inspection(on: date) -> Iterator[Span]:
    """Of every family that lives in a building reported as dangerous: until an engineer has placed a placard."""
    homes = _homes()
    looked: dict[int, list[date]] = {}
    for building, at in Placard.objects.order_by("placed_at").values_list("building", "placed_at"):
        looked.setdefault(building, []).append(_day(at))
    told = DangerReport.objects.filter(told_at__date__gte=on - WINDOW).order_by("told_at")
    done: set[int] = set()
    for building, place, at in told.values_list("building", "building__place__code", "told_at"):
        since = _day(at)
        first = next((day for day in looked.get(building, ()) if day >= since), None)
        for household in set(homes.get(building, ())) - done:
            done.add(household)
            yield Span(household, place, f"{since:%Y-%m}", (first - since).days if first else None)


@dataclass(frozen=True, slots=True)
class _Filed:
    """A family's oldest claim of the programme."""

    pk: int
    household: int
    place: str
    filed_on: date

    def until(self, since: date, day: date | None) -> Span:
        days = None if day is None else max(0, (day - since).days)
        return Span(self.household, self.place, f"{self.filed_on:%Y-%m}", days)


def _claims(programme: Programme, after: date = date.min) -> Iterator[_Filed]:
    """One for each family, so that a family is counted once."""
    found: set[int] = set()
    columns = ("pk", "household", "dwelling__building__place__code", "received_at")
    rows = Claim.objects.filter(programme=programme).order_by("received_at", "pk").values_list(*columns)
    for pk, household, place, at in rows.iterator(20_000):
        if household not in found and _day(at) >= after:
            found.add(household)
            yield _Filed(pk, household, place, _day(at))


def _first(rows: object, key: str, moment: str) -> dict[int, date]:
    found = rows.filter(**{f"{moment}__isnull": False}).values_list(key).annotate(Min(moment))  # type: ignore[attr-defined]
    return {claim: _day(at) for claim, at in found.order_by()}


def _homes() -> dict[int, list[int]]:
    """By building, the households that live there now."""
    found: dict[int, list[int]] = {}
    rows: Iterable[tuple[int, int]] = Occupancy.objects.filter(until=None).values_list(
        "dwelling__building", "household"
    )
    for building, household in rows:
        found.setdefault(building, []).append(household)
    return found


def _day(at: datetime) -> date:
    return localtime(at).date()
