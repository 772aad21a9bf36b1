"""What estimates rest on, kept as JSON beside the order of payment, and read again as an outlook."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import TypeAdapter

from sanad.casework.answers.following.paying import pay_time
from sanad.casework.answers.following.pledges import bound_pledges, names_of_pledges
from sanad.engine.forecast import Outlook, PayTime, Pledge
from sanad.rulebook.models import Programme


@dataclass(frozen=True, slots=True)
class Rests:
    """Pledges with what their donors are called, and how long payments took."""

    pledges: tuple[Pledge, ...]
    names: dict[str, dict[str, str]]
    pay_time: PayTime | None


_FORM = TypeAdapter(Rests)


def kept_outlook(programme: Programme, day: date) -> dict[str, Any]:
    pledges = bound_pledges(programme, day)
    rests = Rests(tuple(pledges), names_of_pledges(pledges), pay_time(programme))
    kept: dict[str, Any] = _FORM.dump_python(rests, mode="json")
    return kept


def outlook_of(kept: Mapping[str, Any], day: date) -> tuple[Outlook, dict[str, dict[str, str]]]:
    """The outlook for turns of which it is known what they miss, and the names of donors by code and pledge."""
    rests = _FORM.validate_python(dict(kept))
    return Outlook.of({}, rests.pledges, rests.pay_time, day), rests.names
