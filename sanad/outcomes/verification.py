"""Holds every check against its digest and the seal of its act, and asks the last ones again at their position."""

from collections.abc import Iterator
from dataclasses import dataclass

from sanad.audit.models import Event
from sanad.outcomes.asking import version_of
from sanad.outcomes.checking import ACT, AROUND, TOLD, answers, digest_of, root_of
from sanad.outcomes.models import LedgerCheck
from sanad.outcomes.position import UnknownPosition, position_of

ASKED_AGAIN = 2
"""So many positions are asked again by default; each costs one reading of the payments."""


@dataclass(frozen=True, slots=True)
class Differs:
    """What is not as it was kept. `code`: check_changed, checks_differ, other_seal, other_answer; `what` names it."""

    code: str
    what: str


def verify_outcomes(*, asked_again: int | None = ASKED_AGAIN) -> Iterator[Differs]:
    """Nothing where all is as it was kept, and the last positions (None: all) give the same answers byte for byte."""
    yield from _changed()
    yield from _of_acts()
    positions = LedgerCheck.objects.order_by("-position").values_list("position", flat=True).distinct()
    for number in positions[:asked_again] if asked_again is not None else positions:
        yield from _again(number)


def _changed() -> Iterator[Differs]:
    for one in LedgerCheck.objects.order_by("pk").iterator(2_000):
        if digest_of({name: getattr(one, name) for name in TOLD}) != one.digest:
            yield Differs("check_changed", f"{one.pk}")


def _of_acts() -> Iterator[Differs]:
    """Of each act as many checks as it made, with the digests that it sealed."""
    for event in Event.objects.filter(act=ACT).order_by("pk"):
        rows = list(LedgerCheck.objects.filter(event=event).order_by("pk").values_list("link", "digest"))
        if len(rows) != event.rows or root_of(rows) != event.root:
            yield Differs("checks_differ", f"{event.number or event.pk}")


def _again(number: int) -> Iterator[Differs]:
    named = [f"link__{one}" for one in AROUND]
    kept = list(LedgerCheck.objects.filter(position=number).select_related("link", *named).order_by("pk"))
    asked = [one for one in kept if one.version == version_of(one.link)]
    try:
        position = position_of(number)
    except UnknownPosition:
        yield from (Differs("other_seal", f"{one.pk}") for one in kept)
        return
    found = {one.link.pk: one.digest for one in answers([one.link for one in asked], position)}
    for one in asked:
        if one.position_hash != position.digest:
            yield Differs("other_seal", f"{one.pk}")
        elif found[one.link_id] != one.digest:
            yield Differs("other_answer", f"{one.pk}")
