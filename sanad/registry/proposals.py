"""What is given to be registered, before it is checked: people, households, buildings, homes."""

from dataclasses import dataclass
from datetime import date

from sanad.evidence.refusals import Problem, Refused, problem
from sanad.places.models import Place
from sanad.registry.models import Building, Grade, TenureKind
from sanad.registry.texts import SAYINGS, label_problems, name_problems, phone_problems, year_problems

MOST_MEMBERS = 60


class RegistrationRefused(Refused):
    """What was given cannot be registered; every problem is told at once."""


@dataclass(frozen=True, slots=True)
class NewPerson:
    name: str
    latin_name: str = ""
    phone: str = ""
    birth_year: int | None = None

    def problems(self, this_year: int, where: str) -> list[Problem]:
        found = name_problems(self.name, f"{where}.name")
        if self.latin_name:
            found += name_problems(self.latin_name, f"{where}.latin_name")
        if self.phone:
            found += phone_problems(self.phone, f"{where}.phone")
        if self.birth_year is not None:
            found += year_problems(self.birth_year, this_year, f"{where}.birth_year")
        return found


@dataclass(frozen=True, slots=True)
class NewHousehold:
    """The first member speaks for the household."""

    members: tuple[NewPerson, ...]
    since: date

    def problems(self, this_year: int) -> list[Problem]:
        if not self.members:
            return [problem(SAYINGS, "no_members", "members")]
        if len(self.members) > MOST_MEMBERS:
            return [problem(SAYINGS, "too_many_members", "members", limit=MOST_MEMBERS)]
        told = (one.problems(this_year, f"members.{number}") for number, one in enumerate(self.members))
        return [found for problems in told for found in problems]


@dataclass(frozen=True, slots=True)
class NewBuilding:
    place: Place
    label: str

    def problems(self) -> list[Problem]:
        return label_problems(self.label, "building.label")


@dataclass(frozen=True, slots=True)
class NewDwelling:
    """A home in a building that is known, or in one that is registered with it."""

    building: Building | NewBuilding
    label: str
    floor: int | None = None

    def problems(self) -> list[Problem]:
        found = self.building.problems() if isinstance(self.building, NewBuilding) else []
        return found + label_problems(self.label, "dwelling.label")


@dataclass(frozen=True, slots=True)
class Living:
    """Since when a household lives in a home, by which right, and how well that is shown."""

    since: date
    tenure: TenureKind
    grade: Grade
    until: date | None = None
