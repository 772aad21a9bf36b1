"""Writing many people, households and homes at once; the acts that use it check, and record one event."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sanad.evidence.keys import new_keys, seal
from sanad.evidence.models import Key
from sanad.registry.models import (
    Building,
    Dwelling,
    Household,
    Membership,
    NameToken,
    Occupancy,
    Person,
    Representation,
    Tenure,
)
from sanad.registry.naming import name_tokens, phone_token
from sanad.registry.numbering import references
from sanad.registry.proposals import Living, NewBuilding, NewDwelling, NewHousehold, NewPerson
from sanad.registry.texts import plain_name, plain_phone

BATCH = 2_000


def write_buildings(new: Sequence[NewBuilding]) -> list[Building]:
    named = zip(references("B", len(new)), new, strict=True)
    rows = [Building(reference=own, place=one.place, label=plain_name(one.label)) for own, one in named]
    return Building.objects.bulk_create(rows, BATCH)


def write_dwellings(new: Sequence[NewDwelling]) -> list[Dwelling]:
    """Homes that name one new building object share the building that becomes of it."""
    fresh = {id(one.building): one.building for one in new if isinstance(one.building, NewBuilding)}
    written = dict(zip(fresh, write_buildings(list(fresh.values())), strict=True)) if fresh else {}
    rows = [
        Dwelling(
            reference=own,
            building=one.building if isinstance(one.building, Building) else written[id(one.building)],
            label=plain_name(one.label),
            floor=one.floor,
        )
        for own, one in zip(references("D", len(new)), new, strict=True)
    ]
    return Dwelling.objects.bulk_create(rows, BATCH)


def write_households(new: Sequence[NewHousehold], at: datetime) -> list[Household]:
    keys = new_keys(len(new), at)
    named = zip(references("H", len(new)), keys, strict=True)
    rows = [Household(reference=own, key=key, registered_at=at) for own, key in named]
    households = Household.objects.bulk_create(rows, BATCH)
    people = write_people([member for one in new for member in one.members], at)
    _join(households, new, people)
    return households


def write_people(new: Sequence[NewPerson], at: datetime) -> list[Person]:
    named = zip(references("P", len(new)), new_keys(len(new), at), new, strict=True)
    people = Person.objects.bulk_create([_person(own, key, one) for own, key, one in named], BATCH)
    tokens = [(person, token) for person, one in zip(people, new, strict=True) for token in tokens_of(one)]
    NameToken.objects.bulk_create([NameToken(person=person, token=token) for person, token in tokens], BATCH)
    return people


def tokens_of(person: NewPerson) -> set[str]:
    found = name_tokens(person.name, person.latin_name)
    return found | {phone_token(person.phone)} if person.phone else found


def write_living(homes: Iterable[tuple[Household, Dwelling, Living]]) -> None:
    given = list(homes)
    occupancies = [
        Occupancy(household=household, dwelling=dwelling, since=living.since, until=living.until)
        for household, dwelling, living in given
    ]
    tenures = [
        Tenure(household=household, dwelling=dwelling, kind=living.tenure, grade=living.grade, since=living.since)
        for household, dwelling, living in given
    ]
    Occupancy.objects.bulk_create(occupancies, BATCH)
    Tenure.objects.bulk_create(tenures, BATCH)


def _person(own: str, key: Key, one: NewPerson) -> Person:
    return Person(
        reference=own,
        key=key,
        name=seal(key, plain_name(one.name)),
        latin_name=seal(key, plain_name(one.latin_name)) if one.latin_name else None,
        phone=seal(key, plain_phone(one.phone)) if one.phone else None,
        birth_year=seal(key, str(one.birth_year)) if one.birth_year is not None else None,
    )


def _join(households: Sequence[Household], new: Sequence[NewHousehold], people: Sequence[Person]) -> None:
    waiting = iter(people)
    memberships, speakers = [], []
    for household, one in zip(households, new, strict=True):
        members = [next(waiting) for _ in one.members]
        memberships += [Membership(household=household, person=person, since=one.since) for person in members]
        speakers.append(Representation(household=household, person=members[0], since=one.since))
    Membership.objects.bulk_create(memberships, BATCH)
    Representation.objects.bulk_create(speakers, BATCH)
