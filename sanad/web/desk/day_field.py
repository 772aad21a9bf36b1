"""A day as a text gives it: the year, the month or the day, or a time between two of them; it may stay empty."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sanad.record.models.checks import EDTF


class DayField(forms.CharField):
    def __init__(self, **more: Any) -> None:
        widget = forms.TextInput(attrs={"dir": "ltr", "autocomplete": "off"})
        super().__init__(max_length=32, required=False, widget=widget, **more)

    def clean(self, value: Any) -> str:
        told = str(super().clean(value)).strip()
        if told and not re.match(EDTF, told):
            raise forms.ValidationError(_("Write the day as 2026, 2026-04 or 2026-04-30."))
        return told
