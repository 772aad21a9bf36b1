"""Dwellings with several owners, owners of several dwellings: a bad row reaches all that hang together with it."""

from collections.abc import Collection
from datetime import date
from pathlib import Path
from random import Random

import duckdb
import pytest

from sanad.caseload.making import Asked, make_round
from sanad.caseload.members import Total
from sanad.caseload.shares import Shares
from sanad.rulebook.reading import load_programme
from tests.caseload.building import Result, fact, level, read, write
from tests.rulebook.documented import FIRST, RULEBOOK, documented, write_example

LEVELS = (
    level("dwelling"),
    level("owner"),
    level("ownership", "dwelling", "owner"),
    level("household"),
    level("claim", "dwelling", "household"),
)
SHARE = fact("share_held", "percent", of="ownership", most="100")
GRADE = fact("grade", most="5")
BOTH_WAYS = {("dwelling", "ownership"), ("owner", "ownership")}
WHOLE = Shares("ownership", "dwelling", "share_held", 0, 100)
CLAIMS = "claim_id,dwelling_id,household_id,grade\nSamira,D1,H1,3\nKarim,D2,H2,4\nDina,D3,H3,4\n"


def owned(
    folder: Path,
    rows: str,
    shares: tuple[Shares, ...] = (),
    claims: str = CLAIMS,
    totals: Collection[Total] = tuple(BOTH_WAYS),
) -> Result:
    write(folder / "in", claims, "claims.csv")
    write(folder / "in", "ownership_id,dwelling_id,owner_id,share_held\n" + rows, "ownerships.csv")
    return read(folder / "in", [SHARE, GRADE], LEVELS, totals=totals, shares=shares)


def test_a_row_for_each_owner_of_each_dwelling_links_both(tmp_path: Path):
    found = owned(tmp_path, "1,D1,Omar,60\n2,D1,Lina,40\n3,D2,Lina,100\n4,D3,Nour,100\n", (WHOLE,))

    assert found.values("claim_id") == ["Samira", "Karim", "Dina"]
    assert found.values("owner_id", "level_ownership") == ["Omar", "Lina", "Lina", "Nour"]
    assert found.bad == []


def test_shares_that_do_not_add_up_make_the_claim_a_bad_row_with_their_sum(tmp_path: Path):
    found = owned(tmp_path, "1,D1,Omar,60\n2,D1,Lina,30\n3,D2,Hadi,100\n4,D3,Nour,100\n", (WHOLE,))

    assert found.values("claim_id") == ["Karim", "Dina"]
    assert found.faults == [(2, "share_held", "shares_do_not_add_up", "90")]


def test_a_dwelling_of_which_no_owner_is_stated_does_not_add_up(tmp_path: Path):
    found = owned(tmp_path, "1,D1,Omar,100\n2,D2,Hadi,100\n", (WHOLE,))

    assert found.faults == [(4, "share_held", "shares_do_not_add_up", "0")]


def test_a_share_that_is_absent_is_a_missing_fact_and_no_bad_row(tmp_path: Path):
    found = owned(tmp_path, "1,D1,Omar,60\n2,D1,Lina,\n3,D2,Hadi,100\n4,D3,Nour,100\n", (WHOLE,))

    assert found.bad == []


def test_the_sum_is_shown_with_the_decimals_of_the_share(tmp_path: Path):
    share = fact("share_held", "quantity", of="ownership", most="1", unit="ratio", decimals=3)
    write(tmp_path / "in", "claim_id,dwelling_id,household_id\nSamira,D1,H1\n", "claims.csv")
    rows = "ownership_id,dwelling_id,owner_id,share_held\n1,D1,Omar,0.333\n2,D1,Lina,0.666\n"
    write(tmp_path / "in", rows, "ownerships.csv")

    found = read(tmp_path / "in", [share], LEVELS, shares=(Shares("ownership", "dwelling", "share_held", 3, 1000),))

    assert found.faults == [(2, "share_held", "shares_do_not_add_up", "0.999")]


def test_wrong_shares_reach_the_other_home_of_their_owner_where_the_rules_count_his_homes(tmp_path: Path):
    rows = "1,D1,Omar,60\n2,D2,Omar,100\n3,D3,Nour,100\n"

    counted = owned(tmp_path / "counted", rows, (WHOLE,))
    alone = owned(tmp_path / "alone", rows, (WHOLE,), totals={("dwelling", "ownership")})

    assert counted.faults == [
        (2, "share_held", "shares_do_not_add_up", "60"),
        (3, "dwelling_id", "bad_in_group", "D2"),
    ]
    assert alone.values("claim_id") == ["Karim", "Dina"]


def test_a_bad_row_of_an_owner_reaches_his_other_home(tmp_path: Path):
    rows = "1,D1,Omar,lots\n2,D2,Omar,100\n3,D3,Nour,100\n"

    counted = owned(tmp_path / "counted", rows)
    alone = owned(tmp_path / "alone", rows, totals={("dwelling", "ownership")})

    assert counted.values("claim_id") == ["Dina"]
    assert [fault for fault in counted.faults if fault[1] == "dwelling_id"] == [
        (2, "dwelling_id", "bad_member", "D1"),
        (3, "dwelling_id", "bad_in_group", "D2"),
    ]
    assert alone.values("claim_id") == ["Karim", "Dina"]


def test_a_bad_claim_reaches_over_an_owner_only_where_claims_are_counted(tmp_path: Path):
    rows = "1,D1,Omar,100\n2,D2,Omar,100\n3,D3,Nour,100\n"
    claims = CLAIMS.replace("Samira,D1,H1,3", "Samira,D1,H1,9")

    counted = owned(tmp_path / "counted", rows, (), claims, BOTH_WAYS | {("dwelling", "claim")})
    alone = owned(tmp_path / "alone", rows, (), claims)

    assert counted.values("claim_id") == ["Dina"]
    assert alone.values("claim_id") == ["Karim", "Dina"]


def test_what_is_held_up_over_an_owner_holds_up_its_household_in_turn(tmp_path: Path):
    rows = "1,D1,Omar,lots\n2,D2,Omar,100\n3,D3,Nour,100\n4,D4,Nour,100\n"
    claims = CLAIMS.replace("Dina,D3,H3", "Dina,D3,H2") + "Yara,D4,H4,1\nHuda,D5,H5,1\n"
    totals = BOTH_WAYS | {("dwelling", "claim"), ("household", "claim")}

    found = owned(tmp_path, rows, (), claims, totals)

    assert found.values("claim_id") == ["Huda"]


@pytest.mark.parametrize("seed", range(3))
def test_mending_a_share_never_changes_what_was_decided_beside_it(tmp_path: Path, seed: int):
    random = Random(seed)
    examples = {example.name: example for example in documented(RULEBOOK.read_text(encoding="utf-8"))}
    programme = write_example(tmp_path, examples[FIRST], examples["owners-and-shares"])
    links = [[str(at), f"D{random.randrange(8)}", f"O{random.randrange(6)}"] for at in range(10)]
    shares = [str(share_of(links, at)) for at in range(10)]
    broken = random.randrange(10)

    beside = decided(tmp_path / "broken", programme, links, [*shares[:broken], "lots", *shares[broken + 1 :]])

    mended = decided(tmp_path / "mended", programme, links, shares)
    assert {claim: mended[claim] for claim in beside} == beside


def share_of(links: list[list[str]], at: int) -> int:
    """An equal share of the dwelling; the first owner has what is left over."""
    owners = [place for place, link in enumerate(links) if link[1] == links[at][1]]
    return 100 // len(owners) + (100 % len(owners) if at == owners[0] else 0)


def decided(folder: Path, programme: Path, links: list[list[str]], shares: list[str]) -> dict[str, tuple[object, ...]]:
    rows = "".join(f"{','.join(link)},{share},false\n" for link, share in zip(links, shares, strict=True))
    write(folder / "in", "ownership_id,dwelling_id,owner_id,share_held,owner_abroad\n" + rows, "ownerships.csv")
    claims = "".join(f"C{at},D{at},H{at},destroyed,false\n" for at in range(8))
    write(folder / "in", "claim_id,dwelling_id,household_id,damage,lives_abroad\n" + claims, "claims.csv")
    asked = Asked(load_programme(programme), folder / "in", date(2026, 3, 1), folder / "round")
    make_round(asked, lambda step: None)
    table = duckdb.connect().read_parquet(str(folder / "round" / "awards.parquet"))
    return {row[0]: row[1:] for row in table.select("claim_id, outcome, reasons, net, due_now").fetchall()}
