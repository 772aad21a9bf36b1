"""A column of places: its codes are read, mapped and refused like those of a choice."""

from pathlib import Path

from sanad.caseload.mapping import load_mapping
from tests.caseload.building import CLAIMS_ONLY, fact, read, write

HOME = [fact("home", "place", options="LB LB-B LB-B-1")]


def test_a_place_column_holds_codes_and_a_code_that_is_no_place_makes_a_bad_row(tmp_path: Path):
    claims = "claim_id,home\nSamira,LB-B-1\nKarim,LB\nHuda,LB-X\nNabil,\n"

    result = read(write(tmp_path, claims), HOME, CLAIMS_ONLY)

    assert [(row["claim_id"], row["home"]) for row in result.rows()] == [
        ("Samira", "LB-B-1"),
        ("Karim", "LB"),
        ("Nabil", None),
    ]
    assert result.faults == [(4, "home", "not_an_option", "LB-X")]


def test_the_codes_of_a_survey_are_turned_into_places(tmp_path: Path):
    mapping = 'claim_id: nr\nfields:\n  home: {column: town, values: {"Beirut ": LB-B, Karantina: LB-B-1}}\n'
    survey = load_mapping(write(tmp_path, mapping, "survey-map.yaml"), HOME, CLAIMS_ONLY)

    result = read(write(tmp_path, "nr,town\n1,Beirut\n2,Karantina\n"), HOME, CLAIMS_ONLY, survey)

    assert result.values("home") == ["LB-B", "LB-B-1"]
