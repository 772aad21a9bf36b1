"""Made-up families, homes and a small programme for tests of casework."""

import uuid
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from sanad.casework.claims.services import NewClaim, Received, receive_claim
from sanad.engine.rules.declared import Programme as Declared
from sanad.places.importing import import_places
from sanad.places.models import Place
from sanad.places.short_list import LEBANON, read_list
from sanad.registry.models import Building, Dwelling, Grade, Household, TenureKind
from sanad.registry.proposals import Living, NewDwelling, NewHousehold, NewPerson
from sanad.registry.services import register_building
from sanad.rulebook.models import Programme
from sanad.rulebook.reading import load_programme
from sanad.rulebook.services import freeze_rules
from sanad.staff.models import User
from tests.health.tree import ROOT

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
SINCE = date(2011, 5, 1)
HARET_HREIK = "cod-21144"
TEMPLATE = ROOT / "programmes/template"

SAMIRA = NewPerson("سميرة حداد", "Samira Haddad", "03 123 456", 1984)
JAD = NewPerson("جاد حداد", "Jad Haddad", birth_year=2014)
KARIM = NewPerson("كريم العلي", "Karim al-Ali", "+961 71 654 321", 1950)


def maya() -> User:
    """A caseworker."""
    found = User.objects.filter(email="maya@example.org").first()
    return found or User.objects.create_user("maya@example.org", "Maya Rizk")


def omar() -> User:
    found = User.objects.filter(email="omar@example.org").first()
    return found or User.objects.create_user("omar@example.org", "Omar Daher")


def programme(folder: Path = TEMPLATE, prefix: str = "SSP") -> Programme:
    """The programme of this folder, frozen once."""
    declared: Declared = load_programme(folder)
    known = Programme.objects.filter(key=declared.id).first()
    return known or freeze_rules(declared=declared, prefix=prefix, at=AT, by=maya()).programme


def place(code: str = HARET_HREIK) -> Place:
    if not Place.objects.filter(code=code).exists():
        import_places(proposal=read_list(LEBANON), at=AT, by=None)
    return Place.objects.get(code=code)


def building(label: str = "219", code: str = HARET_HREIK) -> Building:
    return register_building(place=place(code), label=label, at=AT, by=maya())


def family(*members: NewPerson) -> NewHousehold:
    return NewHousehold(members or (SAMIRA, JAD), SINCE)


def new_claim(
    home: Dwelling | NewDwelling | None = None,
    household: Household | NewHousehold | None = None,
    facts: Mapping[str, Mapping[str, object]] | None = None,
    identity: uuid.UUID | None = None,
) -> NewClaim:
    return NewClaim(
        id=identity or uuid.uuid4(),
        household=household or family(),
        dwelling=home or NewDwelling(building(), "219-3-B", 3),
        facts=facts or {},
        living=Living(SINCE, TenureKind.TENANT, Grade.CONTRACT),
    )


def received(new: NewClaim | None = None) -> Received:
    return receive_claim(programme=programme(), new=new or new_claim(), at=AT, by=maya())
