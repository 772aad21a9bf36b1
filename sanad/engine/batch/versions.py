"""The versions of dated values behind each decision, as bits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sanad.engine.batch.cells import Mask, bit, constant_mask, holds, union, when
from sanad.engine.batch.frames import Frame
from sanad.engine.batch.functions import Column
from sanad.engine.batch.nodes import Computed, Stage
from sanad.engine.batch.verdicts import Codes
from sanad.engine.rules.dated_reads import DatedRead, dated_reads, in_force, known_day
from sanad.engine.rules.tree import Node
from sanad.engine.rules.values import TypedVersion


@dataclass(frozen=True, slots=True)
class VersionsUsed:
    """`days`: the columns of the days that select versions, and of whether a member's day selects one."""

    codes: Codes
    days: Mapping[Node, Computed]

    @classmethod
    def planned(cls, frame: Frame, codes: Codes) -> "VersionsUsed":
        days: dict[Node, Computed] = {}
        for read in dated_reads(codes.rules, list(codes.rules.all_nodes())):
            if known_day(read.selector, frame.sources.on):
                continue
            versions = codes.rules.values[read.value].versions
            for node in [in_force(read, version) for version in versions] if read.through else [read.selector]:
                if node not in days:
                    days[node] = frame.want(f"day__{len(days)}", node)
        return cls(codes, days)

    def of(self, stage: Stage, nodes: Sequence[Node]) -> Mask:
        """The versions that the nodes read: known at once where one day holds for all, else by the claim's own."""
        fixed = 0
        masks = []
        for read in dated_reads(self.codes.rules, list(nodes)):
            value = self.codes.rules.values[read.value]
            known = known_day(read.selector, stage.on)
            if known:
                version = value.at(known)
                fixed |= 1 << self.codes.values.index(value.version_id(version)) if version else 0
                continue
            for version in value.versions:
                held = self._was_read(stage, read, version)
                masks.append(when(held, bit(self.codes.values.index(value.version_id(version)))))
        return union([constant_mask(fixed), *masks])

    def _was_read(self, stage: Stage, read: DatedRead, version: TypedVersion) -> Column:
        if read.through:
            return holds(stage.computed(self.days[in_force(read, version)]))
        day = stage.computed(self.days[read.selector]).value
        return stage.in_force(day, version.since, version.until)
