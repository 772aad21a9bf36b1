"""Form fields made from a programme's fields: the one declaration behind forms, checks and the engine's columns.

They check nothing: the service does, and says in both languages what to write. So what was typed stays as it was.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sanad.casework.claims.models import Level
from sanad.engine.rules.fields import TypedField
from sanad.engine.rules.types import Boolean, Choice, Day, Number
from sanad.engine.rules.words.pen import Pen
from sanad.web.shared.formats import unit_of

FEW = 4
YES_OR_NO = (("yes", _("Yes")), ("no", _("No")), ("", _("Not known")))
NOT_SAID = ("", _("Not known"))
TITLES = {
    Level.CLAIM: _("The loss"),
    Level.HOUSEHOLD: _("The family"),
    Level.DWELLING: _("The home"),
    Level.BUILDING: _("The building"),
    Level.PERSON: _("The people"),
}


def fact_name(level: str, name: str) -> str:
    return f"{level}-{name}"


def fact_field(field: TypedField, pen: Pen) -> forms.Field:
    """Nothing is required: a fact that nobody knows yet is awaited by name, and no form stops for it."""
    declared = field.declared
    label, hint = declared.label[pen.language], _hint(field, pen)
    if isinstance(field.type, Boolean):
        return forms.ChoiceField(
            label=label, help_text=hint, choices=YES_OR_NO, widget=forms.RadioSelect, required=False
        )
    if isinstance(field.type, Choice):
        choices = [(option.code, option.label[pen.language]) for option in declared.options]
        if len(choices) <= FEW:
            return forms.ChoiceField(
                label=label, help_text=hint, choices=[*choices, NOT_SAID], widget=forms.RadioSelect, required=False
            )
        return forms.ChoiceField(label=label, help_text=hint, choices=[NOT_SAID, *choices], required=False)
    return forms.CharField(label=label, help_text=hint, widget=_typed_in(field), required=False)


def _typed_in(field: TypedField) -> forms.Widget:
    if isinstance(field.type, Number):
        return forms.TextInput(attrs={"inputmode": "decimal" if field.type.scale else "numeric", "dir": "ltr"})
    if isinstance(field.type, Day):
        return forms.TextInput(attrs={"dir": "ltr"})
    return forms.Textarea(attrs={"rows": 2, "dir": "auto"})


def _hint(field: TypedField, pen: Pen) -> str:
    """What the programme says of the field, how a day is written, in what a number counts."""
    told = field.declared.help.get(pen.language, "")
    return " ".join(part for part in (told, _form_of(field, pen)) if part)


def _form_of(field: TypedField, pen: Pen) -> str:
    if isinstance(field.type, Day):
        return gettext("Year, month, day, such as 2026-03-31.")
    if field.declared.kind == "money":
        return gettext("In {currency}.").format(currency=unit_of(0, pen.currency))
    if isinstance(field.type, Number) and len(field.type.unit) == 1 and pen.has_words(field.type.unit):
        return pen.unit(field.type.unit[0][0])
    return ""


class FactsForm(forms.Form):
    """Facts of these fields, by level. `groups` are what a page shows under one heading each."""

    may_stay_empty = True

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, asked: Iterable[TypedField], pen: Pen, **more: Any
    ) -> None:
        super().__init__(data, prefix="fact", **more)
        self.asked = [field for field in asked if field.level != Level.PERSON]
        for field in self.asked:
            self.fields[fact_name(field.level, field.name)] = fact_field(field, pen)

    @property
    def groups(self) -> list[tuple[object, list[forms.BoundField]]]:
        """Headings with their fields, in the programme's order of levels."""
        levels = dict.fromkeys(field.level for field in self.asked)
        return [(TITLES[Level(level)], self._of(level)) for level in levels]

    def facts(self) -> dict[str, dict[str, object]]:
        """What was typed, by level and field; what was left empty is not stated."""
        found: dict[str, dict[str, object]] = {}
        for field in self.asked:
            value = self.cleaned_data.get(fact_name(field.level, field.name), "")
            if value != "":
                found.setdefault(field.level, {})[field.name] = value
        return found

    def _of(self, level: str) -> list[forms.BoundField]:
        return [self[fact_name(level, field.name)] for field in self.asked if field.level == level]

    def changed(self, standing: Mapping[str, object]) -> dict[str, dict[str, object]]:
        """What differs from what stands; a field that was emptied takes its fact back."""
        found: dict[str, dict[str, object]] = {}
        for field in self.asked:
            name = fact_name(field.level, field.name)
            value = self.cleaned_data.get(name, "")
            if str(value) != str(standing.get(name, "")):
                found.setdefault(field.level, {})[field.name] = value or None
        return found
