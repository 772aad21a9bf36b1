"""The facts of a claim as a page tells them: label and value in words, grouped by what they are about."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from sanad.casework.claims.checking import Kept
from sanad.casework.claims.declared import fields_of
from sanad.casework.claims.models import Claim, Level
from sanad.casework.claims.selectors import facts_now, texts_of
from sanad.engine.money import scaled
from sanad.engine.rules.fields import TypedField
from sanad.engine.rules.types import Boolean, Choice, Day, Number
from sanad.engine.rules.words.pen import Pen
from sanad.web.office.claims.fact_fields import TITLES
from sanad.web.office.claims.programmes import pen_of
from sanad.web.shared import formats


@dataclass(frozen=True, slots=True)
class Told:
    label: str
    value: object


@dataclass(frozen=True, slots=True)
class Group:
    title: object
    about: str
    facts: list[Told]


def told_facts(claim: Claim, language: str) -> list[Group]:
    """A group for each thing of which something is stated, in the order of the programme's fields."""
    fields, pen = fields_of(claim.programme), pen_of(claim.programme, language)
    texts = texts_of(claim)
    groups = [
        Group(TITLES[Level(level)], subject if level == Level.PERSON else "", _told(fields, level, facts, texts, pen))
        for level, things in facts_now(claim).items()
        for subject, facts in things.items()
    ]
    return [group for group in groups if group.facts]


def _told(
    fields: Mapping[str, TypedField], level: str, facts: Mapping[str, Kept], texts: Mapping[str, str], pen: Pen
) -> list[Told]:
    here = [field for field in fields.values() if field.level == level]
    stated = [(field, value_in_words(field, facts[field.name], pen)) for field in here if field.name in facts]
    written = [(field, formats.typed(texts[field.name])) for field in here if field.name in texts]
    return [Told(field.declared.label[pen.language], value) for field, value in (*stated, *written)]


def value_in_words(field: TypedField, value: Kept, pen: Pen) -> object:
    if isinstance(field.type, Boolean):
        return _("yes") if value else _("no")
    if isinstance(field.type, Choice):
        return next((option.label[pen.language] for option in field.declared.options if option.code == value), value)
    if isinstance(field.type, Day):
        return formats.day(date.fromisoformat(str(value)))
    return _quantity(field, field.type, value, pen) if isinstance(field.type, Number) else value


def _quantity(field: TypedField, kind: Number, value: Kept, pen: Pen) -> object:
    minor = scaled(Decimal(str(value)), kind.scale)
    if field.declared.kind == "money":
        return formats.money(minor, pen.currency)
    return pen.quantity(minor, kind)
