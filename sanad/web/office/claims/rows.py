"""Claims as a list shows them: each with who speaks for it and where the home is, in a few readings for all."""

from collections.abc import Sequence
from dataclasses import dataclass

from sanad.casework.claims.models import Claim, State
from sanad.places.selectors import names_of
from sanad.registry.selectors import name_of, speakers_of

STATES = {State.RECEIVED: "due", State.COMPLETE: "done", State.HELD: "halt", State.WITHDRAWN: "unknown"}
"""Of the look's five."""


@dataclass(frozen=True, slots=True)
class Row:
    claim: Claim
    name: str
    place: str

    @property
    def state(self) -> str:
        return STATES[State(self.claim.state)]


def rows_of(claims: Sequence[Claim], language: str) -> list[Row]:
    speakers = speakers_of(claim.household_id for claim in claims)
    names = names_of({claim.dwelling.building.place for claim in claims}, language)
    return [
        Row(claim, name_of(speakers[claim.household_id], language), names[claim.dwelling.building.place.code])
        for claim in claims
    ]
