"""Areas of a TopoJSON file as rings of points in millionths of a degree, and which of them a point lies in."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

MILLION = 1_000_000
Point = tuple[int, int]
"""Longitude and latitude."""

Ring = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Area:
    """One area by its code: all rings of all its parts; a hole is a ring within another."""

    code: str
    rings: tuple[Ring, ...]
    west: int
    south: int
    east: int
    north: int

    def holds(self, point: Point) -> bool:
        """Whether the point lies inside: a line from it to the east crosses the rings an odd number of times."""
        east, north = point
        if not (self.west <= east <= self.east and self.south <= north <= self.north):
            return False
        return sum(_crosses(ring, east, north) for ring in self.rings) % 2 == 1


def read_areas(path: Path, code: str) -> list[Area]:
    """Every area of the file, by the property `code`; one without a ring is none."""
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs = [tuple(_decoded(arc, topology["transform"])) for arc in topology["arcs"]]
    found = []
    for layer in topology["objects"].values():
        for geometry in layer["geometries"]:
            rings = tuple(_joined(indices, arcs) for indices in _rings(geometry))
            if rings:
                found.append(_area(str(geometry["properties"][code]), rings))
    return found


def _area(code: str, rings: tuple[Ring, ...]) -> Area:
    easts = [east for ring in rings for east, _ in ring]
    norths = [north for ring in rings for _, north in ring]
    return Area(code, rings, min(easts), min(norths), max(easts), max(norths))


def _rings(geometry: Mapping[str, Any]) -> Iterator[Sequence[int]]:
    parts = geometry.get("arcs", ())
    for part in [parts] if geometry.get("type") == "Polygon" else parts:
        yield from part


def _decoded(arc: Sequence[Sequence[int]], transform: Mapping[str, Sequence[float]]) -> Iterator[Point]:
    """Steps from point to point on a grid, as degrees."""
    (wide, high), (west, south) = transform["scale"], transform["translate"]
    east = north = 0
    for step_east, step_north in arc:
        east, north = east + step_east, north + step_north
        yield round((east * wide + west) * MILLION), round((north * high + south) * MILLION)


def _joined(indices: Sequence[int], arcs: Sequence[Ring]) -> Ring:
    """A ring from its arcs; the complement of an index means the arc backwards."""
    points: list[Point] = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points.extend(arc if not points else arc[1:])
    return tuple(points)


def _crosses(ring: Ring, east: int, north: int) -> int:
    crossed = 0
    for (east_1, north_1), (east_2, north_2) in pairwise(ring):
        if (north_1 > north) != (north_2 > north):
            # Exact in whole numbers: on which side of the line the point lies.
            side = (east_2 - east_1) * (north - north_1) - (east - east_1) * (north_2 - north_1)
            crossed += (side > 0) == (north_2 > north_1)
    return crossed
