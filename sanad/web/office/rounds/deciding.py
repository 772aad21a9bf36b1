"""Approving a round, sending it back, having it issued: acts of a second person with a second factor."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.html import format_html
from django.utils.timezone import now
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from sanad.casework.rounds.deciding import approve_round, have_round_issued, send_back_round
from sanad.casework.rounds.refusals import ApproverIsTouched, OtherSum, PreparedByYou, StateHasChanged
from sanad.web.office.rounds.forms import ApproveForm, SendBackForm
from sanad.web.office.rounds.page import page_of
from sanad.web.office.rounds.roles import APPROVE, round_within
from sanad.web.shared.access import open_to, sensitive
from sanad.web.shared.formats import moment
from sanad.web.shared.requests import StaffRequest


@open_to(*APPROVE)
@sensitive
@require_POST
def approve(request: StaffRequest, reference: str) -> HttpResponse:
    round_ = round_within(request, reference, *APPROVE)
    form = ApproveForm(request.POST, currency=round_.programme.currency)
    if not form.is_valid():
        return page_of(request, round_, approve=form)
    try:
        approve_round(round_=round_, typed_sum=form.cleaned_data["sum"], by=request.user, at=now())
        messages.success(request, gettext("You have approved the round. It can be issued now."))
    except OtherSum:
        form.add_error("sum", gettext("This is not the sum that the round reserves. Look at it again and type it."))
        return page_of(request, round_, approve=form)
    except PreparedByYou:
        messages.warning(request, gettext("You prepared this round; another person approves it."))
    except ApproverIsTouched:
        messages.warning(request, gettext("Files of your own are in this round; another person approves it."))
    except StateHasChanged as changed:
        _tell_who(request, changed)
    return redirect("round", round_.reference)


@open_to(*APPROVE)
@sensitive
@require_POST
def send_back(request: StaffRequest, reference: str) -> HttpResponse:
    round_, form = round_within(request, reference, *APPROVE), SendBackForm(request.POST)
    if not form.is_valid():
        return page_of(request, round_, send_back=form)
    try:
        send_back_round(round_=round_, reason=form.cleaned_data["reason"], by=request.user, at=now())
        messages.success(request, gettext("The round went back. A new one can be asked for."))
    except PreparedByYou:
        messages.warning(request, gettext("You prepared this round; another person decides about it."))
    except StateHasChanged as changed:
        _tell_who(request, changed)
    return redirect("round", round_.reference)


@open_to(*APPROVE)
@sensitive
@require_POST
def have_issued(request: StaffRequest, reference: str) -> HttpResponse:
    round_ = round_within(request, reference, *APPROVE)
    try:
        have_round_issued(round_=round_, by=request.user, at=now())
        messages.success(request, gettext("The awards are being issued. This page shows when it is done."))
    except StateHasChanged as changed:
        _tell_who(request, changed)
    return redirect("round", round_.reference)


def _tell_who(request: StaffRequest, changed: StateHasChanged) -> None:
    words = gettext("{who} was first, on {when}. The round stands as shown here.")
    messages.warning(request, format_html(words, who=changed.who, when=moment(changed.when)))
