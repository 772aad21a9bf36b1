"""Numbers of several tables are not set off against one another."""

from datetime import date

import pytest

from sanad.publication.hiding.trees import ROOT
from sanad.publication.series import Breakdown, Draft

pytestmark = pytest.mark.django_db


def state(draft: Draft, series: str, families: int) -> str:
    counted = {ROOT: {"": dict.fromkeys(range(families), 1)}}
    return draft.settle(series, {ROOT: Breakdown({}, counted, lambda _leaves: {"value": families})})[ROOT][0].state


@pytest.mark.parametrize(("finished", "told"), [(15, "hidden"), (8, "hidden"), (18, "known"), (28, "known")])
def test_homes_that_are_not_finished_are_not_found_from_those_that_are(finished: int, told: str):
    draft = Draft(date(2026, 6, 1))
    claimed = 18 if finished < 20 else 38

    assert state(draft, "homes/repairs", claimed) == "known"
    assert state(draft, "built/repairs", finished) == told


def test_numbers_of_another_programme_stand_alone():
    draft = Draft(date(2026, 6, 1))
    state(draft, "homes/repairs", 18)

    assert state(draft, "built/relief", 15) == "known"
