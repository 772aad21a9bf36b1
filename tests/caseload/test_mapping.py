"""A mapping file: a survey's columns become the programme's fields, and every slip is told with its line."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from sanad.caseload.mapping import load_mapping
from sanad.caseload.problems import CaseloadRefused
from sanad.engine.rules.problems import ProgrammeRefused
from tests.caseload.building import Result, fact, level, read, write

LEVELS = (level("house"), level("claim", "house"))
FACTS = [
    fact("grade", low=Decimal(1), high=Decimal(5)),
    fact("slope", "choice", options="flat steep"),
    fact("visited", "date"),
    fact("cost", "money"),
    fact("landless", "boolean"),
]


def mapped(folder: Path, mapping: str, claims: str) -> Result:
    survey = load_mapping(write(folder, mapping, "survey-map.yaml"), FACTS, LEVELS)
    return read(write(folder, claims), FACTS, LEVELS, survey)


def test_columns_values_dates_and_decimals_are_turned(tmp_path: Path):
    mapping = """
        claim_id: nr
        levels: {house: nr}
        fields:
          grade: {column: damage, values: {"Grade 4": 4, "Grade 5": 5}}
          slope: {column: land, values: {"Flat ": flat, Steep slope: steep}}
          visited: {column: when, dates: day_first}
          cost: {column: cost, decimal: comma}
        assume: {landless: false}
        absent: ["NA", "-"]
    """
    claims = 'nr;damage;land;when;cost;colour\n17;Grade 5;STEEP SLOPE;03/04/2016;"1.234,50";red\n18;NA;Flat;-;;\n'

    found = mapped(tmp_path, mapping, claims)

    first = {"grade": 5, "slope": "steep", "visited": date(2016, 4, 3), "cost": 123_450, "landless": False}
    assert found.rows() == [
        {"claim_id": "17", "house_id": "17"} | first,
        {"claim_id": "18", "house_id": "18", "landless": False} | {"grade": None, "slope": "flat"}
        | {"visited": None, "cost": None},
    ]  # fmt: skip
    assert found.caseload.assumptions == {"landless": False}
    assert found.caseload.columns_unused == ("colour",)
    assert found.caseload.columns_missing == ()


def test_a_text_that_the_mapping_does_not_know_is_a_bad_row(tmp_path: Path):
    mapping = 'levels: {house: claim_id}\nfields:\n  grade: {column: damage, values: {"Grade 4": 4}}\n'

    found = mapped(tmp_path, mapping, "claim_id,damage\nSita,Grade 4\nHari,Grade 6\nMaya,4\n")

    assert found.values("claim_id") == ["Sita"]
    assert found.faults == [(3, "damage", "not_mapped", "Grade 6"), (4, "damage", "not_mapped", "4")]


def test_a_field_that_is_not_mapped_is_found_by_its_own_name(tmp_path: Path):
    found = mapped(tmp_path, "levels: {house: claim_id}\n", "claim_id,grade\nSita,4\n")

    assert found.values("grade") == [4]


@pytest.mark.parametrize(
    ("mapping", "code", "said"),
    [
        (
            "fields:\n  grad: damage\n",
            "unknown_field",
            "survey-map.yaml:2: the programme has no field or level `grad`. Did you",
        ),
        (
            "fields:\n  grade: damag\n",
            "unknown_column",
            "survey-map.yaml:2: the claims file has no column `damag`. Did you",
        ),
        ("levels:\n  hous: nr\n", "unknown_field", "Did you mean `house`?"),
        ("levels:\n  claim: nr\n", "unknown_field", "`claim`"),
        ("claim_id: nummer\n", "unknown_column", "survey-map.yaml:1"),
        ("feilds: {grade: damage}\n", "unknown_key", "Did you mean `fields`?"),
        ("fields:\n  grade: {colum: damage}\n", "unknown_key", "Did you mean `column`?"),
        ("fields:\n  grade: {values: {x: 1}}\n", "bad_entry", "column"),
        ("fields:\n  grade:\n    column: damage\n    values: {x: 6}\n", "bad_stated_value", "survey-map.yaml:4: `6`"),
        ("fields:\n  slope: {column: damage, values: {x: hill}}\n", "bad_stated_value", "flat, steep"),
        ("fields:\n  grade: {column: damage, values: {x: 1, X: 2}}\n", "bad_entry", "X"),
        ("fields:\n  grade: {column: damage, dates: day_first}\n", "bad_entry", "day_first"),
        ("fields:\n  visited: {column: damage, dates: year_first}\n", "bad_entry", "dates"),
        ("fields:\n  grade: [damage]\n", "bad_entry", "grade"),
        ("assume: {grade: 9}\n", "bad_stated_value", "1..5"),
        ("assume: {grade: true}\n", "bad_stated_value", "1..5"),
        ("assume: {landless: 1}\n", "bad_stated_value", "true, false"),
        ("assume: {rooms: 1}\n", "unknown_field", "rooms"),
        ("fields: {grade: damage}\nassume: {grade: 1}\n", "assumed_and_given", "survey-map.yaml:2"),
        ("assume: {cost: 1}\n", "assumed_and_given", "survey-map.yaml:1: `cost`"),
        ("absent: NA\n", "bad_entry", "absent"),
    ],
)
def test_a_slip_in_the_mapping_is_told_with_its_line(tmp_path: Path, mapping: str, code: str, said: str):
    mapping += "" if "levels" in mapping else "levels: {house: claim_id}\n"

    with pytest.raises(CaseloadRefused) as refusal:
        mapped(tmp_path, mapping, "claim_id,damage,cost\nSita,4,5\n")

    assert refusal.value.code == code
    assert said in refusal.value.says["en"]
    assert "survey-map.yaml" in refusal.value.says["ar"]


def test_yaml_that_can_be_read_in_two_ways_is_refused(tmp_path: Path):
    with pytest.raises(ProgrammeRefused):
        mapped(tmp_path, "assume: {landless: no}\n", "claim_id\nSita\n")


def test_braces_and_quotes_in_texts_are_only_texts(tmp_path: Path):
    mapping = (
        "levels: {house: claim_id}\nfields:\n  grade: {column: damage, values: {\"{it's} %s\": 4}}\nabsent: ['{x}']\n"
    )

    found = mapped(tmp_path, mapping, "claim_id,damage\nSita,{it's} %s\nHari,{x}\n")

    assert found.values("grade") == [4, None]
