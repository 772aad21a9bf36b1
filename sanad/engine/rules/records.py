"""Facts in memory: one record a thing, linked to the things above it and the members within it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sanad.engine.rules.levels import Levels
from sanad.engine.rules.types import Facts, Value


class NoSuchThing(ValueError):
    """A record names a thing above it that is not there."""


@dataclass(slots=True)
class Record:
    """One thing of a level. `up` holds the one thing of each level above, `down` its members by level."""

    level: str
    id: str
    facts: Facts
    up: dict[str, "Record"] = field(default_factory=dict)
    down: dict[str, list["Record"]] = field(default_factory=dict)

    def at(self, level: str) -> "Record":
        return self if level == self.level else self.up[level]

    def fact(self, level: str, name: str) -> Value | None:
        return self.at(level).facts.get(name)


@dataclass(frozen=True, slots=True)
class Stated:
    """A thing as it is stated: its id, the ids of the things directly above it, its own facts."""

    id: str
    within: Mapping[str, str]
    facts: Facts


def link(levels: Levels, stated: Mapping[str, Iterable[Stated]]) -> dict[str, dict[str, Record]]:
    """Records by level and id, linked both ways. Raises NoSuchThing."""
    records = {
        name: {item.id: Record(name, item.id, item.facts) for item in stated.get(name, ())} for name in levels.above
    }
    direct = {level.name: level.within for level in levels.declared}
    for name in sorted(levels.above, key=lambda level: len(levels.above[level])):
        for item in stated.get(name, ()):
            _lift(records, records[name][item.id], item, direct[name])
    for name, outer_levels in levels.above.items():
        for outer in outer_levels:
            for record in records[name].values():
                record.up[outer].down.setdefault(name, []).append(record)
    return records


def _lift(records: dict[str, dict[str, Record]], record: Record, item: Stated, within: tuple[str, ...]) -> None:
    for outer in within:
        above = records[outer].get(item.within.get(outer, ""))
        if above is None:
            raise NoSuchThing(
                f"{record.level} {item.id} lies within {outer} {item.within.get(outer)}, which is not there"
            )
        record.up[outer] = above
        for name, further in above.up.items():
            record.up.setdefault(name, further)
