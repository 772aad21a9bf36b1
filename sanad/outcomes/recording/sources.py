"""Which acts speak to the public, and how each is said: from the outbox where families were told of it."""

from collections.abc import Callable, Mapping
from datetime import date

from sanad.audit.models import Event
from sanad.casework.awards.models import Round
from sanad.casework.notices.telling import day_told, sum_told
from sanad.casework.works.models import Extension, Halt, Order
from sanad.casework.works.reasons import ENDINGS, in_both
from sanad.casework.works.telling import KINDS, facts_of
from sanad.funds.models import Agreement, AgreementKind
from sanad.outcomes.kinds import Asked
from sanad.outcomes.linking import About
from sanad.outcomes.recording.buildings import (
    placard_hangs,
    precaution_begins,
    precaution_ends,
    stage_is_certified,
    works_are_closed,
)
from sanad.outcomes.recording.said import Promised, Said, Speaks
from sanad.outcomes.recording.told import as_told, in_both_languages, office
from sanad.outcomes.recording.words import (
    EXPECTED_BY,
    FRAMEWORK,
    GIVE,
    HEADLINES,
    PLEDGE,
    REPAIR,
    REVIEW,
    ROUND,
    both,
)
from sanad.record.kinds import Act, Bound, Strength
from sanad.staff.roles import Role

AROUND = ("building", "order", "programme", "fund")
Maker = Callable[[Event], Said]


def _halt(event: Event) -> Halt:
    return Halt.objects.select_related(*AROUND).get(reference=event.on.partition(":")[2])


def _review(halt: Halt, day: date, event: Event) -> Promised:
    return Promised(
        text=both(REVIEW, reference=halt.reference, day=day_told(day)),
        act=Act.INFORM,
        strength=Strength.PROMISE,
        about=About(Asked.HALT_REVIEWED, halt=halt, after=event.number),
        day=day,
    )


def halt_begins(event: Event) -> Said:
    halt = _halt(event)
    first = halt.moved.order_by("number").first()
    told = as_told(halt.about, "halt", facts_of(halt))
    return Said(
        speaks=office(halt.office),
        headline=both(HEADLINES["halt"], reference=halt.reference),
        words=in_both_languages("halt", told),
        reference=f"{halt.reference} {event.number}",
        promised=_review(halt, first.from_review if first else halt.review_on, event),
    )


def halt_goes_on(event: Event) -> Said:
    halt, number = _halt(event), int(event.facts["number"])
    moved = Extension.objects.get(halt=halt, number=number)
    told = as_told(halt.about, "halt_extended", {**facts_of(halt), "words": moved.words, "number": number}, number)
    return Said(
        speaks=office(moved.office),
        headline=both(HEADLINES["halt_extended"], reference=halt.reference, number=number),
        words=in_both_languages("halt_extended", told),
        reference=f"{halt.reference} {event.number}",
        promised=_review(halt, moved.to_review, event),
    )


def halt_ends(event: Event) -> Said:
    halt = _halt(event)
    told = as_told(halt.about, "halt_ended", {**facts_of(halt), "how": in_both(ENDINGS[halt.ending])})
    return Said(
        speaks=office(halt.office),
        headline=both(HEADLINES["halt_ended"], reference=halt.reference),
        words=in_both_languages("halt_ended", told),
        reference=f"{halt.reference} {event.number}",
    )


def works_are_ordered(event: Event) -> Said:
    reference = event.on.partition(":")[2]
    order = Order.objects.select_related("building", "part__fund").get(reference=reference)
    otherwise = {
        "building": order.building.label,
        "order": reference,
        "kind": in_both(KINDS[order.kind]),
        "sum": sum_told(order.budget, order.currency),
        "stages": order.stages.count(),
    }
    return Said(
        speaks=office(Role.ENGINEER),
        headline=both(HEADLINES["works_ordered"], reference=reference),
        words=in_both_languages("works_ordered", as_told(f"works:{reference}", "works_ordered", otherwise)),
        reference=f"{reference} {event.number}",
        promised=Promised(
            text=both(REPAIR, reference=reference, building=order.building.reference),
            act=Act.REPAIR,
            strength=Strength.ANNOUNCED_PLAN,
            about=About(Asked.WORKS_ON_BUILDING, building=order.building),
            amount=order.budget,
            currency=order.currency,
            bound=Bound.EXACT,
        ),
    )


def round_is_issued(event: Event) -> Said:
    reference = event.on.partition(":")[2]
    prefix, _, number = reference.rpartition("-R")
    found = Round.objects.select_related("programme").get(programme__prefix=prefix, number=number)
    currency = found.programme.currency
    return Said(
        speaks=office(Role.PROGRAMME_LEAD),
        headline=both(HEADLINES["round"], reference=reference),
        words=both(
            ROUND,
            round=reference,
            programme=dict(found.programme.title),
            claims=found.claims or 0,
            awards=found.awards or 0,
            awarded=sum_told(found.awarded or 0, currency),
            reserved=sum_told(found.reserves or 0, currency),
        ),
        reference=f"{reference} {event.number}",
    )


def donor_pledges(event: Event) -> Said:
    one = Agreement.objects.select_related("fund", "donor").get(reference=event.facts["reference"])
    is_pledge = one.kind == AgreementKind.PLEDGE
    when = both(EXPECTED_BY, day=day_told(one.expected_by)) if one.expected_by else {"en": "", "ar": ""}
    money, fund = sum_told(one.amount, one.fund.currency), dict(one.fund.names)
    given = {"donor": dict(one.donor.names), "sum": money, "fund": fund, "reference": one.reference}
    return Said(
        speaks=Speaks(f"donor:{one.donor.code}", dict(one.donor.names)),
        headline=both(HEADLINES["pledge" if is_pledge else "framework"], reference=one.reference),
        words=both(PLEDGE if is_pledge else FRAMEWORK, when=when, source=one.source, **given),
        reference=f"{one.reference} {event.number}",
        is_own=False,
        promised=_gift(one, money, fund) if is_pledge else None,
    )


def _gift(one: Agreement, money: dict[str, str], fund: dict[str, str]) -> Promised:
    return Promised(
        text=both(GIVE, sum=money, fund=fund),
        act=Act.PAY,
        strength=Strength.AGREEMENT if one.bound_on else Strength.PROMISE,
        about=About(Asked.RECEIVED_BY_FUND, fund=one.fund, agreement=one),
        day=one.expected_by,
        amount=one.amount,
        currency=one.fund.currency,
        bound=Bound.EXACT,
    )


PUBLIC: Mapping[str, Maker] = {
    "halt.begin": halt_begins,
    "halt.extend": halt_goes_on,
    "halt.end": halt_ends,
    "works.order": works_are_ordered,
    "works.certify": stage_is_certified,
    "works.close": works_are_closed,
    "placard.place": placard_hangs,
    "precaution.order": precaution_begins,
    "precaution.end": precaution_ends,
    "precaution.lapse": precaution_ends,
    "round.issue": round_is_issued,
    "fund.agreement": donor_pledges,
}
"""Every act by which the programme, or a donor through it, speaks to everybody."""
