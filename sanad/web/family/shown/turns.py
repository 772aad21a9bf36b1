"""The place in the order of payment, drawn, and what the estimate says in sentences."""

from dataclasses import dataclass

from sanad.casework.answers.told import QueueTold
from sanad.web.shared.drawings import Part

HAIR = 150
"""How thin the mark of the family's own place is: a part of so many of the whole."""


@dataclass(frozen=True, slots=True)
class Turn:
    """`between`: families whose turn comes after the money at hand ends and before this one."""

    told: QueueTold
    is_reached: bool
    between: int
    parts: list[Part]


def turn(queue: QueueTold | None) -> Turn | None:
    if queue is None:
        return None
    mark = max(1, queue.of // HAIR)
    reached = min(queue.reached, queue.of)
    between = max(0, queue.place - 1 - reached)
    if reached >= queue.place:
        parts = [
            Part(queue.place - 1, "accent"),
            Part(mark, "ink"),
            Part(max(0, reached - queue.place - mark), "accent"),
        ]
    else:
        parts = [Part(reached, "accent"), Part(between, "halt"), Part(mark, "ink")]
    return Turn(queue, reached >= queue.place, between, parts)
