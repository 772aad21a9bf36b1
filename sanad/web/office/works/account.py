"""Where a contractor is paid: an engineer or a finance officer writes it down, another finance officer confirms it."""

import uuid

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext

from sanad.casework.payments.accounts import NewAccount
from sanad.casework.payments.models import PayeeAccount
from sanad.casework.payments.selectors import account_of_organisation, told_account
from sanad.casework.payments.services import payee_of_organisation
from sanad.casework.works.models import Order
from sanad.web.office.payments.account_form import AccountForm, is_written
from sanad.web.office.works.roles import NAME_ACCOUNT, order_within
from sanad.web.shared.access import open_to
from sanad.web.shared.requests import StaffRequest


@open_to(*NAME_ACCOUNT)
def name(request: StaffRequest, reference: str) -> HttpResponse:
    order = order_within(request, reference, *NAME_ACCOUNT)
    if request.method != "POST":
        return _page(request, order, AccountForm(initial={"id": uuid.uuid4(), "holder": order.contractor.name}))
    form = AccountForm(request.POST)
    if not form.is_valid():
        return _page(request, order, form)
    payee = payee_of_organisation(name=order.contractor.name, at=now())
    waits = gettext("Another account of this contractor waits to be confirmed first.")
    if is_written(request, payee, form, waits):
        return redirect("works_order", order.reference)
    return _page(request, order, form)


def _page(request: StaffRequest, order: Order, form: AccountForm) -> HttpResponse:
    standing, waiting = account_of_organisation(order.contractor.name)
    shown = {"order": order, "form": form, "standing": _told(standing), "waiting": _told(waiting)}
    return render(request, "office/works/account.html", shown)


def _told(account: PayeeAccount | None) -> NewAccount | None:
    return told_account(account) if account else None
