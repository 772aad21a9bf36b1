"""Halts are told with their families; those that touch few are counted together, or not at all."""

from pathlib import Path

import pytest
from pytest_django import Settings

from sanad.casework.claims.services import receive_claim
from sanad.casework.works.proposals import Of
from sanad.casework.works.services import halt
from sanad.registry.models import Building
from sanad.registry.proposals import NewDwelling
from tests.casework.families import AT, HARET_HREIK, building, family, maya, new_claim, programme
from tests.casework.rounds_of_claims import RENTING_WITH_A_WRECK, claims
from tests.casework.works.sites import for_money, leila
from tests.publication.releases import released, rows_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _files(tmp_path: Path, settings: Settings) -> None:
    settings.MEDIA_ROOT = tmp_path


def halted(house: Building) -> str:
    return halt(new=for_money(Of(building=house)), at=AT, by=leila("")).reference


def small_house(label: str, families: int) -> Building:
    house = building(label, HARET_HREIK)
    for number in range(families):
        new = new_claim(NewDwelling(house, f"{label}-{number}", 1), family())
        receive_claim(programme=programme(), new=new, at=AT, by=maya())
    return house


def test_a_halt_of_many_families_is_named_with_what_restarts_it_and_its_review():
    house = claims(*[RENTING_WITH_A_WRECK] * 12)[0].dwelling.building
    reference = halted(house)

    row = rows_of(released(), "halts", halt=reference)[0]

    assert (row["families"], row["what_en"], row["state"]) == (12, "Works on building 219", "known")
    assert (row["missing"], row["currency"], row["restart_en"]) == ("500.00", "USD", "the missing sum is there")
    assert row["days_late"] == 31


def test_halts_of_few_families_are_counted_together_and_not_named():
    for label in ("7", "8", "9"):
        halted(small_house(label, 4))

    rows = rows_of(released(), "halts")

    assert [(row["halt"], row["halts"], row["families"]) for row in rows] == [("together", 3, None)]


def test_halts_that_touch_fewer_than_ten_families_in_all_are_not_even_counted():
    halted(small_house("7", 4))

    rows = rows_of(released(), "halts")

    assert [(row["halt"], row["halts"], row["state"]) for row in rows] == [("together", None, "hidden")]


def test_one_more_halt_of_a_few_families_does_not_show_in_the_next_release():
    for label in ("7", "8", "9"):
        halted(small_house(label, 4))
    before = released()
    halted(small_house("10", 3))

    after = released(days=14)

    assert rows_of(after, "halts")[0]["halts"] == rows_of(before, "halts")[0]["halts"] == 3
    assert rows_of(after, "halts")[0]["state"] == "held"
