from django.db import transaction

from sanad.registry.numbering import references
from sanad.registry.selectors import members_of
from sanad.registry.services import SomebodyElseSpeaks, change_speaker, register_household
from tests.at_once import at_once
from tests.casework.families import AT, JAD, KARIM, SAMIRA, SINCE, family, maya


def taken() -> list[str]:
    with transaction.atomic():
        return references("H", 3)


def test_numbers_taken_at_once_are_all_different(own_database: str):
    found = at_once(*[taken] * 8)

    numbers = [number for taken in found if isinstance(taken, list) for number in taken]
    assert sorted(numbers) == [f"H-{number:06}" for number in range(1, 25)]


def test_of_two_who_change_the_speaker_at_once_one_is_told(own_database: str):
    household = register_household(new=family(SAMIRA, JAD, KARIM), at=AT, by=maya())
    samira, jad, karim = members_of(household, SINCE)

    def to_jad() -> object:
        return change_speaker(household=household, speaker=samira, new_speaker=jad, since=SINCE, at=AT, by=maya())

    def to_karim() -> object:
        return change_speaker(household=household, speaker=samira, new_speaker=karim, since=SINCE, at=AT, by=maya())

    found = at_once(to_jad, to_karim)

    assert sum(isinstance(one, SomebodyElseSpeaks) for one in found) == 1
    assert household.representations.filter(until=None).count() == 1
