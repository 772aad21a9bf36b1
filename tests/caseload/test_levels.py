"""Claims within households within buildings: repeated in one file, or each level in a file of its own."""

from pathlib import Path

import pytest

from sanad.caseload.problems import CaseloadRefused
from tests.caseload.building import LEVELS, Result, fact, read, read_text, write

FACTS = [
    fact("grade"),
    fact("landless", "boolean", of="household"),
    fact("floors", of="building"),
    fact("age", of="person"),
]
HEADER = "claim_id,household_id,building_id,grade,landless,floors\n"


def flat(folder: Path, *rows: str) -> Result:
    return read_text(folder, HEADER + "\n".join(rows), FACTS, LEVELS)


def in_files(folder: Path, **files: str) -> Result:
    for name, text in files.items():
        write(folder / "claims", text, f"{name}.csv")
    return read(folder / "claims", FACTS, LEVELS)


def codes(result: Result, file: str = "claims.csv") -> list[tuple[int, str, str]]:
    return [(row["row"], row["column"], row["code"]) for row in result.bad if row["file"] == file]


def test_facts_of_upper_levels_stand_beside_each_claim(tmp_path: Path):
    found = flat(tmp_path, "C1,H1,B1,3,yes,2", "C2,H1,B1,4,yes,2", "C3,H2,B1,5,no,2")

    assert found.rows()[1] == {
        "claim_id": "C2",
        "household_id": "H1",
        "building_id": "B1",
        "grade": 4,
        "landless": True,
        "floors": 2,
    }
    assert found.bad == []
    assert found.caseload.levels == ()


def test_a_level_that_claims_do_not_lie_within_is_missing_from_a_single_file(tmp_path: Path):
    found = flat(tmp_path, "C1,H1,B1,3,yes,2")

    assert found.caseload.columns_missing == ("age",)


def test_upper_levels_that_disagree_make_every_row_of_the_thing_bad(tmp_path: Path):
    found = flat(
        tmp_path, "C1,H1,B1,3,yes,2", "C2,H1,B1,4,no,2", "C3,H2,B1,5,no,2", "C4,H3,B2,5,,1", "C5,H3,B2,5,yes,1"
    )

    assert found.values("claim_id") == ["C3"]
    assert codes(found) == [(row, "landless", "upper_level_disagrees") for row in (2, 3, 5, 6)]


def test_a_household_in_two_buildings_makes_all_its_rows_bad(tmp_path: Path):
    found = flat(tmp_path, "C1,H1,B1,3,yes,2", "C2,H1,B2,4,yes,2", "C3,H2,B2,5,no,2")

    assert found.values("claim_id") == ["C3"]
    assert codes(found) == [(2, "building_id", "two_parents"), (3, "building_id", "two_parents")]


def test_a_cell_that_cannot_be_read_does_not_contradict_the_other_rows(tmp_path: Path):
    found = flat(tmp_path, "C1,H1,B1,3,perhaps,2", "C2,H1,B1,4,yes,2")

    assert found.values("claim_id") == ["C2"]
    assert codes(found) == [(2, "landless", "not_a_boolean")]


def test_a_claim_without_the_id_of_an_upper_level_is_bad(tmp_path: Path):
    found = flat(tmp_path, "C1,,B1,3,yes,2")

    assert codes(found) == [(2, "household_id", "no_id")]


def test_a_missing_column_of_ids_refuses_the_file(tmp_path: Path):
    with pytest.raises(CaseloadRefused) as refusal:
        read_text(tmp_path, "claim_id,household_id\nC1,H1\n", FACTS, LEVELS)

    assert "building_id" in refusal.value.says["en"]


BUILDINGS = "building_id,floors\nB1,2\nB2,7\n"
HOUSEHOLDS = "household_id,building_id,landless\nH1,B1,yes\nH2,B1,no\nH3,B2,\n"
CLAIMS = "claim_id,household_id,grade\nC1,H1,3\nC2,H2,4\n"
PEOPLE = "person_id,household_id,age\nP1,H1,40\nP2,H1,9\nP3,H3,70\n"


def test_files_of_levels_are_joined_by_their_ids(tmp_path: Path):
    found = in_files(tmp_path, buildings=BUILDINGS, households=HOUSEHOLDS, claims=CLAIMS, people=PEOPLE)

    claim = {"household_id": "H2", "building_id": "B1", "grade": 4, "landless": False, "floors": 2}
    assert found.rows()[1] == {"claim_id": "C2"} | claim
    assert set(found.caseload.levels) == {"building", "household", "person"}
    assert found.bad == []


def test_things_without_claims_stay_in_the_table_of_their_level(tmp_path: Path):
    found = in_files(tmp_path, buildings=BUILDINGS, households=HOUSEHOLDS, claims=CLAIMS, people=PEOPLE)

    assert found.values("household_id", "level_household") == ["H1", "H2", "H3"]
    assert found.rows("level_person")[2] == {
        "person_id": "P3",
        "household_id": "H3",
        "building_id": "B2",
        "age": 70,
        "landless": None,
        "floors": 7,
    }


def test_an_id_that_no_upper_file_has_is_a_bad_row(tmp_path: Path):
    found = in_files(tmp_path, buildings=BUILDINGS, households=HOUSEHOLDS, claims=CLAIMS + "C3,H9,5\n", people=PEOPLE)

    assert found.values("claim_id") == ["C1", "C2"]
    assert codes(found) == [(4, "household_id", "unknown_parent")]


def test_what_lies_within_a_bad_row_is_bad_too_and_says_so(tmp_path: Path):
    buildings = "building_id,floors\nB1,many\nB2,7\n"

    found = in_files(tmp_path, buildings=buildings, households=HOUSEHOLDS, claims=CLAIMS, people=PEOPLE)

    assert found.rows() == []
    assert codes(found, "buildings.csv") == [(2, "floors", "bad_number")]
    assert codes(found, "households.csv") == [(2, "building_id", "bad_parent"), (3, "building_id", "bad_parent")]
    assert codes(found) == [(2, "household_id", "bad_parent"), (3, "household_id", "bad_parent")]
    assert [(file.file, file.rows_in, file.rows_bad) for file in found.caseload.files] == [
        ("buildings.csv", 2, 1),
        ("households.csv", 3, 2),
        ("claims.csv", 2, 2),
        ("people.csv", 3, 2),
    ]


def test_a_level_without_a_file_stands_repeated_in_the_claims(tmp_path: Path):
    claims = "claim_id,household_id,building_id,grade,landless\nC1,H1,B1,3,yes\nC2,H1,B1,4,yes\n"

    found = in_files(tmp_path, buildings=BUILDINGS, claims=claims, people="person_id,household_id,age\nP1,H1,40\n")

    assert found.values("floors") == [2, 2]
    assert found.rows("level_person") == [
        {"person_id": "P1", "household_id": "H1", "building_id": "B1", "age": 40, "landless": True, "floors": 2}
    ]


def test_two_ways_to_two_buildings_make_a_bad_row(tmp_path: Path):
    levels = (LEVELS[0], LEVELS[1], LEVELS[2].__class__("claim", {}, ("household", "building"), LEVELS[2].where))
    write(tmp_path / "claims", BUILDINGS, "buildings.csv")
    write(tmp_path / "claims", HOUSEHOLDS, "households.csv")
    write(tmp_path / "claims", "claim_id,household_id,building_id,grade\nC1,H1,B1,3\nC2,H2,B2,4\n", "claims.csv")

    found = read(tmp_path / "claims", FACTS, levels)

    assert found.values("claim_id") == ["C1"]
    assert codes(found) == [(3, "claim_id", "two_parents")]


def test_a_folder_may_mix_kinds_of_files_and_hide_others(tmp_path: Path):
    write(tmp_path / "claims", ".", ".DS_Store")

    found = in_files(tmp_path, building=BUILDINGS, household=HOUSEHOLDS, claim=CLAIMS)

    assert found.values("floors") == [2, 2]


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (["households"], "no_claims_file"),
        (["claims", "owners"], "unknown_file"),
        (["claims", "claim"], "doubled_file"),
    ],
)
def test_a_folder_that_is_no_caseload_is_refused(tmp_path: Path, names: list[str], code: str):
    with pytest.raises(CaseloadRefused) as refusal:
        in_files(tmp_path, **dict.fromkeys(names, CLAIMS))

    assert refusal.value.code == code
