"""Conditions that several tables share."""

from functools import reduce
from operator import or_

from django.db.models import CheckConstraint, Q, TextChoices

EDTF = (
    r"^(\.\.|-?[0-9X]{4}(-(0[1-9]|1[0-2]|2[1-4]|XX)(-([0-2][0-9]|3[01]|XX))?)?[~?%]?)"
    r"(/(\.\.|-?[0-9X]{4}(-(0[1-9]|1[0-2]|2[1-4]|XX)(-([0-2][0-9]|3[01]|XX))?)?[~?%]?))?$"
)
"""Extended Date/Time Format, levels 0 and 1 as far as texts need them: 2013-09, 2020~, XXXX-01, 2013/2015, ../2020."""
SHA256 = r"^[0-9a-f]{64}$"


def known(column: str, choices: type[TextChoices], name: str, *, may_be_empty: bool = False) -> CheckConstraint:
    values = [*choices.values, *([""] if may_be_empty else [])]
    return CheckConstraint(condition=Q(**{f"{column}__in": values}), name=name)


def filled(column: str, name: str) -> CheckConstraint:
    return CheckConstraint(condition=~Q(**{column: ""}), name=name)


def dated(column: str, name: str) -> CheckConstraint:
    return CheckConstraint(condition=Q(**{column: ""}) | Q(**{f"{column}__regex": EDTF}), name=name)


def hashed(column: str, name: str) -> CheckConstraint:
    return CheckConstraint(condition=Q(**{f"{column}__regex": SHA256}), name=name)


def exactly_one(*columns: str, name: str) -> CheckConstraint:
    """One of the keys is there, and no other."""
    ways = [Q(**{f"{column}__isnull": column != chosen for column in columns}) for chosen in columns]
    return CheckConstraint(condition=reduce(or_, ways), name=name)
