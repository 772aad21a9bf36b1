"""Every component of the look on one page, in the reader's language: to build with and to look at."""

from datetime import UTC, date, datetime

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from sanad.web.shared.access import EVERY_ROLE, open_to
from sanad.web.shared.drawings import Part
from sanad.web.shared.requests import StaffRequest

TENURES = (("owner", _("Owner")), ("tenant", _("Tenant")), ("other", _("Another right")))
SHARES = (Part(10_652_800_00, "edge"), Part(3_127_200_00, "due"), Part(3_419_500_00, "accent"))
RECEIVED = 17_200_000_00
SAMPLE = {
    "sum": 31_000_00,
    "with_cents": 31_000_50,
    "less": -88_200_00,
    "day": date(2026, 12, 8),
    "moment": datetime(2026, 11, 24, 8, tzinfo=UTC),
    "shares": SHARES,
    "received": RECEIVED,
}


class SampleForm(forms.Form):
    """Filled wrongly, so that its errors show."""

    amount = forms.IntegerField(
        label=_("Sum reserved by this round"),
        help_text=_("In whole US dollars"),
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"invalid": _("Enter the sum as digits, such as 3,419,500.")},
    )
    reason = forms.CharField(
        label=_("Reason"),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        error_messages={"required": _("Give the reason for sending it back.")},
    )
    tenure = forms.ChoiceField(label=_("Right to the home"), choices=TENURES, widget=forms.RadioSelect, required=False)
    seen = forms.BooleanField(label=_("I have looked at the 12 errors"), required=False)


@open_to(*EVERY_ROLE)
def style(request: StaffRequest) -> HttpResponse:
    form = SampleForm({"amount": "3.4 million"})
    return render(request, "office/style.html", {**SAMPLE, "form": form})
