"""What rounds decided for a claim, and the money behind the award that stands."""

from typing import Any

from sanad.casework.awards.models import Award, LineEnding, Outcome, State
from sanad.casework.claims.models import Claim
from sanad.casework.payments.selectors import money_of
from sanad.web.office.claims.endings import PROPOSE
from sanad.web.office.rounds.award import READ_AWARDS
from sanad.web.shared.requests import StaffRequest

STATES = {Outcome.AWARD: "done", Outcome.DEFER: "halt", Outcome.REFUSE: "unknown"}
"""Of the look's five; whatever else came out waits for something."""


def decided(request: StaffRequest, claim: Claim) -> dict[str, Any]:
    """Issued awards only, the newest first: what is merely simulated promises nothing."""
    issued = Award.objects.filter(claim=claim, round__state=State.ISSUED).select_related(
        "round__programme", "round__issued_by"
    )
    awards = list(issued.order_by("-version"))
    standing = awards[0] if awards else None
    return {
        "awards": [(award, STATES.get(Outcome(award.outcome), "due")) for award in awards],
        "standing": standing,
        "money": money_of(standing) if standing and standing.net is not None else None,
        "may_read_awards": request.reach.holds(*READ_AWARDS),
        "may_end": bool(standing) and request.reach.holds(*PROPOSE),
        "endings": list(LineEnding.objects.filter(claim=claim).order_by("proposed_at")),
    }


def issued_awards(claim: Claim) -> list[Award]:
    issued = Award.objects.filter(claim=claim, round__state=State.ISSUED).select_related("claim", "round__issued_by")
    return list(issued)
