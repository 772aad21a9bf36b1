"""A sum as people type it: digits of either script, with or without separators; kept in minor units."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from sanad.engine.money import exponent
from sanad.sheets.sums import AboveAll, MoreDecimals, NotASum, SumRefused, minor_of
from sanad.sheets.texts import clean_text

TYPED_WRONG = _("Write the sum in digits, such as 3,419,500.")
SAYINGS: dict[type[SumRefused], Any] = {
    NotASum: TYPED_WRONG,
    MoreDecimals: _("This currency has fewer decimals. Separate thousands by a comma, as in 3,419,500."),
    AboveAll: _("No sum is as large as this. Look at its digits again."),
}


class AmountField(forms.Field):
    """A sum of this currency, of at least so many minor units; `cleaned_data` holds minor units."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "dir": "ltr", "autocomplete": "off"})

    def __init__(self, *, currency: str, least: int = 1, **more: Any) -> None:
        super().__init__(**({"error_messages": {"required": TYPED_WRONG}} | more))
        self.currency, self.least = currency, least

    def to_python(self, value: Any) -> int | None:
        text = clean_text(str(value or ""))
        if not text:
            return None
        try:
            minor = minor_of(text, exponent(self.currency))
        except SumRefused as error:
            raise ValidationError(SAYINGS[type(error)]) from error
        if minor < self.least:
            raise ValidationError(_("Write a sum above 0."))
        return minor
