"""What people do with a round: ask for it, approve it or send it back, have it issued."""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import Max

from sanad.audit.services import record
from sanad.casework.awards.models import Round, State
from sanad.casework.rounds.refusals import (
    AnotherRoundIsOpen,
    ApproverIsTouched,
    NoClaims,
    OtherSum,
    PreparedByYou,
    ReasonIsMissing,
    RulesAreNotInForce,
)
from sanad.casework.rounds.selectors import claims_to_decide, files_touching, open_round_of
from sanad.casework.rounds.states import move
from sanad.rulebook.models import RuleSet
from sanad.staff.models import User


@transaction.atomic
def ask_for_round(*, rules: RuleSet, on: date, by: User, at: datetime) -> Round:
    """Ask for the next round of the rules' programme. Raises RulesAreNotInForce, NoClaims, AnotherRoundIsOpen."""
    programme = rules.programme
    if rules.status == "draft":
        raise RulesAreNotInForce(rules.hash)
    if not claims_to_decide(programme).exists():
        raise NoClaims(programme.key)
    greatest = Round.objects.filter(programme=programme).aggregate(number=Max("number"))["number"] or 0
    try:
        with transaction.atomic():
            asked = Round.objects.create(
                programme=programme, number=greatest + 1, rules=rules, on=on, asked_by=by, asked_at=at
            )
    except IntegrityError as error:
        raise AnotherRoundIsOpen(open_round_of(programme)) from error
    facts = {"on": on.isoformat(), "rules": rules.hash}
    record(act="round.ask", on=f"round:{asked.reference}", by=by, at=at, facts=facts)
    return asked


@transaction.atomic
def approve_round(*, round_: Round, typed_sum: int, by: User, at: datetime) -> None:
    """Approve the round as it was simulated; `typed_sum` is what it reserves, typed again by the approver.

    Raises PreparedByYou, ApproverIsTouched, OtherSum, StateHasChanged.
    """
    _refuse_involved(round_, by)
    if typed_sum != round_.reserves:
        raise OtherSum(typed_sum, round_.reserves or 0)
    move(round_, to=State.APPROVED, out_of=(State.SIMULATED,), decided_by=by, decided_at=at)
    facts = {"result": round_.result_hash, "reserves": round_.reserves}
    record(act="round.approve", on=f"round:{round_.reference}", by=by, at=at, facts=facts)


@transaction.atomic
def send_back_round(*, round_: Round, reason: str, by: User, at: datetime) -> None:
    """Send the round back with a reason; a new one can be asked for.

    Raises PreparedByYou, ReasonIsMissing, StateHasChanged.
    """
    if round_.asked_by_id == by.pk:
        raise PreparedByYou(round_.reference)
    if not reason.strip():
        raise ReasonIsMissing(round_.reference)
    sent = {"decided_by": by, "decided_at": at, "reason": reason.strip()}
    move(round_, to=State.SENT_BACK, out_of=(State.SIMULATED, State.APPROVED), **sent)
    record(act="round.send_back", on=f"round:{round_.reference}", by=by, at=at)


@transaction.atomic
def have_round_issued(*, round_: Round, by: User, at: datetime) -> None:
    """Hand the approved round to the worker, which stores its awards and reserves its money. Raises StateHasChanged."""
    move(round_, to=State.ISSUING, out_of=(State.APPROVED,), issued_by=by, failure=None)
    record(act="round.have_issued", on=f"round:{round_.reference}", by=by, at=at)


def _refuse_involved(round_: Round, by: User) -> None:
    if round_.asked_by_id == by.pk:
        raise PreparedByYou(round_.reference)
    touching = files_touching(by, round_.programme)
    if touching:
        raise ApproverIsTouched(touching)
