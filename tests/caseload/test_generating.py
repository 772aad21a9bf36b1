"""A made-up caseload: like its counts, the same on every machine, and marked as made up wherever it goes."""

import hashlib
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from sanad.caseload.counting import count_like, figures_text
from sanad.caseload.drawing import below, weighted
from sanad.caseload.figures import Figures, read_figures
from sanad.caseload.generating import Recipe, generate
from sanad.caseload.problems import CaseloadRefused
from sanad.engine.rules.levels import read_levels
from tests.caseload.building import Result, fact, level, read, write

LEVELS = (level("house"), level("household", "house"), level("claim", "household"))
FACTS = {
    field.name: field
    for field in (
        fact("district", "choice", of="house", options="gorkha rasuwa"),
        fact("grade"),
        fact("roof", "choice", options="light heavy"),
        fact("area", "quantity", unit="m2", decimals=1),
        fact("landless", "boolean", of="household"),
        fact("visited", "date"),
    )
}
YAML = """
joint:
  fields: [district, grade]
  rows: [[gorkha, 5, 60], [gorkha, 4, 10], [rasuwa, 5, 30], ["", 1, 0]]
margins:
  within: grade
  fields:
    roof: {4: [[light, 1]], 5: [[light, 3], [heavy, 1]]}
    area: {5: [[58.4, 1], ["", 1]]}
    visited: {4: [[2015-04-25, 1]], 5: [[2015-04-26, 1]]}
shares:
  landless: {value: true, per_thousand: 250}
"""


def figures(folder: Path, text: str = YAML) -> Figures:
    return read_figures(write(folder, text, "caseload.yaml"), FACTS)


def made(folder: Path, count: int, seed: int = 1, text: str = YAML, name: str = "made.csv") -> Result:
    path = folder / name
    path.unlink(missing_ok=True)
    generate(Recipe(FACTS, read_levels(LEVELS), figures(folder, text)), count, seed, path)
    return read(path, list(FACTS.values()), LEVELS)


def test_a_made_up_caseload_is_like_its_counts(tmp_path: Path):
    found = made(tmp_path, 20_000)

    pairs = Counter((row["district"], row["grade"]) for row in found.rows())
    roofs = Counter(row["roof"] for row in found.rows() if row["grade"] == 5)
    assert set(pairs) == {("gorkha", 5), ("gorkha", 4), ("rasuwa", 5)}
    assert 11_700 < pairs["gorkha", 5] < 12_300
    assert 0.73 < roofs["light"] / roofs.total() < 0.77
    assert {row["roof"] for row in found.rows() if row["grade"] == 4} == {"light"}
    assert {row["area"] for row in found.rows() if row["grade"] == 5} == {584, None}
    assert 4_700 < sum(row["landless"] is True for row in found.rows()) < 5_300
    assert found.bad == []


def test_it_says_that_it_is_made_up_and_what_was_assumed(tmp_path: Path):
    for name in ("made.csv", "made.parquet"):
        found = made(tmp_path, 100, name=name)

        assert found.caseload.generated
        assert found.caseload.assumed_in_file == ("landless",)
        assert found.caseload.columns_unused == ()


def test_an_assumed_fact_may_have_several_values_and_the_rest_state_nothing(tmp_path: Path):
    shares = "landless: [[true, 250], [false, 500]]"

    found = made(tmp_path, 20_000, text=YAML.replace("landless: {value: true, per_thousand: 250}", shares))

    counted = Counter(row["landless"] for row in found.rows())
    assert 4_700 < counted[True] < 5_300
    assert 9_600 < counted[False] < 10_400
    assert counted[True] + counted[False] + counted[None] == 20_000
    assert found.caseload.assumed_in_file == ("landless",)


def test_counts_that_are_made_up_are_marked_as_assumed_until_a_survey_gives_them(tmp_path: Path):
    survey = "claim_id,house_id,household_id,district,grade,roof\n1,1,1,gorkha,5,light\n"
    spec = figures(tmp_path, YAML + "assumed: [roof, visited]\n")
    programme = type("P", (), {"levels": LEVELS})

    found = made(tmp_path, 100, text=YAML + "assumed: [roof, visited]\n")
    counted = count_like(spec, programme, FACTS, write(tmp_path, survey), None)  # type: ignore[arg-type]

    assert set(found.caseload.assumed_in_file) == {"landless", "roof", "visited"}
    assert counted.assumed == {"landless"}


def test_csv_and_parquet_hold_the_same_claims(tmp_path: Path):
    assert made(tmp_path, 3_000).rows() == made(tmp_path, 3_000, name="made.parquet").rows()


def test_the_same_seed_gives_the_same_file_and_another_seed_another(tmp_path: Path):
    first, again, other = (made(tmp_path, 500, seed).rows() for seed in (7, 7, 8))

    assert first == again
    assert first != other


def test_the_draws_are_those_of_every_other_machine(tmp_path: Path):
    found = made(tmp_path, 1_000, seed=42)

    digest = hashlib.sha256(repr([tuple(row.values()) for row in found.rows()]).encode()).hexdigest()

    assert digest == "ccb6bf8a29d58923c13cc1dd5f24508f2b8391d71b7382e839ca5f65acddba58"


def test_a_longer_file_begins_with_the_shorter_one(tmp_path: Path):
    short, long = made(tmp_path, 1_000).rows(), made(tmp_path, 101_000).rows()

    assert long[:1_000] == short


def test_claims_of_one_thing_share_its_id_and_its_facts(tmp_path: Path):
    found = made(tmp_path, 1_000, text=YAML + "groups: {house: 4, household: 2}\n")

    assert found.bad == []
    assert [row["house_id"] for row in found.rows()[3:5]] == ["GEN-house-0000001", "GEN-house-0000002"]
    assert len({(row["house_id"], row["district"]) for row in found.rows()}) == 250
    assert len({(row["household_id"], row["landless"]) for row in found.rows()}) == 500
    assert found.rows()[999]["claim_id"] == "GEN-0001000"


def test_groups_that_do_not_fit_within_one_another_are_refused(tmp_path: Path):
    with pytest.raises(CaseloadRefused) as refusal:
        made(tmp_path, 10, text=YAML + "groups: {house: 3, household: 2}\n")

    assert refusal.value.code == "bad_groups"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("district, grade", "distric, grade", "unknown_field"),
        ("gorkha, 4, 10", "gorka, 4, 10", "bad_stated_value"),
        ("gorkha, 4, 10", "gorkha, 10", "bad_entry"),
        ("gorkha, 4, 10", "gorkha, 4, 1.5", "bad_entry"),
        (
            "fields: [district, grade]\n  rows: [[gorkha, 5, 60]",
            "fields: [district]\n  rows: [[gorkha, 60]",
            "bad_entry",
        ),
        ("within: grade", "within: rooms", "unknown_field"),
        ("shares:", "share:", "unknown_key"),
        ("joint:", "joint:\n  rowz: []", "unknown_key"),
        ("margins:", "margins:\n  field: grade", "unknown_key"),
        ("per_thousand: 250", "per_thousand: 2500", "bad_entry"),
        ("{value: true, per_thousand: 250}", "[[true, 600], [false, 401]]", "bad_entry"),
        ("{value: true, per_thousand: 250}", "[[true]]", "bad_entry"),
        ("shares:", "assumed: [rooms]\nshares:", "bad_entry"),
    ],
)
def test_a_slip_in_the_figures_is_told(tmp_path: Path, old: str, new: str, code: str):
    with pytest.raises(CaseloadRefused) as refusal:
        figures(tmp_path, YAML.replace(old, new))

    assert refusal.value.code == code
    assert "caseload.yaml" in refusal.value.says["ar"]


@pytest.mark.parametrize(
    "text",
    [
        "joint: {fields: [grade], rows: [[5, 0]]}\n",
        "joint: {fields: [grade]}\n",
        "joint: {fields: [grade, grade], rows: [[5, 5, 1]]}\n",
        "joint: {fields: [grade], rows: [[5, 2147483647], [4, 2147483647], [3, 2147483647]]}\n",
    ],
)
def test_figures_that_nothing_can_be_drawn_from_are_refused(tmp_path: Path, text: str):
    with pytest.raises(CaseloadRefused) as refusal:
        made(tmp_path, 10, text=text)

    assert refusal.value.code == "bad_figures"


@pytest.mark.parametrize(("count", "name", "code"), [(0, "a.csv", "bad_count"), (1, "a.xlsx", "unknown_out")])
def test_what_cannot_be_generated_is_refused(tmp_path: Path, count: int, name: str, code: str):
    with pytest.raises(CaseloadRefused) as refusal:
        made(tmp_path, count, name=name)

    assert refusal.value.code == code


def test_a_file_that_is_there_is_never_overwritten(tmp_path: Path):
    path = write(tmp_path, "mine", "made.csv")

    with pytest.raises(CaseloadRefused) as refusal:
        generate(Recipe(FACTS, read_levels(LEVELS), figures(tmp_path)), 10, 1, path)

    assert refusal.value.code == "out_exists"
    assert path.read_text(encoding="utf-8") == "mine"


def test_counts_made_from_a_file_are_written_as_figures_and_read_again(tmp_path: Path):
    survey = "claim_id,house_id,household_id,district,grade,roof,area,visited\n" + "\n".join(
        [
            "1,1,1,gorkha,5,light,58.4,2015-04-25",
            "2,2,2,gorkha,5,heavy,,",
            "3,3,3,rasuwa,,light,7,",
            "4,4,4,gorkha,5,light,,",
        ]
    )
    spec = figures(tmp_path)
    programme = type("P", (), {"levels": LEVELS})

    counted = count_like(spec, programme, FACTS, write(tmp_path, survey), None)  # type: ignore[arg-type]
    text = figures_text(counted, FACTS) + "shares:\n  landless: {value: true, per_thousand: 250}\n"

    assert dict(counted.joint) == {("gorkha", "5"): 3, ("rasuwa", None): 1}
    assert dict(counted.margins["roof"]["5"]) == {("light",): 2, ("heavy",): 1}
    assert figures(tmp_path, text) == counted


def test_draws_stay_below_their_total_and_follow_their_weights():
    raw = np.random.PCG64(3).random_raw(100_000)
    extremes = np.array([0, 2**64 - 1], dtype=np.uint64)

    places = Counter(weighted(raw, [0, 3, 0, 1, 0]).tolist())

    assert below(extremes, 7).tolist() == [0, 6]
    assert below(extremes, 2**32 - 1).tolist() == [0, 2**32 - 2]
    assert set(places) == {1, 3}
    assert 0.74 < places[1] / 100_000 < 0.76
    assert weighted(extremes, [0, 1, 2, 0]).tolist() == [1, 2]
