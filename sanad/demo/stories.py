"""Families whose pages a visitor should see: each found in the built district by what happened to it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from sanad.casework.awards.models import Outcome
from sanad.casework.claims.models import Claim, State
from sanad.casework.payments.models import PaymentState
from sanad.demo.plan import Plan
from sanad.registry.models import Building

STORIES = (
    "months",
    "propped",
    "returned",
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
    """One family for each story that the district has, then others up to the plan's number."""
    found: dict[int, Chosen] = {}
    for story, claim in _told(propped):
        found.setdefault(claim.pk, Chosen(claim, story))
    others = plan.dice("codes").sample(list(claims), min(plan.size.codes, len(claims)))
    for claim in others:
        if len(found) < plan.size.codes:
            found.setdefault(claim.pk, Chosen(claim, ""))
    return list(found.values())


def _told(propped: Building) -> Iterator[tuple[str, Claim]]:
    queries = _queries(propped)
    for story in STORIES:
        claim = queries[story].select_related("household__key", "dwelling__building").order_by("-number").first()
        if claim:
            yield story, claim


def _queries(propped: Building) -> dict[str, QuerySet[Claim]]:
    standing = Claim.objects.filter(state=State.RECEIVED)
    elsewhere = standing.exclude(dwelling__building=propped)
    owed = {"awards__superseded_by": None, "awards__outcome": Outcome.AWARD, "awards__due_now__gt": 0}
    waiting, unfunded = elsewhere.filter(**owed), elsewhere.filter(**owed, awards__reservations=None)
    months = Count("payment_parts", filter=Q(payment_parts__line="shelter"))
    return {
        "months": unfunded.annotate(months=months).filter(months=4),
        "propped": standing.filter(dwelling__building=propped),
        "returned": elsewhere.filter(payment_parts__payment__state=PaymentState.RETURNED),
        "no_account": waiting.filter(household__payee=None),
        "waiting": waiting.filter(payment_parts=None).exclude(household__payee=None),
        "refused": elsewhere.filter(_outcome(Outcome.REFUSE)),
        "deferred": elsewhere.filter(_outcome(Outcome.DEFER)),
        "referred": elsewhere.filter(_outcome(Outcome.REFER)),
        "incomplete": elsewhere.filter(_outcome(Outcome.INCOMPLETE)),
        "held": Claim.objects.filter(state=State.HELD),
    }


def _outcome(outcome: Outcome) -> Q:
    return Q(awards__superseded_by=None, awards__outcome=outcome)
