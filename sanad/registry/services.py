"""Registering what is known of people and homes, and changing it; each act is one event."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.db import IntegrityError, transaction

from sanad.audit.merkle import merkle_root
from sanad.audit.services import Rows, record
from sanad.evidence import keys
from sanad.places.models import Place
from sanad.registry.models import (
    Building,
    DamageEvent,
    Household,
    Membership,
    NameToken,
    Person,
    Recusal,
    Representation,
    Tie,
)
from sanad.registry.proposals import NewBuilding, NewHousehold, NewPerson, RegistrationRefused
from sanad.registry.writing import write_buildings, write_households, write_people
from sanad.staff.models import User


class NotAMember(Exception):
    """Only a member of the household may speak for it; let the person join first."""


class SomebodyElseSpeaks(Exception):
    """Another person speaks for the household since then: read the household again."""


class AlreadyRecused(Exception):
    """This is known of the member of staff already."""


@transaction.atomic
def open_event(
    *, code: str, title: Mapping[str, str], began_on: date, ended_on: date | None = None, at: datetime, by: User
) -> DamageEvent:
    event = DamageEvent.objects.create(code=code, title=dict(title), began_on=began_on, ended_on=ended_on)
    record(act="event.open", on=f"event:{code}", by=by, at=at)
    return event


def register_building(*, place: Place, label: str, at: datetime, by: User) -> Building:
    """Raises RegistrationRefused."""
    return register_buildings(new=[NewBuilding(place, label)], at=at, by=by)[0]


@transaction.atomic
def register_buildings(*, new: Sequence[NewBuilding], at: datetime, by: User | None) -> list[Building]:
    """Raises RegistrationRefused."""
    problems = [problem for one in new for problem in one.problems()]
    if problems:
        raise RegistrationRefused(problems)
    written = write_buildings(new)
    record(act="building.register", on="registry:buildings", by=by, at=at, rows=rows_of(written))
    return written


def register_household(*, new: NewHousehold, at: datetime, by: User) -> Household:
    """Raises RegistrationRefused."""
    return register_households(new=[new], at=at, by=by)[0]


@transaction.atomic
def register_households(*, new: Sequence[NewHousehold], at: datetime, by: User | None) -> list[Household]:
    """Raises RegistrationRefused."""
    problems = [problem for one in new for problem in one.problems(at.year)]
    if problems:
        raise RegistrationRefused(problems)
    written = write_households(new, at)
    record(act="household.register", on="registry:households", by=by, at=at, rows=rows_of(written))
    return written


@transaction.atomic
def add_member(*, household: Household, new: NewPerson, since: date, at: datetime, by: User) -> Person:
    """Somebody joins the household: a birth, a marriage, a return. Raises RegistrationRefused."""
    problems = new.problems(at.year, "member")
    if problems:
        raise RegistrationRefused(problems)
    (person,) = write_people([new], at)
    Membership.objects.create(household=household, person=person, since=since)
    record(act="household.join", on=f"household:{household.reference}", by=by, at=at, facts=_about(person))
    return person


@transaction.atomic
def end_membership(*, household: Household, person: Person, until: date, at: datetime, by: User) -> None:
    """Somebody leaves the household; who speaks for it cannot leave before another does. Raises NotAMember."""
    if Representation.objects.filter(household=household, person=person, until=None).exists():
        raise SomebodyElseSpeaks(person.reference)
    if not Membership.objects.filter(household=household, person=person, until=None).update(until=until):
        raise NotAMember(person.reference)
    record(act="household.leave", on=f"household:{household.reference}", by=by, at=at, facts=_about(person))


@transaction.atomic
def change_speaker(
    *, household: Household, speaker: Person, new_speaker: Person, since: date, at: datetime, by: User
) -> Representation:
    """Another member speaks for the household from now on. Raises NotAMember, SomebodyElseSpeaks."""
    if not Membership.objects.filter(household=household, person=new_speaker, until=None).exists():
        raise NotAMember(new_speaker.reference)
    standing = Representation.objects.filter(household=household, person=speaker, until=None)
    if not standing.update(until=since):
        raise SomebodyElseSpeaks(household.reference)
    found = Representation.objects.create(household=household, person=new_speaker, since=since)
    record(act="household.speaker", on=f"household:{household.reference}", by=by, at=at, facts=_about(new_speaker))
    return found


@transaction.atomic
def recuse(
    *,
    user: User,
    tie: Tie,
    at: datetime,
    by: User,
    household: Household | None = None,
    building: Building | None = None,
) -> Recusal:
    """Keep a member of staff away from a household, or from a building and all in it. Raises AlreadyRecused."""
    try:
        with transaction.atomic():
            found = Recusal.objects.create(
                user=user, household=household, building=building, tie=tie, told_at=at, told_by=by
            )
    except IntegrityError as error:
        raise AlreadyRecused(user.pk) from error
    on = f"household:{household.reference}" if household else f"building:{building and building.reference}"
    record(act="staff.recuse", on=on, by=by, at=at, facts={"user": user.pk, "tie": tie})
    return found


@transaction.atomic
def forget_person(*, person: Person, at: datetime, by: User | None, reason: str) -> None:
    """End of retention: the key is destroyed and nothing finds the person any more. Raises KeyIsDestroyed."""
    keys.destroy(person.key, at=at, by=by, reason=reason)
    NameToken.objects.filter(person=person).delete()


@transaction.atomic
def forget_household(*, household: Household, at: datetime, by: User | None, reason: str) -> None:
    """End of retention for all that a household wrote and sent, and for its people who are in no other household.

    Raises KeyIsDestroyed.
    """
    keys.destroy(household.key, at=at, by=by, reason=reason)
    elsewhere = Membership.objects.exclude(household=household).values("person")
    people = Person.objects.filter(memberships__household=household, key__destroyed_at=None).exclude(pk__in=elsewhere)
    for person in people.select_related("key").distinct():
        forget_person(person=person, at=at, by=by, reason=reason)


def rows_of(written: Sequence[Building | Household]) -> Rows:
    return Rows(len(written), merkle_root(one.reference.encode() for one in written))


def _about(person: Person) -> dict[str, str]:
    return {"person": person.reference}
