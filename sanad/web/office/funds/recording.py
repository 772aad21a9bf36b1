"""Recording money that arrived at the bank."""

import uuid
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sanad.funds.models import Agreement, Fund, Part
from sanad.funds.refusals import BankReferenceKnown
from sanad.funds.services import receive_money
from sanad.ledger.refusals import SameIdOtherContent
from sanad.web.office.funds.roles import RECORD, fund_within
from sanad.web.office.funds.rows import agreement_rows, named, part_rows
from sanad.web.shared.access import open_to
from sanad.web.shared.amounts import AmountField
from sanad.web.shared.requests import StaffRequest

DAY = {"required": _("Choose the day on which the bank received it."), "invalid": _("Write the day as 2026-03-31.")}


class ReceiptForm(forms.Form):
    """What the bank statement says."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    part = forms.ModelChoiceField(
        label=_("For which part of the fund?"),
        queryset=Part.objects.none(),
        to_field_name="code",
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the part of the fund.")},
    )
    bank_reference = forms.CharField(
        label=_("Reference on the bank statement"),
        max_length=64,
        widget=forms.TextInput(attrs={"dir": "ltr", "autocomplete": "off"}),
        error_messages={"required": _("Write the reference as it stands on the bank statement.")},
    )
    received_on = forms.DateField(
        label=_("Day on the bank statement"), widget=forms.DateInput(attrs={"type": "date"}), error_messages=DAY
    )
    agreement = forms.ModelChoiceField(
        label=_("By which agreement?"),
        queryset=Agreement.objects.none(),
        to_field_name="reference",
        required=False,
        empty_label=_("None that is noted here"),
    )
    field_order = ("part", "amount", "bank_reference", "received_on", "agreement")

    def __init__(self, fund: Fund, **given: Any) -> None:
        super().__init__(**given)
        self.fields["amount"] = AmountField(
            currency=fund.currency, label=_("Sum that arrived"), help_text=_("As on the bank statement, before fees")
        )
        self.fields["part"].queryset = fund.parts.select_related("fund")  # type: ignore[attr-defined]
        self.fields["part"].choices = [(row.part.code, _told(row)) for row in part_rows(fund)]  # type: ignore[attr-defined]
        self.fields["agreement"].queryset = fund.agreements.all()  # type: ignore[attr-defined]
        known = [(agreement.reference, f"{agreement.reference} · {donor}") for agreement, donor in agreement_rows(fund)]
        self.fields["agreement"].choices = [("", _("None that is noted here")), *known]  # type: ignore[attr-defined]
        self.order_fields(self.field_order)

    def clean_received_on(self) -> Any:
        day = self.cleaned_data["received_on"]
        if day > localdate():
            raise forms.ValidationError(_("This day is still to come. Write the day on the bank statement."))
        return day


def _told(row: Any) -> str:
    """A part by what it may be used for."""
    if row.part.is_general:
        return gettext("General: for whatever the fund is for")
    return " · ".join(part for part in (row.part.code, row.area, row.lines) if part)


@open_to(*RECORD)
def record_receipt(request: StaffRequest, code: str) -> HttpResponse:
    fund = fund_within(request, code, *RECORD)
    if request.method != "POST":
        return _page(request, fund, ReceiptForm(fund, initial={"id": uuid.uuid4(), "part": "general"}))
    form = ReceiptForm(fund, data=request.POST)
    return _recorded(request, fund, form) if form.is_valid() else _page(request, fund, form)


def _recorded(request: StaffRequest, fund: Fund, form: ReceiptForm) -> HttpResponse:
    try:
        receive_money(**form.cleaned_data, by=request.user, at=now())
    except BankReferenceKnown:
        form.add_error(
            "bank_reference", _("This reference is recorded already for this part. Look at the page of the fund.")
        )
        return _page(request, fund, form)
    except SameIdOtherContent:
        form.add_error(None, _("Another sum was sent from this page before. Open the page again."))
        return _page(request, fund, form)
    messages.success(request, gettext("Recorded. It counts once another finance officer has confirmed it."))
    return redirect("fund", fund.code)


def _page(request: StaffRequest, fund: Fund, form: ReceiptForm) -> HttpResponse:
    return render(request, "office/funds/record.html", {"fund": fund, "name": named(fund.names), "form": form})
