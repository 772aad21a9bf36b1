"""The forms of a round: the sum typed again, and the reason for sending it back."""

from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from sanad.web.shared.amounts import AmountField

MISSING = _("Type the sum that this round reserves, as it stands above.")


class ApproveForm(forms.Form):
    def __init__(self, *given: Any, currency: str, **more: Any) -> None:
        super().__init__(*given, **more)
        self.fields["sum"] = AmountField(
            currency=currency,
            least=0,
            label=_("Type the sum that this round reserves"),
            help_text=format_lazy(_("As it is shown above, in {currency}"), currency=currency),
            error_messages={"required": MISSING},
        )


class SendBackForm(forms.Form):
    reason = forms.CharField(
        label=_("Why does it go back?"),
        help_text=_("Whoever asked for the round reads this. Name no family."),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        error_messages={"required": _("Give the reason for sending it back.")},
    )
