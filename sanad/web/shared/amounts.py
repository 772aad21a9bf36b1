"""A sum as people type it: digits of either script, with or without separators; kept in minor units."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from sanad.engine.money import NotAnAmount, exponent, scaled
from sanad.sheets.texts import clean_text

SIGNS = str.maketrans("٠١٢٣٤٥٦٧٨٩٫٬،", "0123456789.,,")
SUM = re.compile(r"[0-9]+(\.[0-9]+)?|[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?")
MOST_DIGITS = 16
TYPED_WRONG = _("Write the sum in digits, such as 3,419,500.")


class AmountField(forms.Field):
    """A sum of this currency, of at least so many minor units; `cleaned_data` holds minor units."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "dir": "ltr", "autocomplete": "off"})

    def __init__(self, *, currency: str, least: int = 1, **more: Any) -> None:
        super().__init__(**({"error_messages": {"required": TYPED_WRONG}} | more))
        self.currency, self.least = currency, least

    def to_python(self, value: Any) -> int | None:
        text = clean_text(str(value or "")).translate(SIGNS).replace(" ", "")
        return self._minor(text) if text else None

    def _minor(self, text: str) -> int:
        if not SUM.fullmatch(text) or len(text) > MOST_DIGITS:
            raise ValidationError(TYPED_WRONG)
        try:
            minor = scaled(Decimal(text.replace(",", "")), exponent(self.currency))
        except NotAnAmount as error:
            raise ValidationError(_("This currency has fewer decimals.")) from error
        if minor < self.least:
            raise ValidationError(_("Write a sum above 0."))
        return minor
