"""When a halt was looked at again: by an extension or by its end, in the sealed acts alone."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.timezone import localdate

from sanad.audit.models import Event
from sanad.outcomes.holding import Reviews

VERSION = 1
HALTS_AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class Target:
    """A halt by its reference; acts up to the number `after` are those that named the review."""

    halt: str
    after: int


def ask(targets: Collection[Target], position: int) -> Mapping[Target, Reviews]:
    seen: defaultdict[str, list[tuple[int, date]]] = defaultdict(list)
    on = sorted({f"halt:{one.halt}" for one in targets})
    for at in range(0, len(on), HALTS_AT_ONCE):
        acts = Event.objects.filter(on__in=on[at : at + HALTS_AT_ONCE], act__in=["halt.extend", "halt.end"])
        for what, number, when in (
            acts.filter(number__lte=position).order_by("number").values_list("on", "number", "at")
        ):
            seen[what].append((number or 0, localdate(when)))
    return {one: Reviews(_first(seen.get(f"halt:{one.halt}", ()), one.after)) for one in set(targets)}


def _first(acts: Collection[tuple[int, date]], after: int) -> date | None:
    return next((day for number, day in acts if number > after), None)
