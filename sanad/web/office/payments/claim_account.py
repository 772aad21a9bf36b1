"""Where a family wants to be paid: a caseworker writes it down from the family's paper."""

import uuid

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sanad.casework.claims.models import Claim
from sanad.casework.payments.accounts import AccountRefused, NewAccount
from sanad.casework.payments.models import AccountKind
from sanad.casework.payments.refusals import AccountWaits, SameIdOther
from sanad.casework.payments.selectors import account_of, told_account
from sanad.casework.payments.services import payee_of_household, propose_account
from sanad.web.office.claims.roles import claim_within
from sanad.web.office.payments.roles import PROPOSE
from sanad.web.shared.access import open_to
from sanad.web.shared.formats import language
from sanad.web.shared.requests import StaffRequest


class AccountForm(forms.Form):
    id = forms.UUIDField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(
        label=_("Where is the family paid?"), choices=AccountKind.choices, widget=forms.RadioSelect, initial="bank"
    )
    holder = forms.CharField(
        label=_("Holder, as the bank has the name"),
        max_length=140,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
        error_messages={"required": _("Write the holder's name as the bank has it.")},
    )
    number = forms.CharField(
        label=_("Number of the account"),
        help_text=_("The IBAN where there is one; of a wallet its telephone number; of a cash desk its code."),
        max_length=60,
        widget=forms.TextInput(attrs={"dir": "ltr", "autocomplete": "off"}),
        error_messages={"required": _("Write the number of the account.")},
    )
    bank = forms.CharField(
        label=_("Code of the bank"),
        help_text=_("8 or 11 signs, such as AUDBLBBX; not needed beside an IBAN"),
        required=False,
        max_length=20,
        widget=forms.TextInput(attrs={"dir": "ltr", "autocomplete": "off"}),
    )


@open_to(*PROPOSE)
def propose(request: StaffRequest, number: str) -> HttpResponse:
    claim = claim_within(request, number, *PROPOSE)
    if request.method != "POST":
        return _page(request, claim, AccountForm(initial={"id": uuid.uuid4()}))
    form = AccountForm(request.POST)
    return _proposed(request, claim, form) if form.is_valid() else _page(request, claim, form)


def _proposed(request: StaffRequest, claim: Claim, form: AccountForm) -> HttpResponse:
    told = dict(form.cleaned_data)
    id, payee = told.pop("id"), payee_of_household(claim.household)
    try:
        propose_account(id=id, payee=payee, account=NewAccount(**told), by=request.user, at=now())
    except AccountRefused as refused:
        for problem in refused.problems:
            form.add_error(problem.where, problem.says[language()])
        return _page(request, claim, form)
    except AccountWaits:
        messages.warning(request, gettext("Another account of this family waits to be confirmed first."))
    except SameIdOther:
        form.add_error(None, gettext("Another account was sent from this page before. Open the page again."))
        return _page(request, claim, form)
    else:
        messages.success(request, gettext("Written down. It counts once a finance officer has confirmed it."))
    return redirect("claim", claim.number)


def _page(request: StaffRequest, claim: Claim, form: AccountForm) -> HttpResponse:
    standing, waiting = account_of(claim.household)
    shown = {
        "claim": claim,
        "form": form,
        "standing": standing and told_account(standing),
        "waiting": waiting and told_account(waiting),
    }
    return render(request, "office/payments/claim_account.html", shown)
