"""How the state of a round is shown."""

from dataclasses import dataclass

from sanad.casework.awards.models import Round, State

SHOWN = {
    State.ASKED: "due",
    State.FROZEN: "due",
    State.SIMULATED: "due",
    State.APPROVED: "due",
    State.ISSUING: "due",
    State.ISSUED: "done",
    State.SENT_BACK: "halt",
    State.FAILED: "danger",
}
AT_WORK = (State.ASKED, State.FROZEN, State.ISSUING)
STAGES = ((State.ASKED,), (State.FROZEN,), (State.SIMULATED,), (State.APPROVED, State.ISSUING), (State.ISSUED,))


@dataclass(frozen=True, slots=True)
class Shown:
    """One of the five states of the look, and the word beside it."""

    state: str
    words: str


def state_of(round_: Round) -> Shown:
    return Shown(SHOWN[State(round_.state)], round_.get_state_display())


def stages_done(round_: Round) -> int:
    """How many of frozen, simulated, approved and issued lie behind the round."""
    if round_.state in (State.SENT_BACK, State.FAILED):
        return 2 if round_.simulated_at else 1 if round_.frozen_at else 0
    return next(place for place, states in enumerate(STAGES) if round_.state in states)
