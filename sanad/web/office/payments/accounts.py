"""Accounts that families named: a second person looks at the paper and confirms where they are paid."""

import uuid

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sanad.casework.claims.models import Claim
from sanad.casework.payments.models import PayeeAccount
from sanad.casework.payments.refusals import AccountDecided, ProposedByYou
from sanad.casework.payments.selectors import accounts_to_decide, told_account
from sanad.casework.payments.services import confirm_account, refuse_account
from sanad.registry.selectors import Recused
from sanad.web.office.payments.roles import PAY, account_within
from sanad.web.shared.access import open_to, sensitive
from sanad.web.shared.requests import StaffRequest

DECISIONS = (
    ("confirm", _("It is the payee's own account: the paper says so")),
    ("refuse", _("It is not, or the paper does not say so")),
)


class DecisionForm(forms.Form):
    decision = forms.ChoiceField(
        label=_("What does the paper say?"),
        choices=DECISIONS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Look at the paper and choose what it says.")},
    )


def accounts_waiting(request: StaffRequest) -> list[PayeeAccount]:
    """What waits to be decided about and lies within the person's reach."""
    if not request.reach.holds(*PAY):
        return []
    return [one for one in accounts_to_decide() if account_within(request, one)]


@open_to(*PAY)
def accounts(request: StaffRequest) -> HttpResponse:
    rows = [(one, _claim_of(one)) for one in accounts_waiting(request)]
    return render(request, "office/payments/accounts.html", {"rows": rows})


@open_to(*PAY)
@sensitive
def account(request: StaffRequest, id: uuid.UUID) -> HttpResponse:
    found = _account(request, id)
    form = DecisionForm(request.POST or None)
    if form.is_valid():
        return _decided(request, found, form.cleaned_data["decision"])
    shown = {
        "account": found,
        "told": told_account(found),
        "before": found.payee.account and told_account(found.payee.account),
        "claim": _claim_of(found),
        "form": form,
        "is_own": found.proposed_by_id == request.user.pk,
    }
    return render(request, "office/payments/account.html", shown)


def _account(request: StaffRequest, id: uuid.UUID) -> PayeeAccount:
    named = ("payee__household", "payee__key", "payee__account__payee__key", "proposed_by", "decided_by")
    found = PayeeAccount.objects.select_related(*named).filter(pk=id).first()
    if found is None or not account_within(request, found):
        raise Http404(id)
    return found


def _decided(request: StaffRequest, account: PayeeAccount, decision: str) -> HttpResponse:
    decide = confirm_account if decision == "confirm" else refuse_account
    try:
        decided = decide(account=account.pk, by=request.user, at=now())
    except ProposedByYou:
        messages.warning(request, gettext("You proposed this account; another person decides about it."))
    except Recused:
        messages.warning(request, gettext("It is your own family's account; another person decides about it."))
    except AccountDecided as first:
        words = gettext("{who} was first: the account is “{state}” now.")
        messages.warning(request, words.format(who=first.who, state=first.account.get_decision_display()))
    else:
        state = decided.get_decision_display()
        messages.success(request, gettext("Done: the account is “{state}”.").format(state=state))
    return redirect("payment_accounts")


def _claim_of(account: PayeeAccount) -> Claim | None:
    return Claim.objects.filter(household=account.payee.household_id).order_by("pk").first()
