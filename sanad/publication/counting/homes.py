"""Homes of a programme's claims, and those that were repaired and handed over."""

from collections.abc import Mapping
from dataclasses import dataclass

from sanad.casework.claims.models import Claim, State
from sanad.rulebook.models import Programme


@dataclass(frozen=True, slots=True)
class Homes:
    """By household, of how many homes. `handed_over` is None while it is not measured."""

    claimed: Mapping[int, int]
    handed_over: Mapping[int, int] | None


def homes_of(programme: Programme) -> Homes:
    claimed: dict[int, int] = {}
    rows = Claim.objects.filter(programme=programme).exclude(state=State.WITHDRAWN)
    for household in rows.values_list("household", flat=True).iterator(20_000):
        claimed[household] = claimed.get(household, 0) + 1
    return Homes(claimed, None)
