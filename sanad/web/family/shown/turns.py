"""The place in the order of payment, drawn, and what the estimate says in sentences."""

from dataclasses import dataclass

from sanad.casework.answers.told import QueueTold
from sanad.web.shared.drawings import Part

HAIR = 150
"""How thin the mark of the family's own place is: a part of so many of the whole. Places are drawn so many wide."""


@dataclass(frozen=True, slots=True)
class Turn:
    """`between`: families whose turn comes after the money at hand ends and before this one. `parts` of `whole`."""

    told: QueueTold
    is_reached: bool
    between: int
    parts: list[Part]
    whole: int


def turn(queue: QueueTold | None) -> Turn | None:
    if queue is None:
        return None
    reached = min(queue.reached, queue.of)
    between = max(0, queue.place - 1 - reached)
    parts = _beyond(queue, reached) if reached >= queue.place else _before(reached, between)
    own = Part(queue.of, "ink")
    return Turn(queue, reached >= queue.place, between, [*parts[:-1], own, parts[-1]], queue.of * HAIR)


def _before(reached: int, between: int) -> list[Part]:
    """The money at hand ends before the own place."""
    return [Part(reached * HAIR, "accent"), Part(between * HAIR, "halt"), Part(0, "halt")]


def _beyond(queue: QueueTold, reached: int) -> list[Part]:
    """The money at hand goes on behind the own place."""
    return [
        Part((queue.place - 1) * HAIR, "accent"),
        Part(max(0, (reached - queue.place + 1) * HAIR - queue.of), "accent"),
    ]
