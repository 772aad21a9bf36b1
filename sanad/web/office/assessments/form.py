"""What an assessor saw, element by element: a row for each, in the order in which one walks through a home."""

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sanad.casework.assessments.models import UNITS, Assessment, Damage, Part
from sanad.casework.assessments.proposals import NewAssessment, Seen
from sanad.casework.claims.declared import fields_of
from sanad.casework.claims.models import Claim
from sanad.engine.rules.words.pen import digits
from sanad.evidence.refusals import Problem
from sanad.registry.texts import LATIN_DIGITS

THOUSANDTHS = 3
NUMBER = re.compile(r"([0-9]{1,7})(?:[.٫]([0-9]{1,3}))?")
NOT_LOOKED_AT = ("", _("Not looked at"))


class Quantity(forms.CharField):
    """A number with at most three decimals, as whole thousandths; in Arabic-Indic digits too."""

    def __init__(self, **more: Any) -> None:
        super().__init__(required=False, widget=forms.TextInput(attrs={"inputmode": "decimal", "dir": "ltr"}), **more)

    def clean(self, value: Any) -> int | None:
        typed = str(super().clean(value) or "").strip().translate(LATIN_DIGITS).replace(",", "").replace("٬", "")
        if not typed:
            return None
        found = NUMBER.fullmatch(typed)
        if not found:
            raise forms.ValidationError(gettext("Write the quantity as a number, such as 28 or 28.5."))
        whole, decimals = found.groups()
        return int(whole) * 1_000 + int((decimals or "").ljust(THOUSANDTHS, "0"))


class AssessmentForm(forms.Form):
    may_stay_empty = True
    assessed_on = forms.DateField(
        label=_("Day of the visit"),
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"required": _("Choose the day of the visit."), "invalid": _("Write the day as 2026-03-31.")},
    )
    damage = forms.ChoiceField(
        label=_("The home as a whole"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how badly the home as a whole is damaged.")},
    )
    is_unfit = forms.BooleanField(label=_("Nobody can live in it now"), required=False)
    area = Quantity(label=_("Area of the home, in square metres"))

    def __init__(self, data: Mapping[str, Any] | None = None, *, claim: Claim, language: str, **more: Any) -> None:
        super().__init__(data, **more)
        self.claim, self.language = claim, language
        self.fields["damage"].choices = _classes(claim, language)  # type: ignore[attr-defined]
        for part in Part:
            self.fields[f"{part}-damage"] = forms.ChoiceField(
                label=_("Damage"), choices=[NOT_LOOKED_AT, *Damage.choices], required=False
            )
            self.fields[f"{part}-quantity"] = Quantity(label=format_lazy("{} · {}", _("Quantity"), UNITS[part].label))

    def clean(self) -> dict[str, Any]:
        """A quantity is of something that was seen: beside “not looked at” it would be lost."""
        told = super().clean() or {}
        for part in Part:
            if told.get(f"{part}-quantity") and not told.get(f"{part}-damage"):
                self.add_error(f"{part}-damage", _("You wrote a quantity. Say how much of it is damaged."))
        return told

    @property
    def rows(self) -> list[tuple[str, forms.BoundField, forms.BoundField]]:
        """Each element with its two fields."""
        return [(str(part.label), self[f"{part}-damage"], self[f"{part}-quantity"]) for part in Part]

    def new_assessment(self) -> NewAssessment:
        told = self.cleaned_data
        return NewAssessment(
            claim=self.claim,
            assessed_on=told["assessed_on"],
            damage=told["damage"],
            is_unfit=told["is_unfit"],
            area=told["area"],
            elements=tuple(self._seen(part) for part in self.looked_at),
        )

    @property
    def looked_at(self) -> list[Part]:
        return [part for part in Part if self.cleaned_data[f"{part}-damage"]]

    def tell(self, problems: tuple[Problem, ...]) -> None:
        for problem in problems:
            self.add_error(self._name_of(problem.where), problem.says[self.language])

    def _name_of(self, where: str) -> str | None:
        thing, _point, number = where.partition(".")
        if thing == "elements" and number:
            return f"{self.looked_at[int(number)]}-quantity"
        return thing if thing in self.fields else None

    def _seen(self, part: Part) -> Seen:
        told = self.cleaned_data
        return Seen(part, Damage(told[f"{part}-damage"]), told[f"{part}-quantity"] or 0)


def _classes(claim: Claim, language: str) -> list[tuple[str, str]]:
    """The programme's own classes of damage; the plain ones where it declares none."""
    field = fields_of(claim.programme).get("damage")
    if field is None or not field.declared.options:
        return [(damage.value, str(damage.label)) for damage in Damage]
    return [(option.code, option.label[language]) for option in field.declared.options]


def class_in_words(assessment: Assessment, language: str) -> str:
    return dict(_classes(assessment.claim, language)).get(assessment.damage, assessment.damage)


def start_of(assessment: Assessment) -> dict[str, Any]:
    """A draft as the form shows it."""
    start: dict[str, Any] = {
        "assessed_on": assessment.assessed_on,
        "damage": assessment.damage,
        "is_unfit": assessment.is_unfit,
        "area": "" if assessment.area is None else digits(assessment.area, THOUSANDTHS),
    }
    for element in assessment.elements.all():
        start[f"{element.part}-damage"] = element.damage
        start[f"{element.part}-quantity"] = digits(element.quantity, THOUSANDTHS) if element.quantity else ""
    return start
