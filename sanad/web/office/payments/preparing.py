"""Preparing a run: of one fund, up to a sum or all that is due."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.html import format_html
from django.utils.timezone import now
from django.utils.translation import gettext

from sanad.casework.payments.models import WhyLeftOut
from sanad.casework.payments.refusals import AnotherWasQuicker, FundHasNoAccount, NothingToPay, SameIdOther
from sanad.casework.payments.services import prepare_run
from sanad.funds.models import Fund
from sanad.funds.selectors import numbers_of_fund, numbers_of_parts
from sanad.web.office.funds.roles import fund_within
from sanad.web.office.funds.rows import named
from sanad.web.office.payments.forms import PrepareForm
from sanad.web.office.payments.roles import PAY
from sanad.web.shared.access import open_to
from sanad.web.shared.formats import money, number
from sanad.web.shared.requests import StaffRequest


@open_to(*PAY)
def prepare(request: StaffRequest, code: str) -> HttpResponse:
    fund = fund_within(request, code, *PAY)
    if request.method != "POST":
        return _page(request, fund, PrepareForm(initial={"client_id": uuid.uuid4()}, currency=fund.currency))
    form = PrepareForm(request.POST, currency=fund.currency)
    return _prepared(request, fund, form) if form.is_valid() else _page(request, fund, form)


def _prepared(request: StaffRequest, fund: Fund, form: PrepareForm) -> HttpResponse:
    told = form.cleaned_data
    try:
        run = prepare_run(client_id=told["client_id"], fund=fund, up_to=told["up_to"], by=request.user, at=now())
    except FundHasNoAccount:
        form.add_error(None, gettext("This fund names no account of its own yet: `sanad fund account` does so."))
    except NothingToPay as nothing:
        form.add_error("up_to", _why_nothing(fund, nothing))
    except SameIdOther:
        form.add_error(None, gettext("This form was sent before with another sum. Open the page again."))
    except AnotherWasQuicker:
        form.add_error(None, gettext("Somebody else took the same money into a run just now. Look at that run."))
    else:
        messages.success(request, gettext("The run is prepared. Another person approves it."))
        return redirect("payment_run", run.reference)
    return _page(request, fund, form)


def _why_nothing(fund: Fund, nothing: NothingToPay) -> str:
    """The sum that would be enough for the first, or why nobody can be paid."""
    if nothing.next_sum is not None:
        words = gettext("The first in the order of payment is owed {sum}. Nobody is passed over: type at least that.")
        return format_html(words, sum=money(nothing.next_sum, fund.currency))
    if not nothing.left_out:
        return gettext("Nothing is set aside that no run pays yet.")
    parts = [format_html("{} ({})", WhyLeftOut(why).label, number(many)) for why, many in nothing.left_out.items()]
    told = format_html(" · ".join(["{}"] * len(parts)), *parts)
    return format_html(gettext("Money is set aside, and nobody can be paid now: {reasons}"), reasons=told)


def _page(request: StaffRequest, fund: Fund, form: PrepareForm) -> HttpResponse:
    numbers = numbers_of_fund(numbers_of_parts(fund.parts.all()).values())
    shown = {"fund": fund, "name": named(fund.names), "form": form, "numbers": numbers}
    return render(request, "office/payments/new.html", shown)
