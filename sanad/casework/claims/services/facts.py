"""Stating facts: the one door, for families, registers and assessors alike."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from sanad.audit.merkle import merkle_root
from sanad.audit.services import Rows, record
from sanad.casework.claims.models import Claim, Level, Statement
from sanad.casework.claims.stating import Stated, write_statements
from sanad.registry.selectors import refuse_recused
from sanad.rulebook.models import Programme
from sanad.staff.models import User


def subject_of(claim: Claim, level: Level) -> str:
    """The reference of the thing of this level that the claim is about; people are named by their own."""
    match level:
        case Level.CLAIM:
            return claim.number
        case Level.HOUSEHOLD:
            return claim.household.reference
        case Level.DWELLING:
            return claim.dwelling.reference
        case Level.BUILDING:
            return claim.dwelling.building.reference
    raise ValueError("a person is named by the person's own reference")


def claim_facts(
    claim: Claim, facts: Mapping[str, Mapping[str, object]], seen: Mapping[str, int] | None = None
) -> list[Stated]:
    """Facts by level and field, addressed to the things that the claim is about."""
    return [
        Stated(
            level=Level(level),
            subject=subject_of(claim, Level(level)),
            facts=given,
            key=claim.household.key,
            seen=None if seen is None else seen.get(level, 0),
        )
        for level, given in facts.items()
        if given
    ]


def state_facts_of(
    *,
    claim: Claim,
    facts: Mapping[str, Mapping[str, object]],
    source: str,
    at: datetime,
    by: User | None,
    seen: Mapping[str, int] | None = None,
) -> list[Statement]:
    """Facts of one claim and what it is about: `{"claim": {...}, "household": {...}}`.

    `seen` holds the versions that the author had read, so that nobody writes over what somebody else just stated.
    Raises FactsRefused, FactsHaveChanged, Recused.
    """
    refuse_recused(by, household=claim.household, building=claim.dwelling.building)
    stated = claim_facts(claim, facts, seen)
    return state_facts(programme=claim.programme, stated=stated, source=source, at=at, by=by)


@transaction.atomic
def state_facts(
    *, programme: Programme, stated: Sequence[Stated], source: str, at: datetime, by: User | None
) -> list[Statement]:
    """Facts of any things under one programme. Raises FactsRefused, FactsHaveChanged."""
    written = write_statements(programme=programme, stated=stated, source=source, at=at, by=by)
    named = [f"{one.level} {one.subject} {one.version}".encode() for one in written]
    record(
        act="facts.state",
        on=f"{written[0].level}:{written[0].subject}" if len(written) == 1 else f"programme:{programme.key}",
        by=by,
        at=at,
        facts={"source": source, "statements": len(written)},
        rows=Rows(len(written), merkle_root(named)),
    )
    return written
