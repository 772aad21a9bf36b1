"""The forms of works and halts; whatever the services refuse is told at the field."""

import uuid
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from sanad.casework.works.models import Contractor, Kind
from sanad.casework.works.proposals import NewFirm, NewOrder, NewStage
from sanad.funds.models import Part
from sanad.registry.models import Building
from sanad.rulebook.models import Programme
from sanad.web.shared.amounts import AmountField
from sanad.web.shared.formats import language

ROWS = 6
WORDS = {"rows": 3, "dir": "auto"}
DAY = {"required": _("Choose the day."), "invalid": _("Write the day as 2026-03-31.")}
LONGEST = 500


def day_field(**more: Any) -> forms.DateField:
    return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}), error_messages=DAY, **more)


class ApproveForm(forms.Form):
    """The sum typed again by whoever approves."""

    def __init__(self, *given: Any, currency: str, **more: Any) -> None:
        super().__init__(*given, **more)
        self.fields["sum"] = AmountField(
            currency=currency,
            label=_("Type the budget of these works"),
            help_text=format_lazy(_("As it is shown above, in {currency}"), currency=currency),
            error_messages={"required": _("Type the budget as it stands above.")},
        )


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Why?"),
        help_text=_("The office reads this. Name no family."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs=WORDS),
        error_messages={"required": _("Give the reason.")},
    )


class OrderForm(forms.Form):
    """An order with rows for its stages; empty rows are left out."""

    may_stay_empty = True
    id = forms.UUIDField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(
        label=_("What kind of works?"),
        help_text=_("Finishing works wait until the structure is safe."),
        choices=Kind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the kind of works.")},
    )
    contractor = forms.ChoiceField(label=_("Contractor"), required=False)
    firm_code = forms.CharField(
        label=_("Number of a new contractor in the register of firms"),
        required=False,
        max_length=50,
        widget=forms.TextInput(attrs={"dir": "ltr", "autocomplete": "off"}),
    )
    firm_name = forms.CharField(
        label=_("Name of the new contractor"),
        required=False,
        max_length=140,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    part = forms.ChoiceField(
        label=_("Which money pays for them?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the part of a fund.")},
    )

    def __init__(self, programme: Programme, rows: int, **given: Any) -> None:
        super().__init__(**given)
        self.programme, self.rows = programme, rows
        self.parts = {f"{one.fund.code}/{one.code}": one for one in parts_for(programme)}
        self.firms = {one.code: one for one in Contractor.objects.order_by("name")}
        self.fields["part"].choices = [(code, _told(part)) for code, part in self.parts.items()]  # type: ignore[attr-defined]
        self.fields["contractor"].choices = [  # type: ignore[attr-defined]
            ("", _("A new contractor, named below")),
            *[(code, firm.name) for code, firm in self.firms.items()],
        ]
        currency = programme.currency
        self.fields["budget"] = AmountField(currency=currency, label=_("Budget of the works"))
        for number in range(1, rows + 1):
            title = forms.CharField(label=_("What is done"), required=False, max_length=200)
            title.widget.attrs["dir"] = "auto"
            self.fields[f"title_{number}"] = title
            self.fields[f"amount_{number}"] = AmountField(currency=currency, label=_("Sum"), required=False)

    def stage_rows(self) -> list[tuple[int, forms.BoundField, forms.BoundField]]:
        return [(number, self[f"title_{number}"], self[f"amount_{number}"]) for number in range(1, self.rows + 1)]

    def where(self, problem: str) -> str | None:
        """The field at which a problem of the service is told."""
        level, _dot, number = problem.partition(".")
        name = f"title_{number}" if level == "stages" and number else "title_1" if level == "stages" else problem
        return name if name in self.fields else None

    def proposed(self, building: Building) -> NewOrder:
        told = self.cleaned_data
        firm = self.firms.get(told["contractor"]) or NewFirm(told["firm_code"], told["firm_name"].strip())
        given = {name: told[name] for name in ("id", "budget")}
        return NewOrder(
            building=building,
            programme=self.programme,
            contractor=firm,
            part=self.parts[told["part"]],
            kind=Kind(told["kind"]),
            stages=tuple(self._stages()),
            **given,
        )

    def _stages(self) -> list[NewStage]:
        found = []
        for number in range(1, self.rows + 1):
            title, amount = self.cleaned_data[f"title_{number}"], self.cleaned_data[f"amount_{number}"]
            if title or amount:
                found.append(NewStage(title, amount or 0))
        return found


def parts_for(programme: Programme) -> list[Part]:
    """The money that may pay for works of the programme: parts of its funds in its currency."""
    found = Part.objects.filter(fund__programmes__programme=programme.key, fund__currency=programme.currency)
    return list(found.select_related("fund").order_by("fund__code", "code"))


def _told(part: Part) -> object:
    name = part.fund.names[language()]
    return format_lazy(_("{fund}, general part"), fund=name) if part.is_general else f"{name} · {part.code}"


class StageForm(forms.Form):
    """An engineer's inspection."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    photo_id = forms.UUIDField(widget=forms.HiddenInput)
    inspected_on = day_field(label=_("Day of the inspection"))
    photo = forms.FileField(
        label=_("Photo of what you saw"),
        help_text=_("A photo is drawn again, so that place and camera are not kept with it."),
        error_messages={"required": _("An inspection stands on a photo. Add it.")},
    )


def new_inspection() -> dict[str, uuid.UUID]:
    return {"id": uuid.uuid4(), "photo_id": uuid.uuid4()}


class ExtendForm(forms.Form):
    id = forms.UUIDField(widget=forms.HiddenInput)
    seen = forms.DateField(widget=forms.HiddenInput)
    to_review = day_field(label=_("Next review on"))
    words = forms.CharField(
        label=_("Why does it go on?"),
        help_text=_("The families read this as it is written. Name nobody."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs=WORDS),
        error_messages={"required": _("Say why it goes on.")},
    )
