"""A run from state to state by compare-and-set; the loser of a race is told who was first."""

from typing import Any

from sanad.casework.payments.models import PaymentRun, RunState
from sanad.casework.payments.refusals import StateHasChanged

PEOPLE = ("prepared_by", "approved_by", "released_by", "exported_by", "sent_by", "dropped_by")


def move(run: PaymentRun, *, to: RunState, out_of: tuple[RunState, ...], **filled: Any) -> None:
    """Move the run on, if it still stands where it is thought to stand. Raises StateHasChanged."""
    if not PaymentRun.objects.filter(pk=run.pk, state__in=out_of).update(state=to, **filled):
        raise StateHasChanged(PaymentRun.objects.select_related(*PEOPLE).get(pk=run.pk))
    run.refresh_from_db()
