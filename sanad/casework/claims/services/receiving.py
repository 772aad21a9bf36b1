"""Taking claims in: household, members, home and facts in one call, whole or not at all."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import IntegrityError, transaction

from sanad.audit.merkle import merkle_root
from sanad.audit.services import Rows, record
from sanad.casework.claims.checking import check_facts, problems_of
from sanad.casework.claims.declared import fields_of
from sanad.casework.claims.models import Channel, Claim, ClaimStep, Level, State, Why
from sanad.casework.claims.numbers import next_numbers
from sanad.casework.claims.services.facts import claim_facts
from sanad.casework.claims.services.papers import IssuedReceipt, write_receipt, write_receipts
from sanad.casework.claims.stating import Stated, write_statements
from sanad.casework.notices.services import Told, tell
from sanad.evidence.refusals import Problem, Refused
from sanad.registry.models import Building, DamageEvent, Dwelling, Household, Membership, Occupancy
from sanad.registry.proposals import Living, NewDwelling, NewHousehold
from sanad.registry.selectors import refuse_recused_from_any
from sanad.registry.writing import write_dwellings, write_households, write_living
from sanad.rulebook.models import Programme
from sanad.staff.models import User

BATCH = 2_000


class IntakeRefused(Refused):
    """The claim cannot be taken in as it was given; every problem is told at once, and nothing was written."""


class AlreadyClaimed(Exception):
    """The household has a claim for this home in this programme; `number` names it."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


@dataclass(frozen=True, slots=True)
class NewClaim:
    """One claim as it comes in. `id` is made by whoever sends it: sent again, nothing is written twice.

    `facts` by level and field; `member_facts` of the household's members in their order.
    """

    id: uuid.UUID
    household: Household | NewHousehold
    dwelling: Dwelling | NewDwelling
    facts: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    member_facts: tuple[Mapping[str, object], ...] = ()
    living: Living | None = None
    event: DamageEvent | None = None
    channel: Channel = Channel.DESK


@dataclass(frozen=True, slots=True)
class Received:
    """The claim, and its receipt to be printed; None where the claim had come in before."""

    claim: Claim
    receipt: IssuedReceipt | None


def receive_claim(*, programme: Programme, new: NewClaim, at: datetime, by: User | None) -> Received:
    """Take one claim in. Raises IntakeRefused, AlreadyClaimed, Recused, NoRules, UnknownLevel."""
    known = Claim.objects.filter(client_id=new.id).first()
    if known:
        return Received(known, None)
    try:
        return _received_one(programme, new, at, by)
    except IntegrityError as error:
        # Somebody sent the same at the same moment: what stands is the answer.
        return Received(_standing(programme, new, error), None)


@transaction.atomic
def receive_claims(
    *, programme: Programme, new: Sequence[NewClaim], source: str, at: datetime, by: User | None
) -> list[IssuedReceipt]:
    """Take many claims in at once, all or none; each gets a long secret and no short code. Those that came in before
    are left as they are, so that a list sent again adds what is new in it.

    Raises IntakeRefused, Recused, NoRules, UnknownLevel.
    """
    fresh = _not_known(new)
    if not fresh:
        return []
    claims = _written(programme, fresh, source, at, by)
    receipts = write_receipts(claims, at, by)
    root = merkle_root(claim.number.encode() for claim in claims)
    record(act="claim.receive", on=f"programme:{programme.key}", by=by, at=at, rows=Rows(len(claims), root))
    return receipts


@transaction.atomic
def _received_one(programme: Programme, new: NewClaim, at: datetime, by: User | None) -> Received:
    (claim,) = _written(programme, [new], "family", at, by)
    receipt = write_receipt(claim, at, by)
    facts = {"household": claim.household.reference, "dwelling": claim.dwelling.reference, "channel": claim.channel}
    record(act="claim.receive", on=f"claim:{claim.number}", by=by, at=at, facts=facts)
    return Received(claim, receipt)


def _standing(programme: Programme, new: NewClaim, error: IntegrityError) -> Claim:
    """The claim that was first: this very one, or another of the household for the home. Raises AlreadyClaimed."""
    known = Claim.objects.filter(client_id=new.id).first()
    if known:
        return known
    if isinstance(new.household, Household) and isinstance(new.dwelling, Dwelling):
        others = Claim.objects.filter(programme=programme, household=new.household, dwelling=new.dwelling)
        for other in others.exclude(state=State.WITHDRAWN):
            raise AlreadyClaimed(other.number)
        raise error
    raise IntakeRefused([_home_is_known()])


def _not_known(new: Sequence[NewClaim]) -> list[NewClaim]:
    ids = [one.id for one in new]
    known: set[uuid.UUID] = set()
    for start in range(0, len(ids), BATCH):
        here = Claim.objects.filter(client_id__in=ids[start : start + BATCH])
        known.update(here.values_list("client_id", flat=True))
    return [one for one in new if one.id not in known]


def _home_is_known() -> Problem:
    english = "A home of this name is registered in the building already. Choose it from the list."
    arabic = "مسكن بهذا الاسم مسجّل في المبنى من قبل. اختاروه من القائمة."
    return Problem("home_is_known", {"en": english, "ar": arabic}, "dwelling.label")


def _written(programme: Programme, new: Sequence[NewClaim], source: str, at: datetime, by: User | None) -> list[Claim]:
    refuse_recused_from_any(by, (_home_of(one) for one in new))
    _check(programme, new, at)
    homes = _dwellings(new)
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
    return claims


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
