"""Facts that nobody states, since the registry knows them: fields asked of `register`, under these names."""

from collections.abc import Callable, Mapping
from datetime import date

from django.db.models import Count, QuerySet
from django.utils import timezone

from sanad.casework.claims.checking import Kept
from sanad.casework.claims.models import Claim, Level
from sanad.casework.claims.subjects import members_within
from sanad.engine.rules.fields import TypedField
from sanad.engine.rules.types import Choice
from sanad.places.selectors import around_each

Found = dict[str, Kept]
Rows = Mapping[str, Found]


def add_registered(claims: QuerySet[Claim], level: Level, rows: Rows, fields: Mapping[str, TypedField]) -> None:
    """Fill in what the registry knows for fields that the programme asks of the register."""
    for field in fields.values():
        reader = READERS.get((level, field.name))
        if reader and field.level == level and field.declared.asked == "register":
            for subject, value in reader(claims, field).items():
                rows[subject][field.name] = value


def _filed_on(claims: QuerySet[Claim], _field: TypedField) -> Found:
    """The day on which the claim came in, by the clock that people see."""
    received = claims.values_list("number", "received_at")
    return {number: _day_of(timezone.localtime(at).date()) for number, at in received}


def _people(claims: QuerySet[Claim], _field: TypedField) -> Found:
    """How many belong to the household now."""
    rows = members_within(claims).order_by().values_list("household__reference")
    return dict(rows.annotate(people=Count("pk")))


def _place(claims: QuerySet[Claim], field: TypedField) -> Found:
    """The place of the building, or the nearest one around it that the programme names."""
    return _placed(claims, "dwelling__building__reference", field)


def _home_place(claims: QuerySet[Claim], field: TypedField) -> Found:
    return _placed(claims, "dwelling__reference", field)


def _claim_place(claims: QuerySet[Claim], field: TypedField) -> Found:
    return _placed(claims, "number", field)


def _placed(claims: QuerySet[Claim], subject: str, field: TypedField) -> Found:
    if not isinstance(field.type, Choice):
        return {}
    rows = list(claims.values_list(subject, "dwelling__building__place__code").distinct())
    around = around_each({code for _, code in rows})
    outward = dict(field.type.within)
    return {own: _nearest(around[code] & field.type.options, outward) for own, code in rows}


def _nearest(named: frozenset[str], outward: Mapping[str, str]) -> str | None:
    """Of several places around, the one that encloses none of the others."""
    enclosing = {outward.get(code, "") for code in named}
    return min(named - enclosing, default=None)


def _day_of(day: date) -> str:
    return day.isoformat()


READERS: dict[tuple[Level, str], Callable[[QuerySet[Claim], TypedField], Found]] = {
    (Level.CLAIM, "filed_on"): _filed_on,
    (Level.HOUSEHOLD, "people"): _people,
    (Level.BUILDING, "place"): _place,
    (Level.DWELLING, "place"): _home_place,
    (Level.CLAIM, "place"): _claim_place,
}
