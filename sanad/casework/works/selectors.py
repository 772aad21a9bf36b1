"""Reading works and halts: what stands still, for whom, since when, and what is late."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, F, Q, QuerySet
from django.utils.timezone import localtime

from sanad.casework.claims.models import Claim
from sanad.casework.notices.models import Notice
from sanad.casework.payments.models import PaymentPart
from sanad.casework.safety.models import Colour
from sanad.casework.safety.selectors import placard_of, precaution_of
from sanad.casework.works.models import Halt, Kind, Order, State, Subject
from sanad.registry.models import Building

AROUND = (
    "building__place",
    "order__part__fund",
    "order__programme",
    "programme",
    "fund",
    "halted_by",
    "ended_by",
    "key",
)
STOPPING: dict[str, str] = {
    Subject.WORKS: "building_id",
    Subject.ORDER: "order_id",
    Subject.FUND: "fund_id",
    Subject.PROGRAMME: "programme_id",
}
"""What of a halt stops orders of works, by what it is of."""
RED_PLACARD, PRECAUTION, STRUCTURE = "red_placard", "precaution", "structure_unfinished"


def orders_of(building: Building) -> QuerySet[Order]:
    """All works on the building, the latest first, with their stages."""
    around = ("contractor", "part__fund", "programme", "prepared_by", "decided_by", "ended_by")
    stages = ("stages__certified_by", "stages__inspection")
    return Order.objects.filter(building=building).select_related(*around).prefetch_related(*stages).order_by("-pk")


def halts_of(building: Building) -> list[Halt]:
    """Of the works on the building, open ones first, then the latest."""
    found = (
        Halt.objects.filter(building=building).select_related(*AROUND).prefetch_related("moved__by", "escalations__to")
    )
    return list(found.order_by(F("ended_at").desc(nulls_first=True), "-pk"))


def open_halts() -> QuerySet[Halt]:
    """All that stands still, in the order in which it is looked at again."""
    found = Halt.objects.filter(ended_at=None).select_related(*AROUND)
    return found.order_by("review_on", "pk")


def overdue_halts(at: datetime) -> QuerySet[Halt]:
    """Those whose review has passed without an extension or an end."""
    return open_halts().filter(review_on__lt=localtime(at).date())


def halts_touching(claim: Claim, at: datetime) -> list[Halt]:
    """What stood still at that moment and touches this family, the works on its building first."""
    building = claim.dwelling.building
    standing = claim.awards.filter(superseded_by=None)
    lines = standing.filter(lines__amount__gt=0).values("lines__line")
    funds = standing.filter(reservations__transfer__pending__state="pending").values("reservations__part__fund")
    works = Order.objects.filter(building=building, state=State.ORDERED)
    touching = (
        Q(building=building)
        | Q(subject=Subject.PROGRAMME, programme=claim.programme)
        | Q(subject=Subject.LINE, programme=claim.programme, line__in=lines)
        | Q(subject=Subject.FUND, fund__in=funds)
        | Q(subject=Subject.FUND, fund__in=works.values("part__fund"))
        | Q(subject=Subject.PROGRAMME, programme__in=works.values("programme"))
    )
    then = Q(halted_at__lte=at) & (Q(ended_at=None) | Q(ended_at__gt=at))
    found = Halt.objects.filter(touching, then).select_related(*AROUND)
    return sorted(found, key=lambda halt: (halt.building_id is None, halt.review_on))


def halts_stopping(order: Order) -> QuerySet[Halt]:
    """Every open halt for which no stage of this order is certified or paid."""
    stopping = (
        Q(subject=Subject.WORKS, building=order.building_id)
        | Q(subject=Subject.ORDER, order=order)
        | Q(subject=Subject.FUND, fund=order.part.fund_id)
        | Q(subject=Subject.PROGRAMME, programme=order.programme_id)
    )
    return open_halts().filter(stopping)


def halted_orders(orders: Collection[Order]) -> set[int]:
    """The keys of those that an open halt stops, in one reading."""
    found = Halt.objects.filter(ended_at=None, subject__in=STOPPING)
    stopped = {(halt.subject, getattr(halt, STOPPING[halt.subject])) for halt in found}
    return {one.pk for one in orders if stopped & _stoppable(one)}


def _stoppable(order: Order) -> set[tuple[str, int]]:
    return {
        (Subject.WORKS, order.building_id),
        (Subject.ORDER, order.pk),
        (Subject.FUND, order.part.fund_id),
        (Subject.PROGRAMME, order.programme_id),
    }


def why_not_finish(building: Building, at: datetime) -> list[str]:
    """Reason codes for which finishing works on the building are refused and nothing of them is paid; none: they go on.

    It looks at placard, precaution and structural works themselves, so it holds from the moment at which one of them
    stands, whether or not a halt is written down yet.
    """
    placard = placard_of(building)
    found = [RED_PLACARD] if placard and placard.colour == Colour.RED else []
    if precaution_of(building, at):
        found.append(PRECAUTION)
    if Order.objects.filter(building=building, kind=Kind.STRUCTURAL, state=State.ORDERED).exists():
        found.append(STRUCTURE)
    return found


@dataclass(frozen=True, slots=True)
class Reached:
    """One act that families were told of: how many are told, and how many still have to be."""

    about: str
    kind: str
    written_at: datetime
    told: int
    to_tell: int


def reached(*abouts: str) -> list[Reached]:
    """Whom the notices about these things reached, one row for each act, the latest first."""
    rows = Notice.objects.filter(about__in=abouts).values("about", "kind", "written_at")
    counted = rows.annotate(told=Count("sent_at"), whole=Count("pk")).order_by("-written_at", "kind")
    return [
        Reached(row["about"], row["kind"], row["written_at"], row["told"], row["whole"] - row["told"])
        for row in counted
    ]


def reached_about(building: Building) -> list[Reached]:
    """The same of all that was told about the building: placards, precautions, works, halts."""
    abouts = [f"placard:{key}" for key in building.placards.values_list("pk", flat=True)]
    abouts += [f"precaution:{key}" for key in building.precautions.values_list("pk", flat=True)]
    abouts += [f"works:{reference}" for reference in building.orders.values_list("reference", flat=True)]
    abouts += [f"halt:{reference}" for reference in building.halts.values_list("reference", flat=True)]
    return reached(*abouts)


def not_reached(abouts: Collection[str]) -> QuerySet[Notice, int]:
    """The households to which a notice about one of these things has not gone out yet."""
    return Notice.objects.filter(about__in=abouts, sent_at=None).values_list("household", flat=True)


def payment_states(order: Order) -> dict[int, str]:
    """By the number of a certified stage, how its payment to the contractor stands; without one no run has taken it."""
    rows = PaymentPart.objects.filter(payable__transfer__stage__order=order).order_by("pk")
    return dict(rows.values_list("payable__transfer__stage__number", "payment__state"))
