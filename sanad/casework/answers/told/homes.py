"""The building and the survey of the home."""

from dataclasses import dataclass
from datetime import date, datetime

from sanad.casework.answers.told.words import Said, Words


@dataclass(frozen=True, slots=True)
class PlacardTold:
    """What an engineer found: green, yellow or red."""

    colour: str
    reason: Words
    placed_on: date
    review_on: date | None


@dataclass(frozen=True, slots=True)
class PrecautionTold:
    """Keep out, from and until these moments at the latest."""

    reason: Words
    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class DangerTold:
    """Danger that was reported and that no engineer has looked at. `triage`: waiting, inspection or acute."""

    reference: str
    told_at: datetime
    due_at: datetime
    triage: str


@dataclass(frozen=True, slots=True)
class HaltTold:
    """A halt that touches the family. `scope`: works, order, line, fund or programme; `by` is the office that halted,
    `amount` what is missing where money restarts it. The reason ends with what the office wrote, in its own language.
    """

    reference: str
    scope: str
    about: Words
    since: date
    by: Words
    reason: Words
    restarts: Words
    review_on: date
    extensions: int
    ended_on: date | None = None
    amount: int | None = None


@dataclass(frozen=True, slots=True)
class StageTold:
    """One stage of the building's works; `budget` in minor units of `currency`."""

    order: str
    number: int
    label: Words
    state: str
    budget: int
    currency: str
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class BuildingTold:
    """`place` is the name of the neighbourhood; `inspected_on` the day of the last placard."""

    reference: str
    place: Words
    placard: PlacardTold | None
    precaution: PrecautionTold | None
    danger: tuple[DangerTold, ...]
    halts: tuple[HaltTold, ...]
    works: tuple[StageTold, ...]
    inspected_on: date | None
    not_finished: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class ElementTold:
    """What is damaged of one element; `quantity` in thousandths of `unit`."""

    part: str
    damage: str
    quantity: int
    unit: str


@dataclass(frozen=True, slots=True)
class SurveyTold:
    """The survey of the home that counts; `area` in thousandths of a square metre."""

    reference: str
    assessed_on: date
    damage: Said
    is_unfit: bool
    area: int | None
    elements: tuple[ElementTold, ...]
    photos: int
