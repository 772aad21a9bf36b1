"""Seeing who a witness is: asked with a purpose, allowed by somebody else, shown for a day to whoever asked."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from sanad.web.office.witnesses.roles import KEEP, lodged_named
from sanad.web.office.witnesses.sayings import why_not_seen
from sanad.web.shared.access import open_to, sensitive
from sanad.web.shared.requests import StaffRequest
from sanad.witnesses.models import Look, Purpose
from sanad.witnesses.refusals import LookRefused, TakesTwoPersons
from sanad.witnesses.services.looking import allow_look, ask_to_look, who_is


class LookForm(forms.Form):
    purpose = forms.ChoiceField(
        label=_("Why do you have to know?"),
        choices=Purpose.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose why.")},
    )


@open_to(*KEEP)
@sensitive
@require_POST
def ask(request: StaffRequest, reference: str) -> HttpResponse:
    found, form = lodged_named(reference), LookForm(request.POST)
    if not form.is_valid():
        messages.warning(request, gettext("Choose why."))
        return redirect("witness", reference)
    purpose = Purpose(form.cleaned_data["purpose"])
    try:
        ask_to_look(identity=found.identity, purpose=purpose, reach=request.reach, at=now())
    except LookRefused as refused:
        messages.warning(request, why_not_seen(refused))
        return redirect("witness", reference)
    messages.success(request, gettext("It is asked. Another record keeper allows it or leaves it."))
    return redirect("witnesses")


@open_to(*KEEP)
@sensitive
@require_POST
def allow(request: StaffRequest, pk: int) -> HttpResponse:
    try:
        allow_look(look=_look(pk), reach=request.reach, at=now())
    except LookRefused as refused:
        messages.warning(request, why_not_seen(refused))
    except TakesTwoPersons:
        messages.warning(request, gettext("You asked for it yourself: somebody else allows it."))
    else:
        messages.success(request, gettext("Whoever asked sees it for a day."))
    return redirect("witnesses")


@open_to(*KEEP)
@sensitive
@require_POST
def who(request: StaffRequest, pk: int) -> HttpResponse:
    """Shown once for each asking, and kept by no browser."""
    look = _look(pk)
    try:
        seen = who_is(look=look, reach=request.reach, at=now())
    except LookRefused as refused:
        messages.warning(request, why_not_seen(refused))
        return redirect("witnesses")
    response = render(request, "office/witnesses/who.html", {"look": look, "seen": seen})
    response["Cache-Control"] = "no-store"
    return response


def _look(pk: int) -> Look:
    found = Look.objects.select_related("identity__key", "asked_by").filter(pk=pk).first()
    if found is None:
        raise Http404(str(pk))
    return found
