"""Made-up families and the claims that they file."""

from collections.abc import Iterator, Sequence
from datetime import date
from random import Random

from sanad.casework.claims.models import Channel
from sanad.casework.claims.services import NewClaim
from sanad.demo.names import MEN, WOMEN, family_name, full_name
from sanad.demo.plan import PEOPLE, Plan, drawn_id, weighted
from sanad.registry.models import Building, DamageEvent, Grade, TenureKind
from sanad.registry.proposals import Living, NewDwelling, NewHousehold, NewPerson

TENURES = (
    (TenureKind.OWNER, 520), (TenureKind.TENANT, 300), (TenureKind.OLD_TENANT, 70), (TenureKind.HEIR, 70),
    (TenureKind.ALLOWED, 40),
)  # fmt: skip
GRADES = (
    (Grade.REGISTERED, 380), (Grade.CONTRACT, 330), (Grade.PAPERS, 190), (Grade.WITNESSES, 60), (Grade.STATED, 40),
)  # fmt: skip
RESIDENCE = ((True, 930), (False, 40), (None, 30))
HELP = ((None, 940), (300, 30), (800, 20), (1_500, 10))
WORDS = (
    "نسكن الآن عند أقاربنا.",
    "في البيت شخص لا يقوى على صعود الدرج.",
    "We live with relatives; please call in the evening.",
    "المدرسة بعيدة عن السكن المؤقت.",
)
CHANNELS = ((Channel.DESK, 700), (Channel.FIELD, 250), (Channel.FAMILY, 50))
SHARED_WITH_WORDS = 60
"""Of a thousand families, how many wrote something."""


def claims_of(plan: Plan, buildings: Sequence[Building], event: DamageEvent) -> list[NewClaim]:
    """A claim for each home, and for some homes a second one of another family."""
    dice = plan.dice("families")
    counts = plan.homes_of_buildings()
    homes = [
        NewDwelling(building, f"{building.label}-{number // 2 + 1}-{'AB'[number % 2]}", number // 2 + 1)
        for building, count in zip(buildings, counts, strict=True)
        for number in range(count)
    ]
    return [_claim(dice, home, event, plan.now.year) for home in homes]


def _claim(dice: Random, home: NewDwelling, event: DamageEvent, this_year: int) -> NewClaim:
    household = household_of(dice, this_year)
    return NewClaim(
        id=drawn_id(dice),
        household=household,
        dwelling=home,
        facts={"claim": _facts(dice)},
        living=Living(household.since, weighted(dice, TENURES), weighted(dice, GRADES)),
        event=event,
        channel=weighted(dice, CHANNELS),
    )


def household_of(dice: Random, this_year: int) -> NewHousehold:
    members = tuple(_members(dice, weighted(dice, PEOPLE), this_year))
    return NewHousehold(members, date(this_year - dice.randrange(1, 30), 1, 1))


def _members(dice: Random, count: int, this_year: int) -> Iterator[NewPerson]:
    """The first is an adult with a telephone whose number no network gives out."""
    family, father = family_name(dice), dice.choice(MEN)
    for number in range(count):
        name, latin = full_name(dice.choice(MEN + WOMEN), father, family)
        age = dice.randrange(25, 75) if number < 2 else dice.randrange(1, 80 if number > 4 else 25)
        phone = f"00 000 {dice.randrange(1_000):03}" if not number else ""
        yield NewPerson(name, latin, phone, this_year - age)


def _facts(dice: Random) -> dict[str, object]:
    facts: dict[str, object] = {
        "main_home": dice.randrange(1_000) >= 40,
        "residence_shown": weighted(dice, RESIDENCE),
        "received_elsewhere": weighted(dice, HELP),
        "situation": dice.choice(WORDS) if dice.randrange(1_000) < SHARED_WITH_WORDS else None,
    }
    return {name: value for name, value in facts.items() if value is not None}
