"""Families whose pages a visitor should see: each found in the built district by what happened to it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet, Sum

from sanad.casework.awards.models import AwardLine, Outcome
from sanad.casework.claims.models import Claim, State
from sanad.casework.payments.models import PaymentPart, PaymentRun, PaymentState
from sanad.demo.plan import Plan
from sanad.registry.models import Building

STORIES = (
    "returned",
    "months",
    "propped",
    "no_account",
    "waiting",
    "refused",
    "deferred",
    "referred",
    "incomplete",
    "held",
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """A family that gets a short code; `story` is one of STORIES, or empty for a family drawn at random."""

    claim: Claim
    story: str


def chosen_families(plan: Plan, propped: Building, claims: Sequence[Claim]) -> list[Chosen]:
    """One family for each story that the district has, the rarest story first, then others up to the plan's number."""
    found: dict[int, Chosen] = {}
    queries = _queries(propped)
    for story in STORIES:
        telling = queries[story].exclude(pk__in=found).select_related("household__key", "dwelling__building")
        claim = telling.order_by("-number").first()
        if claim:
            found[claim.pk] = Chosen(claim, story)
    others = plan.dice("codes").sample(list(claims), min(plan.size.codes, len(claims)))
    for claim in others:
        if len(found) < plan.size.codes:
            found.setdefault(claim.pk, Chosen(claim, ""))
    return list(found.values())


def _queries(propped: Building) -> dict[str, QuerySet[Claim]]:
    standing = Claim.objects.filter(state=State.RECEIVED)
    elsewhere = standing.exclude(dwelling__building=propped)
    owed = {"awards__superseded_by": None, "awards__outcome": Outcome.AWARD, "awards__due_now__gt": 0}
    waiting, unfunded = elsewhere.filter(**owed), elsewhere.filter(**owed, awards__reservations=None)
    last_run = PaymentRun.objects.order_by("-pk")[:1]
    back = {"payment_parts__payment__state": PaymentState.RETURNED, "payment_parts__payment__run__in": last_run}
    return {
        "months": unfunded.filter(pk__in=_paid_four_months()),
        "propped": standing.filter(dwelling__building=propped),
        "returned": elsewhere.filter(**back),
        "no_account": waiting.filter(household__payee=None),
        "waiting": waiting.filter(payment_parts=None).exclude(household__payee=None),
        "refused": elsewhere.filter(_outcome(Outcome.REFUSE)),
        "deferred": elsewhere.filter(_outcome(Outcome.DEFER)),
        "referred": elsewhere.filter(_outcome(Outcome.REFER)),
        "incomplete": elsewhere.filter(_outcome(Outcome.INCOMPLETE)),
        "held": Claim.objects.filter(state=State.HELD),
    }


def _paid_four_months() -> list[int]:
    """Claims of which four months of twelve were paid."""
    parts = PaymentPart.objects.filter(line="shelter", payment__state=PaymentState.SETTLED)
    paid = dict(parts.values_list("claim").annotate(Sum("amount")).order_by())
    lines = AwardLine.objects.filter(line="shelter", award__superseded_by=None, amount__gt=0)
    awarded = lines.values_list("award__claim", "amount")
    return [claim for claim, amount in awarded if amount and paid.get(claim, 0) * 12 == amount * 4]


def _outcome(outcome: Outcome) -> Q:
    return Q(awards__superseded_by=None, awards__outcome=outcome)
