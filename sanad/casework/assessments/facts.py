"""An assessment in the fields of a programme: by these names, where the programme declares them."""

from collections.abc import Mapping
from decimal import Decimal

from sanad.casework.assessments.models import Assessment
from sanad.casework.claims.declared import fields_of
from sanad.casework.claims.models import Level
from sanad.casework.claims.stating import Stated

THOUSANDTHS = 3


def facts_stated(assessment: Assessment, before: Assessment | None) -> Stated:
    """The class, whether the home is unfit, its area, and of each element the damage and the quantity; where the visit
    confirmed before found it otherwise, since when it is fit again.

    What the programme has no field for is kept in the assessment and stated to nobody.
    """
    declared = fields_of(assessment.claim.programme)
    told = {**_facts(assessment), **_fit_again(assessment, before)}
    facts = {name: value for name, value in told.items() if name in declared}
    return Stated(Level.DWELLING, assessment.claim.dwelling.reference, facts)


def _facts(assessment: Assessment) -> Mapping[str, object]:
    found: dict[str, object] = {"damage": assessment.damage, "unfit": assessment.is_unfit}
    if assessment.area is not None:
        found["area"] = in_units(assessment.area)
    for element in assessment.elements.all():
        found[f"{element.part}_damage"] = element.damage
        found[f"{element.part}_quantity"] = in_units(element.quantity)
    return found


def _fit_again(assessment: Assessment, before: Assessment | None) -> Mapping[str, object]:
    if before is None or before.is_unfit == assessment.is_unfit:
        return {}
    return {"fit_since": None if assessment.is_unfit else assessment.assessed_on}


def in_units(thousandths: int) -> Decimal:
    return Decimal(thousandths).scaleb(-THOUSANDTHS)
