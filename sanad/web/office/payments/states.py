"""How runs, payments and lines of bank statements are shown: one of the look's five states, and the word beside it."""

from dataclasses import dataclass

from sanad.casework.payments.models import LineState, PaymentRun, PaymentState, RunState

RUNS = {
    RunState.PREPARED: "due",
    RunState.APPROVED: "due",
    RunState.RELEASED: "due",
    RunState.SENT: "done",
    RunState.DROPPED: "halt",
}
PAYMENTS = {
    PaymentState.PREPARED: "due",
    PaymentState.SENT: "due",
    PaymentState.SETTLED: "done",
    PaymentState.RETURNED: "halt",
    PaymentState.DROPPED: "unknown",
}
LINES = {
    LineState.SETTLED: "done",
    LineState.RETURNED: "halt",
    LineState.KNOWN: "done",
    LineState.SUSPENSE: "due",
}
STAGES = (RunState.PREPARED, RunState.APPROVED, RunState.RELEASED, RunState.SENT)


@dataclass(frozen=True, slots=True)
class Shown:
    state: str
    words: str


def state_of(run: PaymentRun) -> Shown:
    return Shown(RUNS[RunState(run.state)], run.get_state_display())


def stages_done(run: PaymentRun) -> int:
    """How many of prepared, approved, released and sent lie behind the run."""
    days = (run.prepared_at, run.approved_at, run.released_at, run.sent_at)
    return sum(day is not None for day in days)
