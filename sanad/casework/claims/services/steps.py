"""The way of a claim: each step once, by whoever was first."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from sanad.audit.services import record
from sanad.casework.claims.models import Claim, ClaimStep, State, Why
from sanad.casework.claims.selectors.facts import missing_facts
from sanad.casework.notices.services import Told, tell
from sanad.casework.notices.telling import day_told
from sanad.evidence.keys import seal
from sanad.evidence.refusals import Refused, Sayings, problem
from sanad.registry.selectors import refuse_recused
from sanad.registry.texts import name_problems, plain_name
from sanad.staff.models import User

ALLOWED: dict[State, tuple[State, ...]] = {
    State.RECEIVED: (State.COMPLETE, State.HELD, State.WITHDRAWN),
    State.COMPLETE: (State.RECEIVED, State.HELD, State.WITHDRAWN),
    State.HELD: (State.RECEIVED, State.WITHDRAWN),
    State.WITHDRAWN: (),
}


SAYINGS: Sayings = {
    "review_is_past": (
        "A hold is looked at again on a day to come. Choose a later day.",
        "يُراجَع التعليق في يوم قادم. اختاروا يومًا لاحقًا.",
    ),
}


class HoldRefused(Refused):
    """A hold names the body that it waits for and a day to come."""


class StepNotAllowed(Exception):
    """No such step leads from the state that the claim is in."""


class FactsAreMissing(Exception):
    """Facts without which no round can decide the claim; `fields` names them."""

    def __init__(self, fields: list[str]) -> None:
        super().__init__(", ".join(fields))
        self.fields = fields


class ClaimHasMoved(Exception):
    """Somebody else moved the claim meanwhile; `step` says who, when, where to and why."""

    def __init__(self, step: ClaimStep) -> None:
        super().__init__(f"{step.claim.number} is {step.to_state} since {step.at}, by {step.by}")
        self.step = step


@dataclass(frozen=True, slots=True)
class Step:
    to_state: State
    why: Why
    note: str = ""
    body: str = ""
    review_on: date | None = None


@transaction.atomic
def complete_claim(*, claim: Claim, at: datetime, by: User | None) -> None:
    """All that the programme requires is stated: rounds take the claim. Raises FactsAreMissing, ClaimHasMoved."""
    missing = [field.name for field in missing_facts(claim)]
    if missing:
        raise FactsAreMissing(missing)
    _move(claim, Step(State.COMPLETE, Why.FACTS_COMPLETE), at, by)
    tell([Told(claim.household, "claim_complete", {"number": claim.number})], at=at)


@transaction.atomic
def reopen_claim(*, claim: Claim, note: str = "", at: datetime, by: User) -> None:
    """A fact of a complete claim is open again. Raises ClaimHasMoved."""
    _move(claim, Step(State.RECEIVED, Why.FACTS_CHANGED, note), at, by)


@transaction.atomic
def hold_claim(*, claim: Claim, why: Why, body: str, review_on: date, note: str = "", at: datetime, by: User) -> None:
    """The claim waits for what a named body must bring about, and is looked at again on a day.

    Raises HoldRefused, ClaimHasMoved.
    """
    problems = name_problems(body, "body")
    if review_on <= localdate(at):
        problems.append(problem(SAYINGS, "review_is_past", "review_on"))
    if problems:
        raise HoldRefused(problems)
    _move(claim, Step(State.HELD, why, note, plain_name(body), review_on), at, by)
    facts = {"number": claim.number, "body": body, "review_on": day_told(review_on)}
    tell([Told(claim.household, "claim_held", facts)], at=at)


@transaction.atomic
def release_claim(*, claim: Claim, why: Why = Why.SETTLED, note: str = "", at: datetime, by: User) -> None:
    """What a held claim waited for has come. Raises ClaimHasMoved."""
    if claim.state != State.HELD:
        raise StepNotAllowed(f"{claim.number} is {claim.state}, not held")
    _move(claim, Step(State.RECEIVED, why, note), at, by)
    tell([Told(claim.household, "claim_released", {"number": claim.number})], at=at)


@transaction.atomic
def withdraw_claim(*, claim: Claim, why: Why, note: str = "", at: datetime, by: User | None) -> None:
    """For good; the number stays taken. Raises ClaimHasMoved."""
    _move(claim, Step(State.WITHDRAWN, why, note), at, by)
    tell([Told(claim.household, "claim_withdrawn", {"number": claim.number})], at=at)


def _move(claim: Claim, step: Step, at: datetime, by: User | None) -> None:
    """From the state in which the claim was read, and from no other. Raises Recused, StepNotAllowed, ClaimHasMoved."""
    refuse_recused(by, household=claim.household, building=claim.dwelling.building)
    seen = State(claim.state)
    if step.to_state not in ALLOWED[seen]:
        raise StepNotAllowed(f"{claim.number} is {seen} and cannot become {step.to_state}")
    if not Claim.objects.filter(pk=claim.pk, state=seen).update(state=step.to_state):
        raise ClaimHasMoved(last_step(claim))
    claim.state = step.to_state
    ClaimStep.objects.create(
        claim=claim,
        from_state=seen,
        to_state=step.to_state,
        why=step.why,
        body=step.body,
        review_on=step.review_on,
        note=seal(claim.household.key, step.note) if step.note else None,
        at=at,
        by=by,
    )
    facts = {"from": seen, "to": step.to_state, "why": step.why}
    record(act="claim.move", on=f"claim:{claim.number}", by=by, at=at, facts=facts)


def last_step(claim: Claim) -> ClaimStep:
    return claim.steps.select_related("by", "claim").latest("id")
