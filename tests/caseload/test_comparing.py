"""The figures of a comparison against a plain loop over the awards of both rounds."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from sanad.caseload.comparing.comparing import Comparison, compare_rounds
from sanad.caseload.comparing.sides import Letter, Side
from sanad.caseload.making import Asked, make_round
from sanad.rulebook.reading import load_programme
from tests.caseload.building import write

BEIRUT = Path("programmes/beirut-army-2020")
NEPAL = Path("programmes/nepal-2015")
GRADES = ("", "1", "2", "3", "4", "5", "9")
KINDS = ("", "minor", "major")
ROOFS = ("", "light")
HEAD = "claim_id,household_id,house_id,damage_grade,repair_kind,owner_occupied,owns_undamaged_house,landless,roof"


def nepal_claims(folder: Path) -> Path:
    """Every grade and kind of repair, three claims for each house, and grades that are none."""
    houses = [(grade, kind) for grade in GRADES for kind in KINDS]
    rows = [
        f"N{at}{place},H{at},B{at},{grade},{repair},true,false,{str(at % 5 == 0).lower()},{ROOFS[at % 2]}"
        for at, (grade, repair) in enumerate(houses)
        for place in range(3)
    ]
    return write(folder, "\n".join([HEAD, *rows]) + "\n")


def side(folder: Path, letter: Letter, claims: Path, programme: Path, reading: str | None, on: date) -> Side:
    asked = Asked(load_programme(programme, reading), claims, on, folder / letter)
    made = make_round(asked, lambda step: None)
    return Side(letter, programme.name, asked.out, made.meta, made.decided.rules)


@pytest.fixture
def nepal(tmp_path: Path) -> Comparison:
    claims = nepal_claims(tmp_path)
    a = side(tmp_path, "a", claims, NEPAL, "may", date(2016, 6, 1))
    b = side(tmp_path, "b", claims, NEPAL, None, date(2018, 9, 1))
    return compare_rounds(a, b, ("roof", "damage_grade", "damaged_enough"))


def answers(one: Side) -> dict[str, dict[str, Any]]:
    table = duckdb.connect().read_parquet(str(one.awards))
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.fetchall()]
    return {str(row["claim_id"]): row for row in rows}


def kind_of(a: dict[str, Any] | None, b: dict[str, Any] | None) -> str:
    before, after = (one["net"] if one else None for one in (a, b))
    if before is None:
        return "neither" if after is None else "only_b"
    if after is None:
        return "only_a"
    return "same" if before == after else ("more" if after > before else "less")


def pairs(found: Comparison) -> Iterator[tuple[dict[str, Any] | None, dict[str, Any] | None]]:
    a, b = answers(found.a), answers(found.b)
    for claim in sorted({*a, *b}):
        yield a.get(claim), b.get(claim)


def test_kinds_and_outcomes_are_those_of_a_plain_loop(nepal: Comparison):
    plain = Counter(kind_of(a, b) for a, b in pairs(nepal))
    crossed = Counter((a["outcome"] if a else "bad_row", b["outcome"] if b else "bad_row") for a, b in pairs(nepal))

    unread = nepal.rows.neither
    assert {kind: one.claims for kind, one in nepal.kinds.items()} == {**plain, "unread": unread}
    cells = {(cell.outcome_a, cell.outcome_b): cell.claims for cell in nepal.outcomes}
    assert cells == {**crossed, ("bad_row", "bad_row"): unread}
    assert unread > 0
    assert len(plain) >= 3


def test_all_that_is_counted_adds_up_to_the_rows_and_to_the_totals_of_the_rounds(nepal: Comparison):
    read = nepal.rows.given - nepal.rows.neither

    assert sum(one.claims for one in nepal.kinds.values()) == nepal.rows.given
    assert sum(cell.claims for cell in nepal.outcomes) == nepal.rows.given
    for sums in (nepal.kinds.values(), *(grouping.groups for grouping in nepal.groupings)):
        assert (sum(one.net_a for one in sums), sum(one.net_b for one in sums)) == nepal.total("net")
    for grouping in nepal.groupings:
        assert sum(group.claims for group in grouping.groups) == read
        counted = [g.more + g.less + g.same + g.other_money + g.one_side + g.neither for g in grouping.groups]
        assert counted == [group.claims for group in grouping.groups]


def test_groups_come_in_the_order_of_their_values_with_the_unknown_last(nepal: Comparison):
    values = {grouping.name: [group.value for group in grouping.groups] for grouping in nepal.groupings}

    assert values["roof"] == ["light", None]
    assert values["damage_grade"] == ["1", "2", "3", "4", "5", None]
    assert values["damaged_enough"] == ["true", "false", None]


def test_a_pattern_is_told_by_the_claim_that_changes_most(tmp_path: Path):
    rows = [f"C{at},B1,dwelling,normal,{at}000000" for at in range(1, 5)]
    claims = write(tmp_path, "\n".join(["claim_id,building_id,use,dwelling_class,estimate", *rows]) + "\n")
    a = side(tmp_path, "a", claims, BEIRUT, None, date(2020, 1, 1))
    b = side(tmp_path, "b", claims, BEIRUT, None, date(2021, 1, 1))

    found = compare_rounds(a, b, ())

    assert [(one.section, one.claims, one.claim_id) for one in found.patterns] == [("outcome", 4, "C4")]
    assert {kind: one.claims for kind, one in found.kinds.items()} == {"only_b": 4}
    assert [grouping.name for grouping in found.groupings] == ["dwelling_class", "use"]
