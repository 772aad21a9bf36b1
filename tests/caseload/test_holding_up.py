"""A bad row holds up the claims that the rules rank or count together with it, and no others."""

from pathlib import Path
from random import Random

import pytest

from tests.caseload.building import LEVELS, Result, fact, level, read, write

GRADE = fact("grade", most="5")
HEADER = "claim_id,household_id,building_id,grade\n"
RANKED = {("household", "claim")}


def claims(folder: Path, rows: str, totals: set[tuple[str, str]]) -> Result:
    return read(write(folder, HEADER + rows), [GRADE], LEVELS, totals=totals)


def held_up(result: Result) -> list[tuple[int, str, str]]:
    return [(row, code, value) for row, _, code, value in result.faults if code in ("bad_in_group", "bad_member")]


@pytest.mark.parametrize("bad", ["A,H1,B1,9\n", "A,H1,B1,\u0663x\n", "B,H1,B1,2\n", ",H1,B1,2\n"])
def test_a_claim_is_not_decided_while_another_that_it_is_ranked_with_is_a_bad_row(tmp_path: Path, bad: str):
    result = claims(tmp_path, bad + "B,H1,B1,2\nC,H1,B1,3\nD,H2,B1,3\n", RANKED)

    assert result.values("claim_id") == ["D"]
    assert "bad_in_group" in {code for _, code, _ in held_up(result)}
    assert result.caseload.rows_in == result.caseload.rows_bad + 1


def test_a_bad_claim_holds_up_nobody_where_the_rules_take_no_total_over_claims(tmp_path: Path):
    result = claims(tmp_path, "A,H1,B1,9\nB,H1,B1,2\n", {("household", "person")})

    assert result.values("claim_id") == ["B"]


def test_what_is_held_up_holds_up_what_it_is_counted_with_in_turn(tmp_path: Path):
    rows = "A,H1,B1,9\nB,H1,B2,2\nC,H2,B2,2\nD,H3,B3,2\n"
    levels = (level("building"), level("household"), level("claim", "household", "building"))
    both = RANKED | {("building", "claim")}

    result = read(write(tmp_path, HEADER + rows), [GRADE], levels, totals=both)

    assert result.values("claim_id") == ["D"]
    assert held_up(result) == [(3, "bad_in_group", "H1"), (4, "bad_in_group", "B2")]


def test_a_household_that_only_a_bad_claim_names_is_missing_from_its_building(tmp_path: Path):
    result = claims(tmp_path, "A,H1,B1,9\nB,H2,B1,2\nC,H3,B2,2\n", {("building", "household")})

    assert result.values("claim_id") == ["C"]


def test_a_bad_row_of_a_file_above_the_claims_is_missing_from_totals_as_well(tmp_path: Path):
    rooms = fact("rooms", of="household", most="9")
    write(tmp_path, "household_id,building_id,rooms\nH1,B1,99\nH2,B1,2\nH3,B2,2\n", "households.csv")
    write(tmp_path, "claim_id,household_id,grade\nA,H1,1\nB,H2,1\nC,H3,1\n", "claims.csv")

    result = read(tmp_path, [GRADE, rooms], LEVELS, totals={("building", "household")})

    assert result.values("claim_id") == ["C"]
    assert (3, "bad_in_group", "B1") in held_up(result)


def test_a_bad_person_holds_up_the_building_only_where_a_total_of_the_building_counts_persons(tmp_path: Path):
    age = fact("age", of="person", most="120")
    write(tmp_path, "person_id,household_id,age\np1,H1,999\np2,H2,4\n", "persons.csv")
    write(tmp_path, HEADER + "A,H1,B1,1\nB,H2,B1,1\nC,H3,B2,1\n", "claims.csv")

    per_household = read(tmp_path, [GRADE, age], LEVELS, totals={("household", "person")})
    per_building = read(tmp_path, [GRADE, age], LEVELS, totals={("building", "person")})

    assert per_household.values("claim_id") == ["B", "C"]
    assert per_building.values("claim_id") == ["C"]


def test_a_bad_person_of_a_room_holds_up_its_household_alone(tmp_path: Path):
    levels = (*LEVELS[:3], level("room", "household"), level("person", "room"))
    age = fact("age", of="person", most="120")
    write(tmp_path, "room_id,household_id\nR1,H1\nR2,H2\n", "rooms.csv")
    write(tmp_path, "person_id,room_id,age\np1,R1,999\np2,R2,4\n", "persons.csv")
    write(tmp_path, HEADER + "A,H1,B1,1\nB,H2,B1,1\n", "claims.csv")

    result = read(tmp_path, [GRADE, age], levels, totals={("household", "person")})

    assert result.values("claim_id") == ["B"]
    assert held_up(result) == [(2, "bad_member", "H1")]


def test_a_caseload_without_bad_rows_loses_nothing(tmp_path: Path):
    result = claims(tmp_path, "A,H1,B1,1\nB,H1,B1,2\n", RANKED)

    assert (result.values("claim_id"), result.faults) == (["A", "B"], [])


@pytest.mark.parametrize("seed", range(8))
def test_all_that_hangs_together_with_a_bad_row_is_held_up_and_nothing_else(tmp_path: Path, seed: int):
    random = Random(seed)
    owners = [(f"H{random.randrange(40)}", f"B{random.randrange(40)}") for _ in range(40)]
    bad = set(random.sample(range(40), random.choice([0, 1, 3])))
    rows = "".join(f"C{at},{h},{b},{9 if at in bad else 1}\n" for at, (h, b) in enumerate(owners))
    levels = (level("building"), level("household"), level("claim", "household", "building"))

    result = read(write(tmp_path, HEADER + rows), [GRADE], levels, totals=RANKED | {("building", "claim")})

    held, size = set(bad), -1
    while size != len(held):
        size = len(held)
        things = {thing for at in held for thing in owners[at]}
        held |= {at for at, own in enumerate(owners) if things & set(own)}
    assert set(result.values("claim_id")) == {f"C{at}" for at in range(40) if at not in held}
    for row, column, _, value in result.faults:
        if row - 2 not in bad:
            place = ("household_id", "building_id").index(column)
            assert sum(own[place] == value for own in owners) > 1


def test_one_bad_row_at_the_end_of_a_long_chain_holds_it_up_to_its_other_end(tmp_path: Path):
    chain = "".join(f"C{at},H{(at + 1) // 2},B{at // 2},{9 if at == 0 else 1}\n" for at in range(20_000))
    levels = (level("building"), level("household"), level("claim", "household", "building"))

    result = read(
        write(tmp_path, HEADER + chain + "D,HD,BD,1\n"), [GRADE], levels, totals=RANKED | {("building", "claim")}
    )

    assert result.values("claim_id") == ["D"]
