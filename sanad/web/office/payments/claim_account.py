"""Where a family wants to be paid: a caseworker writes it down from the family's paper."""

import uuid

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from sanad.casework.claims.models import Claim
from sanad.casework.payments.selectors import account_of, told_account
from sanad.casework.payments.services import payee_of_household
from sanad.web.office.claims.roles import claim_within
from sanad.web.office.payments.account_form import AccountForm, is_written
from sanad.web.office.payments.roles import PROPOSE
from sanad.web.shared.access import open_to
from sanad.web.shared.requests import StaffRequest


@open_to(*PROPOSE)
def propose(request: StaffRequest, number: str) -> HttpResponse:
    claim = claim_within(request, number, *PROPOSE)
    if request.method != "POST":
        return _page(request, claim, AccountForm(initial={"id": uuid.uuid4()}))
    form = AccountForm(request.POST)
    waits = gettext("Another account of this family waits to be confirmed first.")
    if form.is_valid() and is_written(request, payee_of_household(claim.household), form, waits):
        return redirect("claim", claim.number)
    return _page(request, claim, form)


def _page(request: StaffRequest, claim: Claim, form: AccountForm) -> HttpResponse:
    standing, waiting = account_of(claim.household)
    shown = {
        "claim": claim,
        "form": form,
        "standing": standing and told_account(standing),
        "waiting": waiting and told_account(waiting),
    }
    return render(request, "office/payments/claim_account.html", shown)
