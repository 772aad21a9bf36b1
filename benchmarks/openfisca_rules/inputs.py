"""The facts of a claim as OpenFisca variables.

OpenFisca knows no absent value, so each fact that may be absent has a variable beside it that says if it is given.
"""

from collections.abc import Callable

import numpy as np
from openfisca_core.entities import Entity
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

Claim = Entity("claim", "claims", "A claim", "")


class Damage(Enum):
    none = "Not damaged"
    minor = "Minor damage"
    major = "Major damage"
    severe = "Severe damage"
    destroyed = "Destroyed"


class Zone(Enum):
    coast = "Coast"
    city = "City"
    suburb = "Suburb"
    hills = "Hills"
    plain = "Plain"
    border = "Border"


class DwellingClass(Enum):
    normal = "Normal"
    medium = "Medium"
    luxury = "Luxury"


class Tenure(Enum):
    owner = "Owner"
    tenant = "Tenant"
    unregistered = "Without papers"


class Outcome(Enum):
    award = "award"
    refuse = "refuse"
    incomplete = "incomplete"
    unpublished = "unpublished"
    refer = "refer"
    defer = "defer"
    not_applicable = "not_applicable"
    undecided = "not decided at this step"


Formula = Callable[..., np.ndarray]


def variable(kind: type) -> Callable[[Formula], type[Variable]]:
    """Makes a variable of a formula: the manual's class of four attributes, without writing them forty times."""

    def make(formula: Formula) -> type[Variable]:
        return made(formula.__name__, kind, formula)

    return make


def made(name: str, kind: type, formula: Formula) -> type[Variable]:
    shape = {"value_type": kind, "entity": Claim, "definition_period": DateUnit.DAY, "formula": formula}
    return type(name, (Variable,), shape)


def fact(name: str, kind: type, of: type[Enum] | None = None) -> type[Variable]:
    """An input variable."""
    shape = {"value_type": kind, "entity": Claim, "definition_period": DateUnit.ETERNITY, "label": name}
    if of is not None:
        shape |= {"possible_values": of, "default_value": next(iter(of))}
    return type(name, (Variable,), shape)


CHOICES = {"damage": Damage, "zone": Zone, "dwelling_class": DwellingClass, "tenure": Tenure}
NUMBERS = ("damaged_share", "floor_area", "people", "children", "elderly", "monthly_rent", "repair_cost")
DAYS = ("damaged_on", "filed_on")
AMOUNTS = ("insurance_paid", "aid_received")
"""Money in cents, which OpenFisca keeps in 32 bits; areas in tenths of a square metre."""
MAY_BE_ABSENT = (
    "title_deed",
    "renting",
    "monthly_rent",
    "repair_cost",
    "insurance_paid",
    "owns_other_home",
    "works_inspected",
)
YES_OR_NO = ("disabled", "title_deed", "renting", "owns_other_home", "contract_signed", "works_inspected")


def given(name: str) -> str:
    return f"{name}_given"
