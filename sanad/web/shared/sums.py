"""A sum as people type it."""

import re
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from sanad.engine.money import NotAnAmount, exponent, scaled

TO_LATIN = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٬٫", "01234567890123456789,.")
PLAIN = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?|\d+(\.\d+)?")
BLANKS = re.compile(r"[\s\u00a0\u202f\u200e\u200f\u2066-\u2069]")
LONGEST = 30


class SumField(forms.CharField):
    """A sum of a currency in major units, in digits of either script; its value is in minor units."""

    def __init__(self, *, currency: str, **more: object) -> None:
        self.currency = currency
        widget = forms.TextInput(attrs={"inputmode": "decimal", "dir": "ltr", "autocomplete": "off"})
        super().__init__(widget=widget, max_length=LONGEST, **more)  # type: ignore[arg-type]

    def clean(self, value: str) -> int:
        """Raises ValidationError."""
        written = BLANKS.sub("", super().clean(value)).translate(TO_LATIN)
        if not PLAIN.fullmatch(written):
            raise ValidationError(_("Enter the sum as digits, such as 3,419,500."))
        try:
            return scaled(Decimal(written.replace(",", "")), exponent(self.currency))
        except NotAnAmount as error:
            raise ValidationError(_("The currency has no such small coins: leave the last decimals out.")) from error
