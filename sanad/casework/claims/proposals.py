"""A claim as it comes in, before it is checked and written."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field

from sanad.casework.claims.models import Channel
from sanad.evidence.refusals import Refused
from sanad.registry.models import DamageEvent, Dwelling, Household
from sanad.registry.proposals import Living, NewDwelling, NewHousehold


class IntakeRefused(Refused):
    """The claim cannot be taken in as it was given; every problem is told at once, and nothing was written."""


@dataclass(frozen=True, slots=True)
class NewClaim:
    """One claim as it comes in. `id` is made by whoever sends it: sent again, nothing is written twice.

    `facts` by level and field; `member_facts` of the household's members in their order.
    """

    id: uuid.UUID
    household: Household | NewHousehold
    dwelling: Dwelling | NewDwelling
    facts: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    member_facts: tuple[Mapping[str, object], ...] = ()
    living: Living | None = None
    event: DamageEvent | None = None
    channel: Channel = Channel.DESK
