"""Where the links of a chain stand: how far from the beginnings, and in which lane beside one another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sanad.web.desk.shown.chains import End, Step


@dataclass(frozen=True, slots=True)
class Link:
    """One way from a link to the next, with every hop that went it."""

    start: str
    end: str
    steps: Sequence[Step]

    @property
    def is_stated(self) -> bool:
        return any(step.hop.is_stated for step in self.steps)


@dataclass(frozen=True, slots=True)
class Layout:
    ends: Mapping[str, End]
    links: Sequence[Link]
    depths: Mapping[str, int]
    lanes: Mapping[str, int]

    @property
    def depth(self) -> int:
        return max(self.depths.values(), default=0) + 1

    @property
    def width(self) -> int:
        return max(self.lanes.values(), default=0) + 1

    def is_at_the_start(self, link: Link) -> bool:
        """Whether its words stand where it leaves; else where it arrives, since several leave the same place."""
        leaving = [one for one in self.links if one.start == link.start]
        return len(leaving) == 1 or self.lanes[link.start] == self.lanes[link.end]


def laid_out(steps: Sequence[Step]) -> Layout:
    ends = {end.key: end for step in steps for end in (step.start, step.end)}
    ways = dict.fromkeys((step.start.key, step.end.key) for step in steps)
    links = [
        Link(start, end, [step for step in steps if (step.start.key, step.end.key) == (start, end)])
        for start, end in ways
    ]
    depths = _depths(links)
    return Layout(ends, links, depths, _lanes(ends, links, depths))


def _depths(links: Sequence[Link]) -> dict[str, int]:
    """As far as the longest way from a beginning; a beginning itself stands just before what came of it."""
    depths: dict[str, int] = {}
    for link in links:
        depths[link.end] = max(depths.get(link.end, 0), depths.get(link.start, 0) + 1)
    arrived = set(depths)
    for link in links:
        if link.start not in arrived:
            near = depths[link.end] - 1
            depths[link.start] = min(depths.get(link.start, near), near)
    return depths


def _lanes(ends: Mapping[str, End], links: Sequence[Link], depths: Mapping[str, int]) -> dict[str, int]:
    """No link stands in a lane through which another one's way goes."""
    lanes: dict[str, int] = {}
    taken: set[tuple[int, int]] = set()
    for key in sorted(ends, key=lambda one: depths[one]):
        last = max((depths[link.end] - 1 for link in links if link.start == key), default=depths[key])
        span = range(depths[key], last + 1)
        before = [lanes[link.start] for link in links if link.end == key and link.start in lanes]
        lane = next(one for one in [*before, *range(len(ends))] if not taken & {(one, place) for place in span})
        lanes[key] = lane
        taken |= {(lane, place) for place in span}
    return lanes
