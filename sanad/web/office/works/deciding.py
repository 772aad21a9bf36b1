"""Ordering works, sending them back, closing them: acts of a second person with a second factor."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from sanad.casework.works.services import close_order, order_works, send_back_order
from sanad.evidence.refusals import Refused
from sanad.web.office.works.acting import done, tell
from sanad.web.office.works.forms import ApproveForm, ReasonForm
from sanad.web.office.works.page import page_of
from sanad.web.office.works.roles import DECIDE, order_within
from sanad.web.shared.access import open_to, sensitive
from sanad.web.shared.requests import StaffRequest


@open_to(*DECIDE)
@sensitive
@require_POST
def approve(request: StaffRequest, reference: str) -> HttpResponse:
    order = order_within(request, reference, *DECIDE)
    form = ApproveForm(request.POST, currency=order.currency)
    if form.is_valid() and form.cleaned_data["sum"] != order.budget:
        form.add_error("sum", gettext("This is not the budget of these works. Look at it again and type it."))
    if not form.is_valid():
        return page_of(request, order, approve=form)
    words = gettext("The works are ordered, their money is reserved, and the families are told.")
    try:
        done(request, lambda: order_works(order=order, at=now(), by=request.user), words)
    except Refused as refused:
        tell(form, refused)
        return page_of(request, order, approve=form)
    return redirect("works_order", reference)


@open_to(*DECIDE)
@sensitive
@require_POST
def send_back(request: StaffRequest, reference: str) -> HttpResponse:
    order, form = order_within(request, reference, *DECIDE), ReasonForm(request.POST)
    if not form.is_valid():
        return page_of(request, order, send_back=form)
    reason = form.cleaned_data["reason"]
    words = gettext("The works went back. An engineer may prepare others.")
    done(request, lambda: send_back_order(order=order, words=reason, at=now(), by=request.user), words)
    return redirect("works_order", reference)


@open_to(*DECIDE)
@sensitive
def close(request: StaffRequest, reference: str) -> HttpResponse:
    order, form = order_within(request, reference, *DECIDE), ReasonForm(request.POST or None)
    if not form.is_valid():
        told = {"order": order, "form": form, "title": gettext("Close the works")}
        return render(request, "office/works/close.html", told)
    reason = form.cleaned_data["reason"]
    words = gettext("The works are closed. What was not certified is free money again, and the families are told.")
    done(request, lambda: close_order(order=order, words=reason, at=now(), by=request.user), words)
    return redirect("works_order", reference)
