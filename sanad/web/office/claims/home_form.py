"""Where the home is, and by which right the family lives there."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sanad.registry.models import Grade, TenureKind

DAYS = ["%Y-%m-%d", "%d/%m/%Y", "%Y"]


class HomeForm(forms.Form):
    id = forms.UUIDField(widget=forms.HiddenInput)
    people = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=60)
    place = forms.CharField(
        label=_("Quarter or village"),
        widget=forms.TextInput(attrs={"list": "places", "dir": "auto"}),
        error_messages={"required": _("Write the quarter or village in which the building stands.")},
    )
    building = forms.CharField(
        label=_("Building"),
        help_text=_("Its number or name. One that is not known yet is registered."),
        widget=forms.TextInput(attrs={"dir": "auto"}),
        error_messages={"required": _("Write the number or the name of the building.")},
    )
    home = forms.CharField(
        label=_("Home in the building"),
        help_text=_("Such as 3-B; a house that stands alone: 1."),
        widget=forms.TextInput(attrs={"dir": "auto"}),
        error_messages={"required": _("Write which home in the building it is, such as 3-B.")},
    )
    floor = forms.IntegerField(
        label=_("Floor"),
        required=False,
        min_value=-9,
        max_value=99,
        widget=forms.TextInput(attrs={"dir": "ltr", "inputmode": "numeric"}),
        error_messages={"invalid": _("Write the floor as a number: 0 is the ground floor.")},
    )
    tenure = forms.ChoiceField(label=_("Lives there as"), choices=TenureKind.choices)
    grade = forms.ChoiceField(label=_("Shown by"), choices=Grade.choices, initial=Grade.STATED)
    since = forms.DateField(
        label=_("Lives there since"),
        help_text=_("Year, month, day, such as 2011-05-31; the year alone where nobody knows the day."),
        input_formats=DAYS,
        widget=forms.TextInput(attrs={"dir": "ltr"}),
        error_messages={
            "required": _("Write since when the family lives there; the year is enough."),
            "invalid": _("Write the day as year, month, day, such as 2011-05-31, or the year alone."),
        },
    )
    another = forms.BooleanField(label=_("It is another family"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs["autocomplete"] = "off"
