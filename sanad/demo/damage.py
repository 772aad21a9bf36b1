"""What assessors find in made-up homes. Damage comes by building: neighbours are hit alike."""

from collections.abc import Sequence
from random import Random

from sanad.casework.assessments.models import Damage, Part
from sanad.casework.assessments.proposals import NewAssessment, Seen
from sanad.casework.claims.models import Claim
from sanad.demo.plan import Plan, weighted

HITS = (("spared", 250), ("shaken", 350), ("hit", 280), ("ruined", 120))
"""How hard a building was hit, of a thousand."""

CLASSES: dict[str, tuple[tuple[str, int], ...]] = {
    "spared": (("none", 150), ("slight", 700), ("partial", 150)),
    "shaken": (("none", 20), ("slight", 380), ("partial", 500), ("severe", 100)),
    "hit": (("slight", 60), ("partial", 340), ("severe", 500), ("destroyed", 100)),
    "ruined": (("severe", 400), ("destroyed", 600)),
}
UNFIT = {"none": 0, "slight": 0, "partial": 200, "severe": 850, "destroyed": 1_000}
AREAS = (45, 60, 75, 85, 90, 104, 110, 120, 135, 160)
SEVERITY = {"slight": 1, "partial": 2, "severe": 4}
GRADES = {"slight": Damage.SLIGHT, "partial": Damage.PARTIAL, "severe": Damage.SEVERE}
SQUARE, WHOLE = (Part.WALLS, Part.FLOORS, Part.CEILING), (Part.WATER, Part.ELECTRICITY, Part.KITCHEN)
VISITED = 203
"""How many days ago the homes were visited."""
NOT_VISITED = 45
"""Of a thousand homes, how many nobody has visited yet."""


def hits_of(plan: Plan, buildings: Sequence[int]) -> dict[int, str]:
    """By the id of the building, how hard it was hit."""
    dice = plan.dice("hits")
    return {building: weighted(dice, HITS) for building in buildings}


def visits_of(plan: Plan, claims: Sequence[Claim], hits: dict[int, str]) -> list[NewAssessment]:
    """A visit to each home but a few; a home that two families claim is visited once."""
    found: dict[int, NewAssessment] = {}
    for claim in claims:
        dice = plan.dice(f"visit {claim.dwelling_id}")
        if dice.randrange(1_000) >= NOT_VISITED:
            found.setdefault(claim.dwelling_id, _visit(dice, plan, claim, hits[claim.dwelling.building_id]))
    return list(found.values())


def _visit(dice: Random, plan: Plan, claim: Claim, hit: str) -> NewAssessment:
    damage, area = weighted(dice, CLASSES[hit]), dice.choice(AREAS) + dice.randrange(0, 10)
    unfit = dice.randrange(1_000) < UNFIT[damage]
    seen = _elements(dice, damage, area) if damage in SEVERITY else ()
    return NewAssessment(claim, plan.ago(VISITED).date(), damage, unfit, area * 1_000, seen)


def _elements(dice: Random, damage: str, area: int) -> tuple[Seen, ...]:
    weight = SEVERITY[damage]
    squares = [(part, dice.randrange(0, area * weight // 4 + 2) * 1_000) for part in SQUARE]
    wholes = [(part, 1_000) for part in WHOLE if dice.randrange(5) < weight - 1]
    openings = [(Part.OPENINGS, dice.randrange(1, 3 * weight + 1) * 1_000)]
    return tuple(Seen(part, GRADES[damage], quantity) for part, quantity in squares + wholes + openings if quantity)
