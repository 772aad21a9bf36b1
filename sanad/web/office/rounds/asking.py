"""Asking for a round: by which rules, on which day."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sanad.casework.rounds.deciding import ask_for_round
from sanad.casework.rounds.refusals import AnotherRoundIsOpen, NoClaims, RulesAreNotInForce
from sanad.casework.rounds.selectors import claims_left_out, claims_to_decide
from sanad.rulebook.models import Programme
from sanad.web.office.rounds.roles import ASK, reaches
from sanad.web.shared.access import open_to
from sanad.web.shared.formats import language
from sanad.web.shared.requests import StaffRequest


class AskForm(forms.Form):
    on = forms.DateField(
        label=_("The day for which it is decided"),
        help_text=_("Rules and facts are read as they stand on this day."),
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"required": _("Choose the day."), "invalid": _("Write the day as 2026-03-31.")},
    )


@open_to(*ASK)
def ask(request: StaffRequest, key: str) -> HttpResponse:
    programme = Programme.objects.filter(key=key).first()
    if programme is None or not reaches(request.reach, key, *ASK):
        raise Http404(key)
    form = AskForm(request.POST or None, initial={"on": localdate()})
    if form.is_valid():
        answer = _asked(request, programme, form)
        if answer:
            return answer
    shown = {
        "form": form,
        "title": programme.title[language()],
        "rules": programme.rule_sets.order_by("-pk").first(),
        "claims": claims_to_decide(programme).count(),
        "left_out": sum(claims_left_out(programme).values()),
    }
    return render(request, "office/rounds/new.html", shown)


def _asked(request: StaffRequest, programme: Programme, form: AskForm) -> HttpResponse | None:
    """On to the new round; None where the form has to be shown again."""
    rules = programme.rule_sets.order_by("-pk").first()
    try:
        if rules is None:
            raise RulesAreNotInForce(programme.key)
        asked = ask_for_round(rules=rules, on=form.cleaned_data["on"], by=request.user, at=now())
    except AnotherRoundIsOpen as refused:
        messages.warning(request, gettext("A round of this programme is open already; it is finished first."))
        return redirect("round", refused.other.reference) if refused.other else redirect("rounds")
    except NoClaims:
        form.add_error(None, gettext("No claim of this programme waits for a decision."))
    except RulesAreNotInForce:
        form.add_error(None, gettext("The rules of this programme are a draft. Rounds are decided by rules in force."))
    else:
        messages.success(request, gettext("The round is being frozen and simulated. This page shows how far it is."))
        return redirect("round", asked.reference)
    return None
