"""Reading safety: what counts for a building, what waits, what is overdue."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from sanad.casework.safety.models import DangerReport, HowEnded, Placard, Precaution, Triage
from sanad.evidence.keys import unseal_if_kept
from sanad.places.selectors import enclosed
from sanad.registry.models import Building
from sanad.staff.scopes import Reach


@dataclass(frozen=True, slots=True)
class Overdue:
    """What has passed its clock and must be taken up by somebody above its owner."""

    reports: list[DangerReport]
    precautions: list[Precaution]
    placards: list[Placard]


def overdue(at: datetime) -> Overdue:
    """Reports that nobody sorted in time or that have no owner; precautions that ended without an engineer having
    looked; restrictions whose review has passed.
    """
    waiting = DangerReport.objects.filter(Q(due_at__lt=at) | Q(owner=None), triage=Triage.WAITING)
    looked = Placard.objects.filter(building=OuterRef("building"), placed_at__gte=OuterRef("since"))
    unseen = Precaution.objects.filter(Q(due_at__lt=at) | Q(state=HowEnded.LAPSED)).exclude(Exists(looked))
    stale = Placard.objects.filter(ended_at=None, review_at__lt=at)
    return Overdue(
        list(waiting.select_related("building", "owner").order_by("due_at")),
        list(unseen.exclude(state=HowEnded.OFFICER).select_related("building", "ordered_by").order_by("due_at")),
        list(stale.select_related("building", "owner").order_by("review_at")),
    )


def placard_of(building: Building) -> Placard | None:
    """The placard that counts."""
    return Placard.objects.filter(building=building, ended_at=None).select_related("placed_by", "owner").first()


def precaution_of(building: Building, at: datetime) -> Precaution | None:
    """The precaution in force at this moment."""
    found = Precaution.objects.filter(building=building, state=HowEnded.OPEN).first()
    return found if found and found.holds(at) else None


def reports_within(reach: Reach) -> QuerySet[DangerReport]:
    """The reports of the districts that the person reaches, the most urgent first."""
    seen = Q(pk__in=())
    for scope in reach.scopes:
        seen |= Q(building__place__code__in=enclosed(scope.district)) if scope.district else Q(pk__isnull=False)
    return DangerReport.objects.filter(seen).select_related("building", "owner").order_by("due_at")


def words_of(report: DangerReport) -> str:
    """What was written; empty once it was deleted."""
    return unseal_if_kept(report.key, report.words)


def contact_of(report: DangerReport) -> str:
    """How to reach the reporter; empty where nobody told, or once it was deleted."""
    return unseal_if_kept(report.key, report.contact)
