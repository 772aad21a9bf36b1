"""Levels: what lies within what. A thing of a level lies within exactly one thing of each level above it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sanad.engine.rules.declared import Level
from sanad.engine.rules.problems import Problem, ProgrammeRefused

CLAIM = "claim"


@dataclass(frozen=True, slots=True)
class Levels:
    """`above` maps each level to all levels above it, nearest first."""

    declared: tuple[Level, ...]
    above: dict[str, tuple[str, ...]]

    def is_visible(self, level: str, from_level: str) -> bool:
        """Whether a row of `from_level` has exactly one thing of `level`."""
        return level == from_level or level in self.above[from_level]

    def __contains__(self, name: str) -> bool:
        return name in self.above


def read_levels(declared: Sequence[Level]) -> Levels:
    """Raises ProgrammeRefused on an unknown level, a circle, or a programme without claims."""
    direct = {level.name: level for level in declared}
    if CLAIM not in direct:
        raise ProgrammeRefused([Problem(declared[0].where, "no_claim", "There is no level `claim`.", "Add it.")])
    for level in declared:
        for outer in level.within:
            if outer not in direct:
                todo = f"Declare `{outer}` under levels, or correct the name."
                raise ProgrammeRefused([Problem(level.where, "unknown_level", f"No level is named `{outer}`.", todo)])
    return Levels(tuple(declared), {name: _outer_levels(direct, name) for name in direct})


def _outer_levels(direct: dict[str, Level], name: str) -> tuple[str, ...]:
    found: list[str] = []
    waiting = list(direct[name].within)
    while waiting:
        outer = waiting.pop(0)
        if outer == name:
            where = direct[name].where
            raise ProgrammeRefused(
                [Problem(where, "level_cycle", f"Level `{name}` lies within itself.", "Break the circle.")]
            )
        if outer not in found:
            found.append(outer)
            waiting.extend(direct[outer].within)
    return tuple(found)
