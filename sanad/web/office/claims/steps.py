"""The way of a claim: complete, held, released, open again, withdrawn."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from sanad.casework.claims.models import Claim, Why
from sanad.casework.claims.services import (
    ClaimHasMoved,
    FactsAreMissing,
    HoldRefused,
    StepNotAllowed,
    complete_claim,
    hold_claim,
    release_claim,
    reopen_claim,
    withdraw_claim,
)
from sanad.web.office.claims.roles import TAKE_IN, claim_within
from sanad.web.shared.access import open_to
from sanad.web.shared.formats import language
from sanad.web.shared.requests import StaffRequest

HOLDS = (Why.DOUBLE_SUSPECTED, Why.WHO_SPEAKS, Why.PAPERS_AWAITED)
ENDS = (Why.FAMILY_ASKED, Why.SAME_LOSS)
DAY = {"required": _("Choose the day on which it is looked at again."), "invalid": _("Write the day as 2026-03-31.")}


def _choices(reasons: tuple[Why, ...]) -> list[tuple[str, Any]]:
    return [(reason.value, reason.label) for reason in reasons]


class NoteForm(forms.Form):
    note = forms.CharField(
        label=_("In your own words"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )


class HoldForm(NoteForm):
    why = forms.ChoiceField(label=_("Why does it wait?"), choices=_choices(HOLDS), widget=forms.RadioSelect)
    body = forms.CharField(
        label=_("From whom is it awaited?"),
        help_text=_("The office or the person who must bring it about, by name."),
        max_length=200,
        widget=forms.TextInput(attrs={"dir": "auto"}),
        error_messages={"required": _("Write from whom it is awaited.")},
    )
    review_on = forms.DateField(
        label=_("Looked at again on"), widget=forms.DateInput(attrs={"type": "date"}), error_messages=DAY
    )
    field_order = ("why", "body", "review_on", "note")


class WithdrawForm(NoteForm):
    why = forms.ChoiceField(label=_("Why does it end?"), choices=_choices(ENDS), widget=forms.RadioSelect)
    field_order = ("why", "note")


@open_to(*TAKE_IN)
@require_POST
def complete(request: StaffRequest, number: str) -> HttpResponse:
    return _step(request, number, lambda claim: complete_claim(claim=claim, at=now(), by=request.user))


@open_to(*TAKE_IN)
@require_POST
def release(request: StaffRequest, number: str) -> HttpResponse:
    return _step(request, number, lambda claim: release_claim(claim=claim, at=now(), by=request.user))


@open_to(*TAKE_IN)
@require_POST
def reopen(request: StaffRequest, number: str) -> HttpResponse:
    return _step(request, number, lambda claim: reopen_claim(claim=claim, at=now(), by=request.user))


@open_to(*TAKE_IN)
def hold(request: StaffRequest, number: str) -> HttpResponse:
    claim, form = claim_within(request, number, *TAKE_IN), HoldForm(request.POST or None)
    if not form.is_valid():
        return _page(request, claim, form, gettext("Hold the claim"))
    told = {**form.cleaned_data, "why": Why(form.cleaned_data["why"])}
    try:
        return _step(request, number, lambda claim: hold_claim(claim=claim, at=now(), by=request.user, **told))
    except HoldRefused as refused:
        for problem in refused.problems:
            form.add_error(problem.where, problem.says[language()])
        return _page(request, claim, form, gettext("Hold the claim"))


@open_to(*TAKE_IN)
def withdraw(request: StaffRequest, number: str) -> HttpResponse:
    claim, form = claim_within(request, number, *TAKE_IN), WithdrawForm(request.POST or None)
    if not form.is_valid():
        return _page(request, claim, form, gettext("Withdraw the claim"))
    told = {**form.cleaned_data, "why": Why(form.cleaned_data["why"])}
    return _step(request, number, lambda claim: withdraw_claim(claim=claim, at=now(), by=request.user, **told))


def _step(request: StaffRequest, number: str, act: Callable[[Claim], None]) -> HttpResponse:
    """Do it once; whoever comes second is told who was first."""
    claim = claim_within(request, number, *TAKE_IN)
    try:
        act(claim)
        messages.success(request, gettext("Done. The family is told where it concerns them."))
    except FactsAreMissing as missing:
        labels = ", ".join(missing.fields)
        messages.warning(request, gettext("These facts are still missing: {labels}").format(labels=labels))
    except ClaimHasMoved as moved:
        step = moved.step
        words = gettext("{who} was first: the claim is “{state}” now.")
        messages.warning(request, words.format(who=step.by or "—", state=step.get_to_state_display()))
    except StepNotAllowed:
        messages.warning(request, gettext("The claim has moved since this page was opened. It stands as shown here."))
    return redirect("claim", claim.number)


def _page(request: StaffRequest, claim: Claim, form: forms.Form, title: str) -> HttpResponse:
    return render(request, "office/claims/step.html", {"claim": claim, "form": form, "title": title})
