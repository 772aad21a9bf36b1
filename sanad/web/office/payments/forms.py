"""The forms of payment runs: how much may go out, the sum typed again, why a run is dropped."""

from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from sanad.web.shared.amounts import AmountField

MISSING = _("Type the sum of this run, as it stands above.")


class PrepareForm(forms.Form):
    client_id = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *given: Any, currency: str, **more: Any) -> None:
        super().__init__(*given, **more)
        self.fields["up_to"] = AmountField(
            currency=currency,
            required=False,
            label=_("Pay no more than"),
            help_text=format_lazy(_("In {currency}. Empty: all that is due and can be paid"), currency=currency),
        )


class SumForm(forms.Form):
    """The sum of the run, typed again by whoever approves or releases it."""

    def __init__(self, *given: Any, currency: str, **more: Any) -> None:
        super().__init__(*given, **more)
        self.fields["sum"] = AmountField(
            currency=currency,
            label=_("Type the sum of this run"),
            help_text=format_lazy(_("As it is shown above, in {currency}"), currency=currency),
            error_messages={"required": MISSING},
        )


class DropForm(forms.Form):
    reason = forms.CharField(
        label=_("Why is the run dropped?"),
        help_text=_("Its money stays set aside and may go into another run. Name no family."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
        error_messages={"required": _("Give the reason for dropping the run.")},
    )
