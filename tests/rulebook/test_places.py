"""`places.yaml` as it is read, and fields and tables that name places."""

from pathlib import Path

import pytest

from sanad.rulebook.reading import canonical_text, load_canonical, load_programme
from tests.rulebook.folders import add, problems

PLACES = """\
LB: {en: Lebanon, ar: لبنان}
LB-B: {en: Beirut, ar: بيروت, within: LB}
LB-B-1: {en: Karantina, ar: الكرنتينا, within: LB-B}
"""
FIELD = """
home: {level: claim, type: place, label: {en: Home, ar: المسكن}, asked: register}
"""
VALUE = """\
price:
  label: {en: Price, ar: السعر}
  keys: [home]
  zones: price
  checked_on: 2026-02-01
  values:
    2024-01-01: {source: circular-1, rows: {LB: 1, LB-B: 2}}
"""


def placed(town: Path, places: str = PLACES, field: str = FIELD, value: str = VALUE) -> Path:
    (town / "places.yaml").write_text(places, encoding="utf-8")
    (town / "values/price.yaml").write_text(value, encoding="utf-8")
    add(town, "fields.yaml", field)
    return town


def test_a_place_knows_the_place_around_it_and_is_kept_in_the_stored_programme(town: Path):
    programme = load_programme(placed(town))

    again = load_canonical(canonical_text(programme))
    home = next(field for field in again.fields if field.name == "home")

    assert again.hash == programme.hash
    assert [(place.code, place.within) for place in home.options] == [("LB", ""), ("LB-B", "LB"), ("LB-B-1", "LB-B")]
    assert next(value.zones for value in again.values if value.name == "price") == "price"


def test_a_place_moved_to_another_one_changes_the_hash(town: Path):
    before = load_programme(placed(town)).hash

    (town / "places.yaml").write_text(PLACES.replace("within: LB-B", "within: LB"), encoding="utf-8")

    assert load_programme(town).hash != before


@pytest.mark.parametrize(
    ("part", "old", "new", "code"),
    [
        ("places", "within: LB}", "within: LBN}", "unknown_place"),
        ("places", "لبنان}", "لبنان, within: LB-B-1}", "place_cycle"),
        ("places", "en: Beirut, ", "", "missing"),
        ("places", "within: LB}", "inside: LB}", "unknown_key"),
        ("places", "LB-B:", '"LB B":', "bad_code"),
        ("field", "type: place", "type: place, names: true", "wrong_type"),
        ("value", "zones: price", "zones: village", "wrong_type"),
        ("value", "zones: price", "type: place", "wrong_type"),
    ],
)
def test_a_place_that_is_not_well_said_is_refused(town: Path, part: str, old: str, new: str, code: str):
    texts = {"places": PLACES, "field": FIELD, "value": VALUE}
    assert old in texts[part]

    found = problems(placed(town, **(texts | {part: texts[part].replace(old, new, 1)})))

    assert code in {problem.code for problem in found}


def test_a_field_of_places_needs_the_places(town: Path):
    add(town, "fields.yaml", FIELD)

    assert [problem.code for problem in problems(town)] == ["no_places"]
