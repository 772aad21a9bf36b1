"""The way of a family: what comes later names all that stands in its way."""

from dataclasses import replace
from datetime import date

import pytest

from sanad.casework.answers.explained import LineWords, PartWords
from sanad.casework.answers.steps import Way, steps_of
from tests.casework.answers.example import HADDAD, LINES

DAY = {"en": "1 September 2026", "ar": "1 أيلول 2026"}
NOBODY = {"en": "", "ar": ""}
WAY = Way(date(2026, 5, 1), HADDAD.survey, HADDAD.award, LINES[:1], HADDAD.money, None)
REGISTER = "the land register", date(2026, 12, 8)


def unlocks(way: Way, waits_for: dict[str, str]) -> list[str]:
    part = PartWords(label={"en": "month 12", "ar": "الشهر 12"}, amount=50_000, unlocked=False, waits_for=waits_for)
    steps = steps_of(way, {"shelter": LineWords({}, (part,))})
    return [one.words["en"] for step in steps if step.code == "later:shelter" for one in step.unlocked_by]


@pytest.mark.parametrize(
    ("waits", "halted", "expected"),
    [
        (None, False, ["1 September 2026"]),
        (REGISTER, False, ["1 September 2026", "your claim waits no longer"]),
        (None, True, ["1 September 2026", "what is halted goes on"]),
        (REGISTER, True, ["1 September 2026", "your claim waits no longer", "what is halted goes on"]),
    ],
)
def test_a_part_that_comes_later_names_its_day_and_what_is_in_the_way(waits, halted, expected):
    way = replace(WAY, waits=waits, lines=(replace(LINES[0], halted=halted),))

    assert unlocks(way, DAY) == expected


def test_a_part_that_waits_for_nothing_named_waits_for_its_day():
    assert unlocks(WAY, NOBODY) == ["its day comes"]
