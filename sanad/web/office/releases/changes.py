"""What the newest release tells otherwise than the one before it, number by number."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from sanad.engine.money import exponent, scaled
from sanad.publication.words import NUMBERS
from sanad.web.shared.formats import language, money, number

HOMES = "homes"


@dataclass(frozen=True, slots=True)
class Change:
    programme: str
    name: object
    before: object
    now: object


def changes_of(told: Mapping[str, Any]) -> list[Change]:
    titles = {row["programme"]: row[f"title_{language()}"] for row in told["tables"]["programmes"]}
    return [
        Change(
            titles.get(row["programme"], row["programme"]),
            NUMBERS[row["number"]],
            _written(row["before"], row["unit"]),
            _written(row["now"], row["unit"]),
        )
        for row in told["changed"]
    ]


def _written(value: str | None, unit: str) -> SafeString | object:
    if value is None:
        return _("not told")
    return number(int(value)) if unit == HOMES else money(scaled(Decimal(value), exponent(unit)), unit)
