"""What people do with a prepared run: approve it, release it, or drop it."""

from datetime import datetime

from django.db import transaction

from sanad.audit.services import record
from sanad.casework.payments.models import Payment, PaymentPart, PaymentRun, PaymentState, RunState
from sanad.casework.payments.refusals import (
    ApproverIsTouched,
    FileWasTaken,
    OtherSum,
    PreparedByYou,
    ReasonIsMissing,
    ThirdPersonNeeded,
)
from sanad.casework.payments.states import move
from sanad.casework.payments.waiting import touching
from sanad.staff.models import User


@transaction.atomic
def approve_run(*, run: PaymentRun, typed_sum: int, by: User, at: datetime) -> None:
    """Approve the run as it was prepared; `typed_sum` is its sum, typed again by the approver.

    Raises PreparedByYou, ApproverIsTouched, OtherSum, StateHasChanged.
    """
    if run.prepared_by_id == by.pk:
        raise PreparedByYou(run.reference)
    _refuse_touched(run, by)
    _refuse_other_sum(run, typed_sum)
    move(run, to=RunState.APPROVED, out_of=(RunState.PREPARED,), approved_by=by, approved_at=at)
    record(act="run.approve", on=f"run:{run.reference}", by=by, at=at, facts={"total": run.total})


@transaction.atomic
def release_run(*, run: PaymentRun, typed_sum: int, by: User, at: datetime) -> None:
    """Release the approved run to the bank: by a third person where the fund asked for one when the run was prepared,
    or asks for one now.

    Raises ThirdPersonNeeded, ApproverIsTouched, OtherSum, StateHasChanged.
    """
    if needs_third(run) and by.pk in (run.prepared_by_id, run.approved_by_id):
        raise ThirdPersonNeeded(run.reference)
    _refuse_touched(run, by)
    _refuse_other_sum(run, typed_sum)
    released = {"released_by": by, "released_at": at, "needs_third": needs_third(run)}
    move(run, to=RunState.RELEASED, out_of=(RunState.APPROVED,), **released)
    record(act="run.release", on=f"run:{run.reference}", by=by, at=at, facts={"total": run.total})


def needs_third(run: PaymentRun) -> bool:
    """By the stricter of the rule when the run was prepared and the rule now."""
    above = run.fund.three_persons_above
    return run.needs_third or (above is not None and run.total > above)


@transaction.atomic
def drop_run(*, run: PaymentRun, reason: str, by: User, at: datetime) -> None:
    """The run is not paid; its money stays set aside for another. Once its file was taken, this needs another person.

    Raises ReasonIsMissing, StateHasChanged, FileWasTaken.
    """
    if not reason.strip():
        raise ReasonIsMissing(run.reference)
    before = (RunState.PREPARED, RunState.APPROVED, RunState.RELEASED)
    move(run, to=RunState.DROPPED, out_of=before, dropped_by=by, dropped_at=at, reason=reason.strip()[:500])
    run.refresh_from_db(fields=["exported_by"])  # nobody exports it any more
    if drops_alone(run, by):
        raise FileWasTaken(run.reference)
    PaymentPart.objects.filter(payment__run=run).update(is_open=False)
    Payment.objects.filter(run=run).update(state=PaymentState.DROPPED)
    record(act="run.drop", on=f"run:{run.reference}", by=by, at=at, facts={"total": run.total})


def drops_alone(run: PaymentRun, by: User) -> bool:
    """Whether one person would both have given the run to the bank and dropped it, to pay the same money once more."""
    return run.exported_by_id is not None and by.pk in (run.released_by_id, run.exported_by_id)


def _refuse_touched(run: PaymentRun, by: User) -> None:
    files = touching(by, run.pk)
    if files:
        raise ApproverIsTouched(files)


def _refuse_other_sum(run: PaymentRun, typed_sum: int) -> None:
    if typed_sum != run.total:
        raise OtherSum(typed_sum, run.total)
