"""A second person looks at the bank statement and confirms a receipt, or says that the bank does not show it."""

import uuid
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sanad.funds.models import Fund, Receipt, ReceiptState
from sanad.funds.refusals import AlreadyDecided, SamePerson
from sanad.funds.services import confirm_receipt, refuse_receipt
from sanad.web.office.funds.roles import RECORD, fund_within
from sanad.web.office.funds.rows import named, receipt_rows
from sanad.web.shared.access import open_to, sensitive
from sanad.web.shared.amounts import AmountField
from sanad.web.shared.requests import StaffRequest

DECISIONS = (("confirm", _("The bank statement shows this sum")), ("refuse", _("The bank statement does not show it")))


class DecisionForm(forms.Form):
    decision = forms.ChoiceField(
        label=_("What does the bank statement say?"),
        choices=DECISIONS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Look at the bank statement and choose what it says.")},
    )

    def __init__(self, receipt: Receipt, data: Any = None) -> None:
        super().__init__(data)
        self.receipt = receipt
        self.fields["amount"] = AmountField(
            currency=receipt.part.fund.currency,
            label=_("Type the sum on the bank statement"),
            help_text=_("Only where you confirm it"),
            required=False,
        )

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if told.get("decision") == "confirm" and told.get("amount") != self.receipt.amount and "amount" in told:
            self.add_error("amount", _("This is not the sum that was recorded. Compare both with the bank statement."))
        return told


@open_to(*RECORD)
@sensitive
def decide_receipt(request: StaffRequest, code: str, id: uuid.UUID) -> HttpResponse:
    fund = fund_within(request, code, *RECORD)
    receipt = _receipt(fund, id)
    form = DecisionForm(receipt, request.POST or None)
    return _decided(request, receipt, form) if form.is_valid() else _page(request, receipt, form)


def _receipt(fund: Fund, id: uuid.UUID) -> Receipt:
    found = Receipt.objects.select_related("part__fund", "recorded_by", "decided_by", "agreement")
    receipt = found.filter(part__fund=fund, pk=id).first()
    if receipt is None:
        raise Http404(id)
    return receipt


def _decided(request: StaffRequest, receipt: Receipt, form: DecisionForm) -> HttpResponse:
    decide = confirm_receipt if form.cleaned_data["decision"] == "confirm" else refuse_receipt
    try:
        decided = decide(receipt=receipt.pk, by=request.user, at=now())
    except SamePerson:
        messages.warning(request, gettext("You recorded this receipt. Another finance officer decides about it."))
    except AlreadyDecided as first:
        words = gettext("{who} was first: the receipt is “{state}” now.")
        messages.warning(request, words.format(who=first.by, state=ReceiptState(first.state).label))
    else:
        messages.success(request, gettext("Done: the receipt is “{state}”.").format(state=decided.get_state_display()))
    return redirect("fund", receipt.part.fund.code)


def _page(request: StaffRequest, receipt: Receipt, form: DecisionForm) -> HttpResponse:
    told = {"fund": receipt.part.fund, "name": named(receipt.part.fund.names), "row": receipt_rows([receipt])[0]}
    is_own = receipt.recorded_by_id == request.user.pk
    return render(request, "office/funds/receipt.html", {**told, "form": form, "is_own": is_own})
