"""Reading people and homes; names are unsealed here and nowhere else."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from sanad.audit.built_once import built_once
from sanad.evidence.keys import unseal
from sanad.evidence.models import Key
from sanad.registry.models import Building, Dwelling, Household, Occupancy, Person, Recusal, Representation
from sanad.registry.naming import name_tokens, phone_token
from sanad.staff.models import User

DELETED = {"ar": "حُذف الاسم", "en": "name deleted"}


@dataclass(frozen=True, slots=True)
class Known:
    """A person as staff may read: empty where nothing was told, all empty once the key is destroyed."""

    reference: str
    name: str
    latin_name: str
    phone: str
    birth_year: int | None
    is_deleted: bool


def known(person: Person) -> Known:
    if person.key.destroyed_at:
        return Known(person.reference, "", "", "", None, is_deleted=True)
    name, latin, phone, born = (
        unseal(person.key, text) if text is not None else ""
        for text in (person.name, person.latin_name, person.phone, person.birth_year)
    )
    return Known(person.reference, name, latin, phone, int(born) if born else None, is_deleted=False)


def name_of(person: Person, language: str) -> str:
    """The name in the script of the language, else as it was told."""
    found = known(person)
    if found.is_deleted:
        return DELETED[language]
    return found.latin_name if language == "en" and found.latin_name else found.name


def members_of(household: Household, on: date) -> list[Person]:
    """Who belonged to the household on that day."""
    there = Q(memberships__household=household, memberships__since__lte=on) & _not_over("memberships", on)
    return list(Person.objects.filter(there).select_related("key").order_by("id").distinct())


_speaker = built_once(
    lambda household: (
        Representation.objects.filter(household=household, until=None).select_related("person__key").order_by("pk")
    )
)
_sealed_name = built_once(
    lambda household: Person.objects.filter(
        representations__household=household, representations__until=None, key__wrapped__isnull=False
    ).select_related("key")
)


def speaker_of(household: Household) -> Person | None:
    found = next(iter(_speaker(household.pk)), None)
    return found.person if found else None


def sealed_name_of(household: Household) -> tuple[list[bytes | memoryview | None], Key | None]:
    """The name of who speaks for it in both scripts, as it lies there, with its key: another one says that the name is
    another. Nothing where nobody speaks for it, or the name was deleted.
    """
    for person in _sealed_name(household.pk):
        return [person.name, person.latin_name], person.key
    return [], None


def speakers_of(households: Iterable[int]) -> dict[int, Person]:
    """By the id of the household, who speaks for it, in one reading."""
    people = Person.objects.filter(representations__household__in=list(households), representations__until=None)
    rows = people.select_related("key").values_list("representations__household", "id")
    by_id = {person.pk: person for person in people.select_related("key")}
    return {household: by_id[person] for household, person in rows}


def people_named(text: str) -> QuerySet[Person]:
    """People whose name has all these parts, in either script; part of a part finds nothing."""
    return _with_tokens(name_tokens(text))


def people_phoned(phone: str) -> QuerySet[Person]:
    return _with_tokens({phone_token(phone)})


def occupants_of(dwelling: Dwelling, on: date) -> QuerySet[Occupancy]:
    there = Q(dwelling=dwelling, since__lte=on) & (Q(until=None) | Q(until__gt=on))
    return Occupancy.objects.filter(there).select_related("household")


class Recused(Exception):
    """The member of staff may not act here: it is their own, their family's, or the building that they live in."""


def refuse_recused(user: User | None, *, household: Household | None = None, building: Building | None = None) -> None:
    """Raises Recused. The system itself, which has no user, is kin to nobody."""
    if user and is_recused(user, household=household, building=building):
        raise Recused(user.name)


def refuse_recused_from_any(user: User | None, homes: Iterable[tuple[int | None, int | None]]) -> None:
    """`refuse_recused` for many at once: ids of households and buildings, in pairs; None where it is new."""
    if user is None:
        return
    ties = set(Recusal.objects.filter(user=user).values_list("household_id", "building_id"))
    if any({(household, None), (None, building)} & ties for household, building in homes):
        raise Recused(user.name)


def is_recused(user: User, *, household: Household | None = None, building: Building | None = None) -> bool:
    """Whether the member of staff must not act on this household or building."""
    tied = Q(household=household, building=None) if household else Q(pk__in=())
    if building:
        tied |= Q(building=building)
    if household:
        tied |= Q(building__dwellings__occupancies__household=household)
    return Recusal.objects.filter(tied, user=user).exists()


def _with_tokens(tokens: set[str]) -> QuerySet[Person]:
    found = Person.objects.all() if tokens else Person.objects.none()
    for token in tokens:
        found = found.filter(tokens__token=token)
    return found.select_related("key")


def _not_over(relation: str, on: date) -> Q:
    return Q(**{f"{relation}__until": None}) | Q(**{f"{relation}__until__gt": on})
