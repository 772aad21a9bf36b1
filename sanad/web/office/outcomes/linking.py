"""Saying what a commitment is about, taking that back, and asking the ledger now."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from sanad.audit.sealing import seal_all
from sanad.casework.claims.declared import declared_of
from sanad.engine.rules.words.pen import Pen
from sanad.funds.models import Fund
from sanad.outcomes.checking import check, standing_links
from sanad.outcomes.kinds import Asked, Share
from sanad.outcomes.linking import About, end_link, link
from sanad.outcomes.models import ClaimSet, Link
from sanad.outcomes.position import last_position
from sanad.outcomes.refusals import LinkRefused
from sanad.record.models import Commitment, Figure
from sanad.registry.models import Building
from sanad.rulebook.models import Programme
from sanad.web.office.outcomes.roles import LINK
from sanad.web.shared.access import open_to
from sanad.web.shared.formats import language
from sanad.web.shared.requests import StaffRequest

CHOOSE = _("Choose")
ASKED = [(one.value, one.label) for one in Asked if one != Asked.HALT_REVIEWED]


class LinkForm(forms.Form):
    """What is asked, of what, and why it is meant."""

    may_stay_empty = True  # which field is needed depends on what is asked

    asks = forms.ChoiceField(label=_("What can show it?"), choices=ASKED, widget=forms.RadioSelect)
    programme = forms.ModelChoiceField(
        label=_("Programme"),
        queryset=Programme.objects.order_by("key"),
        to_field_name="key",
        required=False,
        empty_label=CHOOSE,
    )
    claim_set = forms.ModelChoiceField(
        label=_("Or a set of claims"),
        queryset=ClaimSet.objects.order_by("-pk"),
        required=False,
        empty_label=CHOOSE,
    )
    line = forms.ChoiceField(label=_("Line of its awards"), required=False)
    share = forms.ChoiceField(label=_("For whom is the sum that is named?"), choices=Share.choices, required=False)
    fund = forms.ModelChoiceField(
        label=_("Fund"),
        queryset=Fund.objects.order_by("code"),
        to_field_name="code",
        required=False,
        empty_label=CHOOSE,
    )
    building = forms.CharField(
        label=_("Number of the building"), max_length=32, required=False, widget=forms.TextInput(attrs={"dir": "ltr"})
    )
    note = forms.CharField(
        label=_("Why is it this one?"),
        max_length=300,
        widget=forms.TextInput(attrs={"dir": "auto"}),
        error_messages={"required": _("Write in a few words why the commitment is about this.")},
    )

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        programmes = list(Programme.objects.order_by("key"))
        lines = [line for programme in programmes for line in _lines(programme)]
        self.fields["line"].choices = [("", _("Any line")), *lines]  # type: ignore[attr-defined]
        if not ClaimSet.objects.exists():
            del self.fields["claim_set"]
        self.fields["programme"].label_from_instance = _title  # type: ignore[attr-defined]
        self.fields["fund"].label_from_instance = _name  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        needed, words = NEEDED.get(told.get("asks", ""), ("", ""))
        of_a_set = needed == "programme" and told.get("claim_set")
        if needed and not told.get(needed) and needed not in self.errors and not of_a_set:
            self.add_error(needed, words)
        if of_a_set and told.get("programme"):
            self.add_error("claim_set", _("Choose the programme or the set of claims, not both."))
        return told

    def clean_building(self) -> Building | None:
        reference = self.cleaned_data["building"].strip()
        found = Building.objects.filter(reference=reference).first()
        if reference and found is None:
            raise forms.ValidationError(_("No building has this number. Write it as it stands on its page."))
        return found

    def clean_line(self) -> str:
        """Of the chosen programme."""
        chosen, programme = self.cleaned_data["line"], self.cleaned_data.get("programme")
        key, _dot, line = str(chosen).partition("/")
        if chosen and (programme is None or key != programme.key):
            raise forms.ValidationError(_("This line belongs to another programme."))
        return line

    @property
    def about(self) -> About:
        told, asks = self.cleaned_data, Asked(self.cleaned_data["asks"])
        of_claims = asks == Asked.PAID_TO_CLAIMS
        return About(
            asks,
            programme=told["programme"] if of_claims else None,
            claim_set=told.get("claim_set") if of_claims else None,
            line=told["line"] if of_claims else "",
            share=Share(told["share"] or Share.IN_ALL) if of_claims else Share.IN_ALL,
            fund=told["fund"] if asks in (Asked.PAID_FROM_FUND, Asked.RECEIVED_BY_FUND) else None,
            building=told["building"] if asks == Asked.WORKS_ON_BUILDING else None,
        )


NEEDED = {
    Asked.PAID_TO_CLAIMS: ("programme", _("Choose the programme.")),
    Asked.PAID_FROM_FUND: ("fund", _("Choose the fund.")),
    Asked.RECEIVED_BY_FUND: ("fund", _("Choose the fund.")),
    Asked.WORKS_ON_BUILDING: ("building", _("Write the number of the building.")),
}


@open_to(*LINK)
def add(request: StaffRequest, pk: int) -> HttpResponse:
    commitment = get_object_or_404(Commitment, pk=pk)
    return _added(request, commitment, commitment.text, "outcome")


@open_to(*LINK)
def add_to_sum(request: StaffRequest, pk: int) -> HttpResponse:
    figure = get_object_or_404(Figure, pk=pk)
    return _added(request, figure, figure.purpose, "outcome_sum")


def _added(request: StaffRequest, of: Commitment | Figure, title: str, page: str) -> HttpResponse:
    form = LinkForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = link(of, form.about, note=form.cleaned_data["note"], by=request.user, at=now())
        except LinkRefused as refused:
            form.add_error(None, _why(refused))
        else:
            _ask([made])
            messages.success(request, gettext("It is linked, and the ledger was asked."))
            return redirect(page, of.pk)
    told = {"title": title, "back": reverse(page, args=[of.pk]), "form": form}
    return render(request, "office/outcomes/link.html", told)


@open_to(*LINK)
@require_POST
def end(request: StaffRequest, pk: int, made: int) -> HttpResponse:
    return _ended(request, get_object_or_404(Link, pk=made, commitment=pk), redirect("outcome", pk))


@open_to(*LINK)
@require_POST
def end_of_sum(request: StaffRequest, pk: int, made: int) -> HttpResponse:
    return _ended(request, get_object_or_404(Link, pk=made, figure=pk), redirect("outcome_sum", pk))


def _ended(request: StaffRequest, found: Link, then: HttpResponse) -> HttpResponse:
    try:
        end_link(found, by=request.user, at=now())
    except LinkRefused as refused:
        messages.warning(request, _why(refused))
    else:
        messages.success(request, gettext("It is no longer linked. What the ledger showed until now is kept."))
    return then


@open_to(*LINK)
@require_POST
def ask(request: StaffRequest, pk: int) -> HttpResponse:
    get_object_or_404(Commitment, pk=pk)
    _ask(standing_links().filter(commitment=pk))
    messages.success(request, gettext("The ledger was asked as it stands now."))
    return redirect("outcome", pk)


def _ask(links: Any) -> None:
    at = now()
    seal_all(at=at)
    check(links, last_position(), at=at)


def _why(refused: LinkRefused) -> str:
    sentences = {
        "was_revised": gettext("This wording was corrected since; link the corrected one."),
        "is_linked": gettext("It is linked to this already."),
        "other_fund": gettext("This agreement belongs to another fund."),
        "has_ended": gettext("Somebody took this link back before you."),
    }
    return sentences[refused.code]


def _lines(programme: Programme) -> list[tuple[str, str]]:
    declared = declared_of(programme)
    pen = Pen(language(), declared.currency)
    return [(f"{programme.key}/{line.name}", pen.words(line.label)) for line in declared.lines]


def _title(programme: Programme) -> str:
    return str(programme.title.get(language()) or programme.key)


def _name(fund: Fund) -> str:
    return str(fund.names.get(language()) or fund.code)
