import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sanad.places.importing import import_places
from sanad.places.models import Place
from sanad.places.published import read_published
from sanad.places.selectors import around, places_named
from sanad.places.topology import read_areas
from tests.shared_data import shared_file

AT = datetime(2026, 11, 26, 9, tzinfo=UTC)
TOPOLOGY = {
    "type": "Topology",
    "transform": {"scale": [0.1, 0.1], "translate": [35.0, 33.0]},
    # The left half, the line that both halves share, the right half, and a hole in the right one.
    "arcs": [
        [[10, 0], [-10, 0], [0, 10], [10, 0]],
        [[10, 10], [0, -10]],
        [[10, 0], [10, 0], [0, 10], [-10, 0]],
        [[14, 4], [2, 0], [0, 2], [-2, 0], [0, -2]],
        [[10, 0], [0, 10]],
    ],
    "objects": {
        "halves": {
            "geometries": [
                {"type": "Polygon", "arcs": [[0, 1]], "properties": {"code": "left"}},
                {"type": "MultiPolygon", "arcs": [[[2, ~4], [3]]], "properties": {"code": "right"}},
                {"type": None, "properties": {"code": "nowhere"}},
            ]
        }
    },
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "halves.json"
    path.write_text(json.dumps(TOPOLOGY), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("point", "codes"),
    [
        ((35_500_000, 33_500_000), ["left"]),
        ((36_200_000, 33_200_000), ["right"]),
        ((36_500_000, 33_500_000), []),
        ((34_900_000, 33_500_000), []),
        ((35_500_000, 34_100_000), []),
    ],
)
def test_a_point_lies_in_the_area_around_it_and_not_in_its_hole(file: Path, point: tuple[int, int], codes: list[str]):
    areas = read_areas(file, "code")

    assert [area.code for area in areas] == ["left", "right"]
    assert [area.code for area in areas if area.holds(point)] == codes


@pytest.mark.django_db
def test_every_published_point_finds_the_cadastre_that_holds_it_or_is_told():
    folder = shared_file("lebanon-places")
    administration, found = read_published(folder)

    for proposal in (administration, found):
        import_places(proposal=proposal, at=AT, by=None)
    placed = [place for place in found.places if place.within]
    assert len(placed) + found.counts["in_no_area"] == 273
    assert len(placed) > 250
    assert all("cod-LB32" in around(place) or "cod-LB" in around(place) for place in places_named("المريجة"))
    assert "cod-LB32" in around(Place.objects.get(code="wof-1343584073"))


def test_where_a_published_list_is_missing_none_is_read(tmp_path: Path):
    assert read_published(tmp_path) == []
