"""An allowance that a decision ends: one person proposes, another decides, and the family is told well before the day.

The decision is a fact of the claim, `<line>_ended_on`, which the programme's rules read: no line ends but by its rules.
"""

import uuid
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from sanad.audit.services import record
from sanad.casework.awards.models import EndingState, LineEnding, WhyEnded
from sanad.casework.awards.selectors import award_of
from sanad.casework.claims.declared import declared_of, fields_of
from sanad.casework.claims.models import Claim, Level
from sanad.casework.claims.services import Stated, state_facts
from sanad.casework.notices.services import Told, tell
from sanad.casework.notices.telling import day_told
from sanad.evidence.keys import seal
from sanad.registry.selectors import refuse_recused
from sanad.staff.models import User

TOLD_BEFORE = timedelta(days=14)
"""A family learns that an allowance ends so long before the day."""


class EndingRefused(Exception):
    """Why it cannot be decided so: `too_soon`, `no_such_line`, `rules_know_no_ending`, `one_waits`, `same_person`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class AlreadyDecided(Exception):
    """Somebody else was first; `ending` says who and when."""

    def __init__(self, ending: LineEnding) -> None:
        super().__init__(f"{ending.pk} is {ending.state} since {ending.decided_at}, by {ending.decided_by}")
        self.ending = ending


@dataclass(frozen=True, slots=True)
class NewEnding:
    """`id` is made by whoever asks, so that a form sent twice proposes once."""

    id: uuid.UUID
    claim: Claim
    line: str
    ends_on: date
    why: WhyEnded
    note: str


def lines_that_may_end(claim: Claim) -> dict[str, dict[str, str]]:
    """Lines of the standing award which the rules let a decision end, with their labels by language."""
    standing, fields = award_of(claim), fields_of(claim.programme)
    awarded = set(standing.lines.filter(amount__gt=0).values_list("line", flat=True)) if standing else set()
    lines = declared_of(claim.programme).lines
    return {line.name: dict(line.label) for line in lines if line.name in awarded and _fact(line.name) in fields}


@transaction.atomic
def propose_ending(*, new: NewEnding, at: datetime, by: User) -> LineEnding:
    """Raises EndingRefused, Recused."""
    refuse_recused(by, household=new.claim.household, building=new.claim.dwelling.building)
    known = LineEnding.objects.filter(pk=new.id).first()
    if known:
        return known
    _refuse(new, at)
    try:
        with transaction.atomic():
            ending = LineEnding.objects.create(
                id=new.id,
                claim=new.claim,
                line=new.line,
                ends_on=new.ends_on,
                why=new.why,
                note=seal(new.claim.household.key, new.note),
                proposed_by=by,
                proposed_at=at,
            )
    except IntegrityError as error:
        raise EndingRefused("one_waits") from error
    facts = {"line": new.line, "ends_on": new.ends_on.isoformat(), "why": new.why}
    record(act="ending.propose", on=f"claim:{new.claim.number}", by=by, at=at, facts=facts)
    return ending


@transaction.atomic
def approve_ending(*, ending: LineEnding, at: datetime, by: User) -> None:
    """The line ends on the day: the claim's facts say so and the family is told.

    Raises EndingRefused, AlreadyDecided, Recused.
    """
    if ending.ends_on < localdate(at) + TOLD_BEFORE:
        raise EndingRefused("too_soon")
    claim = _decided(ending, EndingState.APPROVED, at, by)
    stated = [Stated(Level.CLAIM, claim.number, {_fact(ending.line): ending.ends_on})]
    state_facts(programme=claim.programme, stated=stated, source=f"decision:{ending.pk}", at=at, by=by)
    labels = {line.name: dict(line.label) for line in declared_of(claim.programme).lines}
    told = {"number": claim.number, "line": labels[ending.line], "ends_on": day_told(ending.ends_on)}
    why = WhyEnded(ending.why).words
    tell([Told(claim.household, "line_ends_by_decision", {**told, "why": why})], at=at)


@transaction.atomic
def refuse_ending(*, ending: LineEnding, at: datetime, by: User) -> None:
    """Nothing changes for the family. Raises EndingRefused, AlreadyDecided, Recused."""
    _decided(ending, EndingState.REFUSED, at, by)


def _refuse(new: NewEnding, at: datetime) -> None:
    if _fact(new.line) not in fields_of(new.claim.programme):
        raise EndingRefused("rules_know_no_ending")
    if new.line not in lines_that_may_end(new.claim):
        raise EndingRefused("no_such_line")
    if new.ends_on < localdate(at) + TOLD_BEFORE:
        raise EndingRefused("too_soon")


def _decided(ending: LineEnding, state: EndingState, at: datetime, by: User) -> Claim:
    claim = Claim.objects.select_related("programme", "household", "dwelling__building").get(pk=ending.claim_id)
    refuse_recused(by, household=claim.household, building=claim.dwelling.building)
    waiting = LineEnding.objects.filter(pk=ending.pk, state=EndingState.PROPOSED).exclude(proposed_by=by)
    if not waiting.update(state=state, decided_by=by, decided_at=at):
        stands = LineEnding.objects.select_related("decided_by").get(pk=ending.pk)
        if stands.state == EndingState.PROPOSED:
            raise EndingRefused("same_person")
        raise AlreadyDecided(stands)
    facts = {"line": ending.line, "ends_on": ending.ends_on.isoformat(), "state": state}
    record(act="ending.decide", on=f"claim:{claim.number}", by=by, at=at, facts=facts)
    return claim


def _fact(line: str) -> str:
    return f"{line}_ended_on"
