"""Approving, releasing, exporting, sending and dropping a run: acts of persons with a second factor."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.html import format_html
from django.utils.timezone import now
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from sanad.casework.payments.refusals import (
    ApproverIsTouched,
    FileDiffers,
    FileWasTaken,
    MoneyIsHalted,
    MoneyWasLost,
    NotExported,
    OtherSum,
    PaymentRefused,
    PreparedByYou,
    StateHasChanged,
    ThirdPersonNeeded,
)
from sanad.casework.payments.services import approve_run, contents, drop_run, export_run, mark_sent, release_run
from sanad.web.office.payments.forms import DropForm, SumForm
from sanad.web.office.payments.roles import PAY, run_within
from sanad.web.office.payments.run import page_of
from sanad.web.shared.access import open_to, sensitive
from sanad.web.shared.formats import moment, number
from sanad.web.shared.requests import StaffRequest

TYPES = {"xml": "application/xml", "csv": "text/csv; charset=utf-8"}


@open_to(*PAY)
@sensitive
@require_POST
def approve(request: StaffRequest, reference: str) -> HttpResponse:
    return _with_sum(request, reference, approve_run, gettext("You have approved the run. It can be released now."))


@open_to(*PAY)
@sensitive
@require_POST
def release(request: StaffRequest, reference: str) -> HttpResponse:
    return _with_sum(request, reference, release_run, gettext("The run is released. Its files can go to the bank."))


def _with_sum(request: StaffRequest, reference: str, act: Callable[..., None], done: str) -> HttpResponse:
    run = run_within(request, reference, *PAY)
    form = SumForm(request.POST, currency=run.fund.currency)
    if not form.is_valid():
        return page_of(request, run, sum_form=form)
    try:
        act(run=run, typed_sum=form.cleaned_data["sum"], by=request.user, at=now())
        messages.success(request, done)
    except OtherSum:
        form.add_error("sum", gettext("This is not the sum of the run. Look at it again and type it."))
        return page_of(request, run, sum_form=form)
    except PaymentRefused as refused:
        messages.warning(request, told(refused))
    return redirect("payment_run", run.reference)


@open_to(*PAY)
@sensitive
@require_POST
def export(request: StaffRequest, reference: str, form: str) -> HttpResponse:
    run = run_within(request, reference, *PAY)
    if form not in TYPES:
        raise Http404(form)
    try:
        export_run(run=run, by=request.user, at=now())
    except PaymentRefused as refused:
        messages.warning(request, told(refused))
        return redirect("payment_run", run.reference)
    answer = HttpResponse(contents(run, form), content_type=TYPES[form])
    answer["Content-Disposition"] = f'attachment; filename="{run.reference}.{form}"'
    answer["Cache-Control"] = "no-store"
    return answer


@open_to(*PAY)
@sensitive
@require_POST
def send(request: StaffRequest, reference: str) -> HttpResponse:
    run = run_within(request, reference, *PAY)
    try:
        mark_sent(run=run, by=request.user, at=now())
        messages.success(request, gettext("The run is marked as sent, and its families are told."))
    except PaymentRefused as refused:
        messages.warning(request, told(refused))
    return redirect("payment_run", run.reference)


@open_to(*PAY)
@sensitive
@require_POST
def drop(request: StaffRequest, reference: str) -> HttpResponse:
    run, form = run_within(request, reference, *PAY), DropForm(request.POST)
    if not form.is_valid():
        return page_of(request, run, drop_form=form)
    try:
        drop_run(run=run, reason=form.cleaned_data["reason"], by=request.user, at=now())
        messages.success(request, gettext("The run is dropped. Its money stays set aside."))
    except PaymentRefused as refused:
        messages.warning(request, told(refused))
    return redirect("payment_run", run.reference)


def told(refused: PaymentRefused) -> str:
    """What stands in the way, in words."""
    if isinstance(refused, StateHasChanged):
        words = gettext("{who} was first, on {when}. The run stands as shown here.")
        return format_html(words, who=refused.who, when=moment(refused.when))
    if isinstance(refused, MoneyWasLost):
        words = gettext(
            "Since the run was prepared, the money of {number} of its payments was lost or their awards changed. "
            "Drop the run and prepare another; if the bank has the file, call the bank first."
        )
        return format_html(words, number=number(refused.payments))
    if isinstance(refused, MoneyIsHalted):
        words = gettext("Since then {number} payments of this run were halted. Drop it and prepare another.")
        return format_html(words, number=number(refused.payments))
    return _PLAIN[type(refused)]()


_PLAIN: dict[type[PaymentRefused], Callable[[], str]] = {
    PreparedByYou: lambda: gettext("You prepared this run; another person approves it."),
    ThirdPersonNeeded: lambda: gettext("The fund asks for a third person above its sum; you have taken part already."),
    ApproverIsTouched: lambda: gettext("Your own family or building is in this run; another person decides about it."),
    FileWasTaken: lambda: gettext(
        "The file of this run was taken for the bank. Call the bank; then somebody drops the run who neither released "
        "it nor took the file."
    ),
    NotExported: lambda: gettext("Take the file of the run first: what is sent is known by its file."),
    FileDiffers: lambda: gettext("The file is not the one that was made before. Send nothing and tell an auditor."),
}
