"""An allowance that a decision ends: proposed by one, decided by another."""

import uuid
from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sanad.casework.awards.ending import (
    AlreadyDecided,
    EndingRefused,
    NewEnding,
    approve_ending,
    lines_that_may_end,
    propose_ending,
    refuse_ending,
)
from sanad.casework.awards.models import LineEnding, WhyEnded
from sanad.casework.claims.declared import declared_of
from sanad.casework.claims.models import Claim
from sanad.casework.claims.selectors import claims_within
from sanad.evidence.keys import unseal_if_kept
from sanad.registry.selectors import Recused
from sanad.staff.roles import Role
from sanad.web.office.claims.roles import claim_within
from sanad.web.shared.access import open_to, sensitive
from sanad.web.shared.formats import language
from sanad.web.shared.requests import StaffRequest

PROPOSE = (Role.CASEWORKER, Role.PROGRAMME_LEAD)
DECIDE = (Role.PROGRAMME_LEAD,)
DAY = {"required": _("Choose the day on which it ends."), "invalid": _("Write the day as 2026-03-31.")}
DECISIONS = (("approve", _("It ends on that day")), ("refuse", _("It goes on")))
SAYINGS = {
    "too_soon": _("A family learns of it 14 days before, at least. Choose a later day."),
    "no_such_line": _("The award that stands has no such line."),
    "rules_know_no_ending": _("The rules of the programme do not let a decision end this line."),
    "one_waits": _("An end of this line waits for a decision already."),
    "same_person": _("You proposed it. Another programme lead decides."),
}


class EndingForm(forms.Form):
    id = forms.UUIDField(widget=forms.HiddenInput)
    line = forms.ChoiceField(label=_("What ends?"), widget=forms.RadioSelect)
    why = forms.ChoiceField(label=_("Why?"), choices=WhyEnded.choices, widget=forms.RadioSelect)
    ends_on = forms.DateField(
        label=_("On which day does it end?"),
        help_text=_("What fell due before that day stays due."),
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages=DAY,
    )
    note = forms.CharField(
        label=_("What this rests on, in your own words"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        error_messages={"required": _("Write what this rests on: the next person decides by it.")},
    )

    def __init__(self, lines: dict[str, dict[str, str]], data: Any = None) -> None:
        super().__init__(data, initial={"id": uuid.uuid4()})
        self.fields["line"].choices = [(name, label[language()]) for name, label in lines.items()]  # type: ignore[attr-defined]


class DecisionForm(forms.Form):
    decision = forms.ChoiceField(
        label=_("What do you decide?"),
        choices=DECISIONS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you decide.")},
    )


@open_to(*PROPOSE)
def propose(request: StaffRequest, number: str) -> HttpResponse:
    claim = claim_within(request, number, *PROPOSE)
    lines = lines_that_may_end(claim)
    form = EndingForm(lines, request.POST or None)
    if form.is_valid() and _proposed(request, claim, form):
        messages.success(request, gettext("A programme lead decides now. Nothing has changed for the family yet."))
        return redirect("claim", claim.number)
    return render(request, "office/claims/ending_new.html", {"claim": claim, "form": form, "lines": lines})


def _proposed(request: StaffRequest, claim: Claim, form: EndingForm) -> bool:
    told = {**form.cleaned_data, "why": WhyEnded(form.cleaned_data["why"])}
    try:
        propose_ending(new=NewEnding(claim=claim, **told), at=now(), by=request.user)
    except EndingRefused as refused:
        form.add_error("ends_on" if refused.code == "too_soon" else "line", SAYINGS[refused.code])
        return False
    return True


@open_to(*DECIDE)
@sensitive
def decide(request: StaffRequest, number: str, id: uuid.UUID) -> HttpResponse:
    claim = claim_within(request, number, *DECIDE)
    ending = LineEnding.objects.filter(claim=claim, pk=id).select_related("proposed_by", "decided_by").first()
    if ending is None:
        raise Http404(id)
    form = DecisionForm(request.POST or None)
    if form.is_valid():
        return _decided(
            request, ending, approve_ending if form.cleaned_data["decision"] == "approve" else refuse_ending
        )
    is_own = ending.proposed_by_id == request.user.pk
    note = unseal_if_kept(claim.household.key, ending.note)
    shown = {
        "claim": claim,
        "ending": ending,
        "form": form,
        "is_own": is_own,
        "note": note,
        "label": _label(claim, ending.line),
    }
    return render(request, "office/claims/ending.html", shown)


def _decided(request: StaffRequest, ending: LineEnding, act: Callable[..., None]) -> HttpResponse:
    try:
        act(ending=ending, at=now(), by=request.user)
        messages.success(request, gettext("Decided. The family is told where it concerns them."))
    except EndingRefused as refused:
        messages.warning(request, SAYINGS[refused.code])
    except Recused:
        messages.warning(request, gettext("This family is tied to you; another person decides."))
    except AlreadyDecided as first:
        words = gettext("{who} was first: “{state}”.")
        told = {"who": first.ending.decided_by, "state": first.ending.get_state_display()}
        messages.warning(request, words.format(**told))
    return redirect("claim", ending.claim.number)


def _label(claim: Claim, line: str) -> str:
    lines = declared_of(claim.programme).lines
    return next((one.label[language()] for one in lines if one.name == line and one.label), line)


def endings_to_decide(request: StaffRequest) -> list[LineEnding]:
    """What waits for the person, who did not propose it."""
    claims = claims_within(request.reach, *DECIDE)
    waiting = LineEnding.objects.filter(claim__in=claims, state="proposed").exclude(proposed_by=request.user)
    return list(waiting.select_related("claim__programme").order_by("proposed_at"))
