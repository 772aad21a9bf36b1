"""Visits to the homes, and the rounds that were issued before now."""

from collections.abc import Callable, Sequence
from datetime import datetime

from sanad.casework.assessments.services import confirm_assessments, draft_assessments
from sanad.casework.awards.models import Round
from sanad.casework.claims.models import Claim
from sanad.casework.rounds.deciding import approve_round, ask_for_round, have_round_issued
from sanad.casework.rounds.stepping import take_next_step
from sanad.demo.damage import VISITED, visits_of
from sanad.demo.plan import Plan
from sanad.demo.staff import Staff
from sanad.rulebook.models import RuleSet

DRAFTS = 15
"""Visits that still wait to be confirmed."""


class RoundDidNotComeOut(Exception):
    """The demo's own round was not issued: its reason is told."""


def visit(plan: Plan, claims: Sequence[Claim], hits: dict[int, str], staff: Staff) -> None:
    visits = visits_of(plan, claims, hits)
    drafts = draft_assessments(new=visits, at=plan.ago(VISITED - 1), by=staff["assessor"])
    certain = drafts[: max(0, len(drafts) - DRAFTS)]
    confirm_assessments(assessments=certain, at=plan.ago(VISITED - 2), by=staff["engineer"])


def issue_a_round(rules: RuleSet, staff: Staff, at: datetime) -> Round:
    """Asked for by one lead, approved by the other, issued with the money at hand."""
    asked = ask_for_round(rules=rules, on=at.date(), by=staff["lead"], at=at)
    _work(at)
    simulated = _read(asked)
    if simulated.reserves is None:
        raise RoundDidNotComeOut(simulated.failure)
    approve_round(round_=simulated, typed_sum=simulated.reserves, by=staff["lead-second"], at=at)
    have_round_issued(round_=_read(asked), by=staff["lead"], at=at)
    _work(at)
    return _read(asked)


def _work(at: datetime) -> None:
    clock: Callable[[], datetime] = lambda: at  # noqa: E731  the demo's clock stands still while it works
    while take_next_step(clock):
        pass


def _read(round_: Round) -> Round:
    return Round.objects.select_related("programme", "rules").get(pk=round_.pk)
