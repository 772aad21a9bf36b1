"""One thing that was lodged: read by a record keeper, who takes it up or takes it back."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from sanad.web.office.witnesses.looking import LookForm
from sanad.web.office.witnesses.roles import KEEP, lodged_named
from sanad.web.office.witnesses.rows import stands
from sanad.web.office.witnesses.sayings import why_not
from sanad.web.shared.access import open_to, sensitive
from sanad.web.shared.requests import StaffRequest
from sanad.witnesses.models import Lodged, Use
from sanad.witnesses.refusals import AlreadyWithdrawn, TakingRefused
from sanad.witnesses.selectors import agreed, repeats
from sanad.witnesses.services.reading import read_lodged
from sanad.witnesses.services.taking_up import take_up
from sanad.witnesses.services.withdrawing import withdraw


class TakeUpForm(forms.Form):
    words = forms.CharField(
        label=_("The words as the record holds them"),
        help_text=_("Leave out what could give the family away, and write […] in its place. Change nothing else."),
        widget=forms.Textarea(attrs={"rows": 5, "dir": "auto"}),
        error_messages={"required": _("Leave some words.")},
    )


@open_to(*KEEP)
def lodged(request: StaffRequest, reference: str) -> HttpResponse:
    return _page(request, lodged_named(reference), None)


@open_to(*KEEP)
@sensitive
@require_POST
def take(request: StaffRequest, reference: str) -> HttpResponse:
    found, form = lodged_named(reference), TakeUpForm(request.POST)
    if not form.is_valid():
        return _page(request, found, form)
    try:
        taken = take_up(lodged=found, words=form.cleaned_data["words"], reach=request.reach, at=now())
    except TakingRefused as refused:
        form.add_error("words", why_not(refused))
        return _page(request, lodged_named(reference), form)
    words = gettext("{reference} is a statement of a protected witness. Nobody outside sees it yet.")
    messages.success(request, words.format(reference=found.reference))
    return redirect("desk_statement", taken.statement_id)


@open_to(*KEEP)
@sensitive
@require_POST
def take_back(request: StaffRequest, reference: str) -> HttpResponse:
    found = lodged_named(reference)
    try:
        withdraw(identity=found.identity, reach=request.reach, at=now())
    except AlreadyWithdrawn:
        messages.warning(request, gettext("It was taken back before."))
    else:
        messages.success(request, gettext("It is taken back, and nobody can read any more who the witness was."))
    return redirect("witnesses")


def _page(request: StaffRequest, found: Lodged, form: TakeUpForm | None) -> HttpResponse:
    told = read_lodged(lodged=found, reach=request.reach, at=now())
    uses = agreed(found)
    state, words = stands(found, Use.STATEMENT in uses)
    return render(
        request,
        "office/witnesses/lodged.html",
        {
            "lodged": found,
            "told": told,
            "state": state,
            "words": words,
            "families": repeats([found]).get(found.pk),
            "uses": [use.label for use in Use if use in uses],
            "form": form or TakeUpForm(initial={"words": told.words}),
            "may_take_up": state == "due",
            "may_take_back": bool(told.words),
            "look": LookForm() if found.identity.name is not None and told.words else None,
        },
    )
