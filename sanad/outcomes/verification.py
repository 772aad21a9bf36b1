"""Asks every check again at its position, and holds what comes out against what was kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sanad.outcomes.asking import version_of
from sanad.outcomes.checking import AROUND, Answer, answers, numbers
from sanad.outcomes.models import LedgerCheck
from sanad.outcomes.position import Position, UnknownPosition, position_of


@dataclass(frozen=True, slots=True)
class Differs:
    """A check that does not come out again. `code`: other_answer, other_row, unknown_position, other_seal."""

    code: str
    check: int
    position: int


def verify_outcomes() -> Iterator[Differs]:
    """Nothing where every check of a version that is still asked comes out byte for byte."""
    named = [f"link__{one}" for one in AROUND]
    positions = LedgerCheck.objects.order_by("position").values_list("position", flat=True).distinct()
    for number in positions:
        kept = list(LedgerCheck.objects.filter(position=number).select_related("link", *named).order_by("pk"))
        try:
            position = position_of(number)
        except UnknownPosition:
            yield from (Differs("unknown_position", one.pk, number) for one in kept)
            continue
        yield from _of_position(kept, position)


def _of_position(kept: list[LedgerCheck], position: Position) -> Iterator[Differs]:
    asked = [one for one in kept if one.version == version_of(one.link)]
    found = {one.link.pk: one for one in answers([one.link for one in asked], position)}
    for one in asked:
        again = found[one.link_id]
        if one.position_hash != position.digest:
            yield Differs("other_seal", one.pk, position.number)
        elif one.digest != again.digest:
            yield Differs("other_answer", one.pk, position.number)
        elif _kept_as(one) != _kept_again(again):
            yield Differs("other_row", one.pk, position.number)


def _kept_as(one: LedgerCheck) -> tuple[Any, ...]:
    return one.query, one.parameters, one.expected, one.observed, one.held, one.came, one.because


def _kept_again(again: Answer) -> tuple[Any, ...]:
    told = again.verdict
    sums = numbers(told.expected), numbers(told.observed)
    return again.link.asks, again.parameters, *sums, told.held, told.came, told.because
