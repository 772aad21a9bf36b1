"""Checking and writing claims that come in, with all that comes with them; the services record the act."""

from collections.abc import Sequence
from datetime import datetime

from sanad.casework.claims.checking import check_facts, problems_of
from sanad.casework.claims.declared import fields_of
from sanad.casework.claims.models import Claim, ClaimStep, Level, State, Why
from sanad.casework.claims.numbers import next_numbers
from sanad.casework.claims.proposals import IntakeRefused, NewClaim
from sanad.casework.claims.services.facts import claim_facts
from sanad.casework.claims.stating import Stated, write_statements
from sanad.casework.notices.services import Told, tell
from sanad.casework.notices.standing import hold_buildings, told_on_arrival
from sanad.evidence.refusals import Problem
from sanad.registry.models import Building, Dwelling, Household, Membership, Occupancy
from sanad.registry.proposals import NewDwelling, NewHousehold
from sanad.registry.selectors import refuse_recused_from_any
from sanad.registry.writing import write_dwellings, write_households, write_living
from sanad.rulebook.models import Programme
from sanad.staff.models import User

BATCH = 2_000


def write_claims(
    programme: Programme, new: Sequence[NewClaim], source: str, at: datetime, by: User | None
) -> list[Claim]:
    refuse_recused_from_any(by, (_home_of(one) for one in new))
    _check(programme, new, at)
    homes = _dwellings(new)
    # Of a claim and a placard or a halt at the same moment, the later one sees the earlier.
    hold_buildings({home.building_id for home in homes})
    households = _households(new, at)
    _living(new, households, homes)
    rows = [
        Claim(
            number=number,
            client_id=one.id,
            programme=programme,
            household=household,
            dwelling=dwelling,
            event=one.event,
            state=State.RECEIVED,
            channel=one.channel,
            received_at=at,
            received_by=by,
        )
        for number, one, household, dwelling in zip(
            next_numbers(programme.prefix, len(new)), new, households, homes, strict=True
        )
    ]
    claims = Claim.objects.bulk_create(rows, BATCH)
    steps = [ClaimStep(claim=claim, to_state=State.RECEIVED, why=Why.RECEIVED, at=at, by=by) for claim in claims]
    ClaimStep.objects.bulk_create(steps, BATCH)
    stated = _stated(new, claims)
    write_statements(programme=programme, stated=stated, source=source, at=at, by=by)
    tell([Told(claim.household, "claim_received", {"number": claim.number}) for claim in claims], at=at)
    _tell_what_stands(claims, at)
    return claims


def _tell_what_stands(claims: Sequence[Claim], at: datetime) -> None:
    """A placard or a halt of the building reaches a family that comes after it, in the transaction of its coming."""
    tell(told_on_arrival([(claim.household, claim.dwelling.building_id) for claim in claims]), at=at)


def _home_of(new: NewClaim) -> tuple[int | None, int | None]:
    """The ids of what is registered already."""
    building = new.dwelling.building
    household = new.household.pk if isinstance(new.household, Household) else None
    return household, building.pk if isinstance(building, Building) else None


def _check(programme: Programme, new: Sequence[NewClaim], at: datetime) -> None:
    fields = fields_of(programme)
    problems: list[Problem] = []
    for one in new:
        if isinstance(one.household, NewHousehold):
            problems += one.household.problems(at.year)
        if isinstance(one.dwelling, NewDwelling):
            problems += one.dwelling.problems()
        checked = [check_facts(fields, level, given, level) for level, given in one.facts.items()]
        checked += [
            check_facts(fields, Level.PERSON, given, f"members.{number}")
            for number, given in enumerate(one.member_facts)
        ]
        problems += problems_of(checked)
    if problems:
        raise IntakeRefused(problems)


def _dwellings(new: Sequence[NewClaim]) -> list[Dwelling]:
    fresh = [one.dwelling for one in new if isinstance(one.dwelling, NewDwelling)]
    written = iter(write_dwellings(fresh) if fresh else ())
    return [one.dwelling if isinstance(one.dwelling, Dwelling) else next(written) for one in new]


def _households(new: Sequence[NewClaim], at: datetime) -> list[Household]:
    fresh = [one.household for one in new if isinstance(one.household, NewHousehold)]
    written = iter(write_households(fresh, at) if fresh else ())
    return [one.household if isinstance(one.household, Household) else next(written) for one in new]


def _living(new: Sequence[NewClaim], households: Sequence[Household], homes: Sequence[Dwelling]) -> None:
    """Where the household is known to live there already, the register stands."""
    told = [
        (household, home, one.living)
        for one, household, home in zip(new, households, homes, strict=True)
        if one.living is not None
    ]
    known = (
        set(
            Occupancy.objects.filter(
                until=None, household__in=[one for one in households if one is not None]
            ).values_list("household_id", "dwelling_id")
        )
        if any(isinstance(one.household, Household) for one in new)
        else set()
    )
    write_living([row for row in told if (row[0].pk, row[1].pk) not in known])


def _stated(new: Sequence[NewClaim], claims: Sequence[Claim]) -> list[Stated]:
    """Two claims of one batch may state facts of one building: the later one is left, if it says nothing else."""
    stated: dict[tuple[str, str], Stated] = {}
    for one, claim in zip(new, claims, strict=True):
        for fact in claim_facts(claim, one.facts):
            stated.setdefault((fact.level, fact.subject), fact)
    return [*stated.values(), *_member_facts(new, claims)]


def _member_facts(new: Sequence[NewClaim], claims: Sequence[Claim]) -> list[Stated]:
    told = [(claim, one) for one, claim in zip(new, claims, strict=True) if one.member_facts]
    rows = Membership.objects.filter(household__in=[claim.household for claim, _ in told], until=None)
    people: dict[int, list[str]] = {}
    for household, reference in rows.order_by("id").values_list("household_id", "person__reference"):
        people.setdefault(household, []).append(reference)
    return [
        Stated(Level.PERSON, reference, given, claim.household.key)
        for claim, one in told
        for reference, given in zip(people[claim.household_id], one.member_facts, strict=False)
        if given
    ]
