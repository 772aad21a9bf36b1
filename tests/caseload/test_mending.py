"""What is decided beside a bad row stays as it is, whatever the row turns out to say."""

from datetime import date
from pathlib import Path
from random import Random

import duckdb
import pytest

from sanad.caseload.making import Asked, make_round
from sanad.rulebook.reading import load_programme
from tests.caseload.building import write

HEADER = (
    "claim_id,household_id,house_id,damage_grade,repair_kind,owns_undamaged_house,landless,owner_occupied,"
    "agreement_signed,filed_on,picked"
)
GRADE, FILED = 3, 9
MENDED = {GRADE: ["1", "2", "3", "4", "5"], FILED: ["", "2015-05-01", "2016-06-01", "2019-01-01"]}
PROGRAMME = load_programme(Path("programmes/nepal-2015"))

Row = list[str]


def some_claims(random: Random) -> list[Row]:
    """Few houses and few families, so that claims meet in both."""
    families = {f"H{place}": [random.choice(["false"] * 4 + ["true"]) for _ in range(2)] for place in range(5)}
    rows = []
    for place in range(random.randint(3, 10)):
        family = random.choice(list(families))
        damage = [random.choice("123455"), random.choice(["minor", "major", ""])]
        days = random.choice(["2016-06-01", "2016-06-02", "2017-01-01", ""])
        facts = [*damage, *families[family], random.choice(["true"] * 5 + ["false"]), "true", days]
        rows.append([f"C{place}", family, f"B{random.randrange(5)}", *facts, random.choice(["true", "false"])])
    return rows


def decided(folder: Path, rows: list[Row]) -> dict[str, tuple[object, ...]]:
    text = "\n".join([HEADER, *(",".join(row) for row in rows)])
    out = folder / "round"
    make_round(Asked(PROGRAMME, write(folder, text), date(2018, 9, 1), out), lambda step: None)
    table = duckdb.connect().read_parquet(str(out / "awards.parquet"))
    return {row[0]: row[1:] for row in table.select("claim_id, outcome, reasons, net, due_now").fetchall()}


@pytest.mark.parametrize("seed", range(5))
def test_mending_a_bad_row_never_changes_what_was_decided_beside_it(tmp_path: Path, seed: int):
    random = Random(seed)
    rows = some_claims(random)
    broken = {place: random.choice(list(MENDED)) for place in random.sample(range(len(rows)), random.choice([1, 1, 2]))}
    for place, column in broken.items():
        rows[place][column] = "unreadable"

    beside = decided(tmp_path / "broken", rows)

    assert len(beside) <= len(rows) - len(broken)
    for attempt in range(2):
        for place, column in broken.items():
            rows[place][column] = random.choice(MENDED[column])
        mended = decided(tmp_path / f"mended{attempt}", rows)
        assert {claim: mended[claim] for claim in beside} == beside
