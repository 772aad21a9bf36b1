"""From state to state by compare-and-set; the loser of a race is told who was first."""

from typing import Any

from sanad.casework.awards.models import Round, State
from sanad.casework.rounds.refusals import StateHasChanged


def move(round_: Round, *, to: State, out_of: tuple[State, ...], **filled: Any) -> None:
    """Move the round on, if it still stands where it is thought to stand. Raises StateHasChanged."""
    here = Round.objects.filter(pk=round_.pk, state__in=out_of)
    if not here.update(state=to, leased_until=None, **filled):
        raise StateHasChanged(Round.objects.select_related("asked_by", "decided_by", "issued_by").get(pk=round_.pk))
    round_.refresh_from_db()
