"""What a family and an auditor read of homes in Lebanon: months of rent, stops, sums that were never made public."""

from pathlib import Path

import pytest

from tests.ops.conftest import run

PARTY, STATE = Path("programmes/lb-party-2024"), Path("programmes/lb-state")
HOME = {
    "building_id": "",
    "household_id": "",
    "place": "southern_suburbs",
    "damage": "destroyed",
    "needs_structural_works": "",
    "damaged_on": "2024-11-10",
    "main_home": "true",
    "tenure": "owner",
    "furniture_lost": "false",
    "furniture_estimate": "",
    "rent_since": "2025-01-01",
    "housing_now": "renting",
}
UNIT = {
    "building_id": "",
    "damaged_on": "2006-08-01",
    "territory": "south",
    "use": "dwelling",
    "damage": "partial",
    "assessed_in_2006": "",
}
FAMILIES = {
    "Nabil": {},
    "Rima": {"damage": "partial", "needs_structural_works": "true", "furniture_estimate": "0"},
    "Jana": {"damaged_on": "2025-06-05", "housing_now": "with_relatives"},
}
UNITS = {
    "Small": {"assessed_in_2006": "11250000"},
    "Large": {"damage": "destroyed"},
    "Border": {"damaged_on": "2023-10-20", "damage": "destroyed"},
}


def round_of(folder: Path, programme: Path, facts: dict[str, str], claims: dict[str, dict[str, str]], on: str) -> Path:
    ids = [name for name in facts if name.endswith("_id")]
    rows = {name: facts | dict.fromkeys(ids, name) | own for name, own in claims.items()}
    lines = [",".join(("claim_id", *facts)), *(",".join((name, *row.values())) for name, row in rows.items())]
    (folder / "claims.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "paid.csv").write_text("claim_id,line,amount,date\nNabil,rent,2000,2025-04-15\n", encoding="utf-8")
    paid = ("--paid", folder / "paid.csv") if "Nabil" in claims else ()
    result = run("decide", programme, folder / "claims.csv", "--on", on, *paid, "--out", folder / "round")
    assert result.exit_code == 0, result.output
    return folder / "round"


@pytest.fixture(scope="module")
def summer_2025(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return round_of(tmp_path_factory.mktemp("summer"), PARTY, HOME, FAMILIES, "2025-07-02")


@pytest.fixture(scope="module")
def winter_2026(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return round_of(tmp_path_factory.mktemp("winter"), PARTY, HOME, FAMILIES, "2026-02-10")


@pytest.fixture(scope="module")
def of_the_state(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return round_of(tmp_path_factory.mktemp("state"), STATE, UNIT, UNITS, "2026-03-01")


def told(decided: Path, claim: str, language: str = "en") -> str:
    """Without the marks that keep numbers upright among Arabic words."""
    result = run("explain", decided, claim, "--lang", language)
    assert result.exit_code == 0, result.output
    return "".join(letter for letter in result.stdout if letter not in "\u2066\u2067\u2068\u2069")


@pytest.mark.parametrize(
    ("language", "passed", "ahead"),
    [
        ("en", "Due now: 1,000 USD, the rest of 3,000 USD. The months that have passed.", "The months still ahead"),
        ("ar", "المستحق الآن: 1,000 دولار، وهو الباقي من 3,000 دولار. الأشهر التي مضت.", "الأشهر الآتية"),
    ],
)
def test_the_months_that_have_passed_stand_apart_from_those_ahead(
    summer_2025: Path, language: str, passed: str, ahead: str
):
    text = told(summer_2025, "Nabil", language)

    assert passed in text
    assert ahead in text


@pytest.mark.parametrize(
    ("language", "sum_", "because"),
    [
        ("en", "3,000 USD is awarded", "the building needs structural works"),
        ("ar", "قُرّر 3,000 دولار", "المبنى يحتاج إلى أعمال إنشائية"),
    ],
)
def test_a_cracked_building_gives_six_months_and_says_why(summer_2025: Path, language: str, sum_: str, because: str):
    text = told(summer_2025, "Rima", language)

    assert sum_ in text
    assert because in text


def test_a_family_with_relatives_reads_why_and_what_would_change_it(winter_2026: Path):
    text = told(winter_2026, "Jana")

    assert "This rent is paid to families who rent a home now. Your family does not." in text
    assert "If you rent a home, show the lease" in text


@pytest.mark.parametrize(
    ("language", "part"),
    [("en", "Due now: 11,250,000 LBP."), ("ar", "المستحق الآن: 11,250,000 ليرة لبنانية.")],
)
def test_a_part_whose_sum_depends_on_the_award_is_told(of_the_state: Path, language: str, part: str):
    assert part in told(of_the_state, "Small", language)


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "How it is divided into parts was never made public"), ("ar", "أما تقسيمه على دفعات فلم يُنشر قط")],
)
def test_a_split_that_was_never_made_public_is_named_as_not_known(of_the_state: Path, language: str, words: str):
    assert words in told(of_the_state, "Large", language)


@pytest.mark.parametrize(("language", "dollars"), [("en", "40,000 dollars were decided"), ("ar", "تقرر 40,000 دولار")])
def test_dollars_without_a_rate_are_told_and_not_turned_into_pounds(of_the_state: Path, language: str, dollars: str):
    text = told(of_the_state, "Border", language)

    assert dollars in text
