"""What the made-up staff did with the claims before now: taken in, held, withdrawn; facts and ties."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from sanad.casework.claims.models import Claim, Level, Why
from sanad.casework.claims.services import (
    IssuedReceipt,
    NewClaim,
    Stated,
    complete_claim,
    hold_claim,
    receive_claim,
    receive_claims,
    renew_receipt,
    state_facts,
    withdraw_claim,
)
from sanad.casework.payments.models import PaymentPart, PaymentState
from sanad.demo.families import household_of
from sanad.demo.plan import Plan, drawn_id
from sanad.demo.staff import Staff
from sanad.registry.models import Building, Tie
from sanad.registry.services import recuse
from sanad.rulebook.models import Programme

FIRST_DAY, LAST_DAY = 330, 206
"""How many days ago the first and the last claims came in."""


def take_in(plan: Plan, programme: Programme, new: Sequence[NewClaim], staff: Staff) -> Iterator[int]:
    """Day after day at the desk, whole buildings together; tells how many have come in."""
    days = plan.size.intake_days
    for day in range(days):
        batch = new[len(new) * day // days : len(new) * (day + 1) // days]
        at = plan.ago(FIRST_DAY - (FIRST_DAY - LAST_DAY) * day / days)
        if batch:
            receive_claims(programme=programme, new=batch, source="family", at=at, by=staff["caseworker"])
        yield len(new) * (day + 1) // days


def share_homes(plan: Plan, programme: Programme, claims: Sequence[Claim], staff: Staff) -> None:
    """For some homes a second family files as well."""
    dice = plan.dice("shared homes")
    for claim in dice.sample(list(claims), plan.size.shared_homes):
        facts = {"claim": {"main_home": True, "residence_shown": True}}
        household = household_of(dice, plan.now.year)
        new = NewClaim(drawn_id(dice), household, claim.dwelling, facts, event=claim.event)
        receive_claim(programme=programme, new=new, at=plan.ago(dice.randrange(204, 206)), by=staff["caseworker"])


def state_more(
    plan: Plan, programme: Programme, buildings: Sequence[Building], claims: Sequence[Claim], staff: Staff
) -> None:
    """Heritage buildings, finished structural works, and contracts and inspections of some repairs."""
    dice = plan.dice("later facts")
    of_buildings = [
        Stated(Level.BUILDING, building.reference, {fact: True})
        for building in buildings
        for fact, rare in (("heritage", 90), ("structure_repaired", 25))
        if not dice.randrange(rare)
    ]
    milestones = ("contract_signed", "half_inspected", "works_inspected")
    of_claims = [
        Stated(Level.CLAIM, claim.number, dict.fromkeys(milestones[: dice.randrange(1, 4)], True))
        for claim in claims
        if not dice.randrange(9)
    ]
    at = plan.ago(11)
    state_facts(programme=programme, stated=of_buildings, source="works office", at=at, by=staff["engineer"])
    state_facts(programme=programme, stated=of_claims, source="works office", at=at, by=staff["assessor"])


def move_some(plan: Plan, claims: Sequence[Claim], staff: Staff) -> None:
    """A few claims are complete, held or withdrawn; none whose payment came back, since that is a story of its own."""
    dice = plan.dice("steps")
    back = set(PaymentPart.objects.filter(payment__state=PaymentState.RETURNED).values_list("claim", flat=True))
    chosen = dice.sample([claim for claim in claims if claim.pk not in back], min(60, len(claims) // 4))
    third = len(chosen) // 3
    review_on = (plan.now + timedelta(days=30)).date()
    at, by = plan.ago(10), staff["caseworker"]
    for claim in chosen[:third]:
        complete_claim(claim=claim, at=at, by=by)
    for claim in chosen[third : 2 * third]:
        hold_claim(claim=claim, why=Why.WHO_SPEAKS, body="محكمة الأسرة (متخيَّلة)", review_on=review_on, at=at, by=by)
    for claim in chosen[2 * third : 2 * third + 5]:
        withdraw_claim(claim=claim, why=Why.FAMILY_ASKED, at=at, by=by)


def tie_some(plan: Plan, buildings: Sequence[Building], staff: Staff) -> None:
    """A caseworker and an assessor live in the district, and may open no file of their building."""
    third = len(buildings) // 3
    for user, home in ((staff["caseworker-rummana"], buildings[third]), (staff["assessor-yasmina"], buildings[-third])):
        recuse(user=user, tie=Tie.NEIGHBOUR, building=home, at=plan.ago(320), by=staff["lead"])


def print_codes(plan: Plan, claims: Sequence[Claim], staff: Staff) -> list[IssuedReceipt]:
    return [renew_receipt(claim=claim, at=plan.ago(1), by=staff["caseworker"]) for claim in claims]
