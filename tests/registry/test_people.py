from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from sanad.evidence.keys import KeyIsDestroyed
from sanad.registry.models import Household, Membership, NameToken, Person, Recusal, Tie
from sanad.registry.proposals import NewHousehold, NewPerson, RegistrationRefused
from sanad.registry.selectors import (
    is_recused,
    known,
    members_of,
    name_of,
    people_named,
    people_phoned,
    speaker_of,
    speakers_of,
)
from sanad.registry.services import (
    AlreadyRecused,
    NotAMember,
    SomebodyElseSpeaks,
    add_member,
    change_speaker,
    end_membership,
    forget_household,
    forget_person,
    recuse,
    register_building,
    register_household,
    register_households,
)
from tests.casework.families import AT, JAD, KARIM, SAMIRA, SINCE, building, family, maya, omar, place, received

LATER = date(2026, 6, 1)

pytestmark = pytest.mark.django_db


def registered(*members: NewPerson) -> Household:
    return register_household(new=family(*members), at=AT, by=maya())


def person(name: str) -> Person:
    return people_named(name).get()


def test_a_household_is_registered_with_its_members_and_who_speaks_for_it():
    household = registered(SAMIRA, JAD)

    samira, jad = (known(member) for member in members_of(household, LATER))

    assert (samira.name, samira.latin_name, samira.phone, samira.birth_year) == (
        "سميرة حداد", "Samira Haddad", "03123456", 1984,
    )  # fmt: skip
    assert jad.phone == ""
    assert name_of(speaker_of(household), "en") == "Samira Haddad"
    assert speakers_of([household.pk])[household.pk] == speaker_of(household)


@pytest.mark.parametrize("typed", ["سميرة", "حداد سميره", "samira HADDAD", "Haddad", "سَميرة"])
def test_a_person_is_found_by_parts_of_the_name_in_either_script(typed: str):
    registered(SAMIRA)

    assert known(people_named(typed).get()).latin_name == "Samira Haddad"


@pytest.mark.parametrize("typed", ["", "سمير", "Sam", "%", "' OR 1=1 --", "Samira Ali"])
def test_what_is_no_part_of_the_name_finds_nobody(typed: str):
    registered(SAMIRA)

    assert list(people_named(typed)) == []


def test_a_person_is_found_by_telephone():
    registered(KARIM)

    assert known(people_phoned("71 654 321").get()).latin_name == "Karim al-Ali"


def test_a_forgotten_person_is_found_and_read_no_more():
    household = registered(SAMIRA)
    samira = person("Samira")

    forget_person(person=samira, at=AT, by=maya(), reason="retention_ended")

    (left,) = members_of(household, LATER)
    assert list(people_named("Samira")) == []
    assert not NameToken.objects.exists()
    assert known(left).is_deleted
    assert name_of(left, "ar") == "حُذف الاسم"
    with pytest.raises(KeyIsDestroyed):
        forget_person(person=left, at=AT, by=maya(), reason="retention_ended")


def test_a_forgotten_household_takes_its_own_people_with_it_and_nobody_elses():
    household, other = registered(SAMIRA, JAD), registered(KARIM)
    Membership.objects.create(household=other, person=person("Jad"), since=LATER)

    forget_household(household=household, at=AT, by=maya(), reason="retention_ended")

    assert [known(one).is_deleted for one in members_of(household, LATER)] == [True, False]
    assert known(person("Karim")).name == "كريم العلي"
    with pytest.raises(KeyIsDestroyed):
        forget_household(household=Household.objects.get(pk=household.pk), at=AT, by=maya(), reason="retention_ended")


def test_members_come_and_go_and_the_register_remembers():
    household = registered(SAMIRA, JAD)

    add_member(household=household, new=NewPerson("نور"), since=LATER, at=AT, by=maya())
    end_membership(household=household, person=person("جاد"), until=LATER, at=AT, by=maya())

    assert len(members_of(household, date(2026, 5, 31))) == 2
    assert [known(one).name for one in members_of(household, LATER)] == ["سميرة حداد", "نور"]


def test_who_speaks_for_the_household_changes_once():
    household = registered(SAMIRA, JAD)
    samira, jad = person("Samira"), person("Jad")

    change_speaker(household=household, speaker=samira, new_speaker=jad, since=LATER, at=AT, by=maya())

    assert speaker_of(household) == jad
    with pytest.raises(SomebodyElseSpeaks):
        change_speaker(household=household, speaker=samira, new_speaker=jad, since=LATER, at=AT, by=omar())


def test_only_a_member_speaks_for_a_household():
    household = registered(SAMIRA)
    registered(KARIM)

    with pytest.raises(NotAMember):
        change_speaker(
            household=household, speaker=person("Samira"), new_speaker=person("Karim"), since=LATER, at=AT, by=maya()
        )


def test_who_speaks_cannot_leave_before_another_does():
    household = registered(SAMIRA, JAD)

    with pytest.raises(SomebodyElseSpeaks):
        end_membership(household=household, person=person("Samira"), until=LATER, at=AT, by=maya())


def test_the_database_lets_one_person_speak_at_a_time():
    household = registered(SAMIRA, JAD)

    with pytest.raises(IntegrityError), transaction.atomic():
        household.representations.create(person=person("Jad"), since=SINCE)


def test_one_bad_household_of_many_refuses_them_all():
    with pytest.raises(RegistrationRefused):
        register_households(new=[family(SAMIRA), family(replace(JAD, name="\x00"))], at=AT, by=maya())

    assert not Household.objects.exists()


@pytest.mark.parametrize(("count", "code"), [(0, "no_members"), (61, "too_many_members")])
def test_a_household_has_some_members_and_not_a_crowd(count: int, code: str):
    with pytest.raises(RegistrationRefused) as refusal:
        register_household(new=NewHousehold((JAD,) * count, SINCE), at=AT, by=maya())

    assert refusal.value.code == code


@pytest.mark.parametrize("label", ["", "x" * 65, "2\x001"])
def test_a_building_has_a_readable_name(label: str):
    with pytest.raises(RegistrationRefused):
        register_building(place=place(), label=label, at=AT, by=maya())


def test_staff_are_kept_away_from_their_own_building_and_all_in_it():
    claim = received().claim
    other = building("7")

    recuse(user=omar(), tie=Tie.NEIGHBOUR, building=claim.dwelling.building, at=AT, by=maya())

    assert is_recused(omar(), building=claim.dwelling.building)
    assert is_recused(omar(), household=claim.household)
    assert not is_recused(omar(), building=other)
    assert not is_recused(maya(), household=claim.household)


def test_a_recusal_is_told_once():
    household = registered(SAMIRA)
    recuse(user=omar(), tie=Tie.KIN, household=household, at=AT, by=maya())

    with pytest.raises(AlreadyRecused):
        recuse(user=omar(), tie=Tie.OWN, household=household, at=AT, by=maya())
    assert Recusal.objects.count() == 1
