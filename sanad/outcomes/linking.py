"""Saying what a commitment is about: a programme, a set of claims, a fund or a building."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from sanad.audit.merkle import merkle_root
from sanad.audit.services import Rows, record
from sanad.casework.claims.models import Claim
from sanad.casework.works.models import Halt
from sanad.funds.models import Agreement, Fund
from sanad.outcomes.kinds import Asked, Share
from sanad.outcomes.models import ClaimOfSet, ClaimSet, Link
from sanad.outcomes.refusals import LinkRefused
from sanad.record.log import reference_of
from sanad.record.models import Commitment, Figure
from sanad.registry.models import Building
from sanad.rulebook.models import Programme
from sanad.staff.models import User

AT_ONCE = 5_000


@dataclass(frozen=True, slots=True)
class About:
    """Exactly one of programme, claim set, fund, building and halt; `line` of the awards, or any.

    `agreement`: of what arrived for the fund, only what came under it.
    """

    asks: Asked
    programme: Programme | None = None
    line: str = ""
    claim_set: ClaimSet | None = None
    fund: Fund | None = None
    agreement: Agreement | None = None
    building: Building | None = None
    halt: Halt | None = None
    after: int | None = None
    share: Share = Share.IN_ALL


@transaction.atomic
def link(of: Commitment | Figure, about: About, *, note: str, by: User, at: datetime) -> Link:
    """Raises LinkRefused: was_revised, is_linked, other_fund."""
    commitment = of if isinstance(of, Commitment) else None
    _refuse(commitment, about)
    made = Link.objects.create(
        commitment=commitment,
        figure=of if isinstance(of, Figure) else None,
        asks=about.asks,
        programme=about.programme,
        line=about.line,
        claim_set=about.claim_set,
        fund=about.fund,
        agreement=about.agreement,
        building=about.building,
        halt=about.halt,
        after=about.after,
        share=about.share,
        note=note,
        made_by=by,
        made_at=at,
    )
    record(act="outcome.link", on=reference_of(of), by=by, at=at, facts={"link": made.pk, "asks": about.asks})
    return made


def _refuse(commitment: Commitment | None, about: About) -> None:
    if commitment is not None and Commitment.objects.filter(revises=commitment).exists():
        raise LinkRefused("was_revised", commitment=commitment.pk)
    if about.agreement is not None and about.fund is not None and about.agreement.fund_id != about.fund.pk:
        raise LinkRefused("other_fund", agreement=about.agreement.reference)
    same = Link.objects.filter(
        commitment=commitment,
        asks=about.asks,
        programme=about.programme,
        line=about.line,
        claim_set=about.claim_set,
        fund=about.fund,
        agreement=about.agreement,
        building=about.building,
        halt=about.halt,
        ended_at=None,
    )
    if commitment is not None and same.exists():
        raise LinkRefused("is_linked", commitment=commitment.pk)


@transaction.atomic
def end_link(made: Link, *, by: User, at: datetime) -> None:
    """It was not about this after all; its checks stay. Raises LinkRefused: has_ended."""
    if not Link.objects.filter(pk=made.pk, ended_at=None).update(ended_by=by, ended_at=at):
        raise LinkRefused("has_ended", link=made.pk)
    record(act="outcome.unlink", on=reference_of(made.commitment or made.figure or made), by=by, at=at)


@transaction.atomic
def make_claim_set(title: str, claims: Iterable[Claim], *, by: User, at: datetime) -> ClaimSet:
    """Raises LinkRefused: no_claims."""
    numbers = sorted({(one.number, one.pk) for one in claims})
    if not numbers:
        raise LinkRefused("no_claims")
    root = merkle_root(number.encode() for number, _ in numbers)
    made = ClaimSet.objects.create(title=title, count=len(numbers), root=root, made_by=by, made_at=at)
    ClaimOfSet.objects.bulk_create([ClaimOfSet(claim_set=made, claim_id=pk) for _, pk in numbers], AT_ONCE)
    record(act="outcome.claim_set", on=f"claim_set:{made.pk}", by=by, at=at, rows=Rows(len(numbers), root))
    return made
