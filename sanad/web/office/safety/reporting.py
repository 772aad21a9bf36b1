"""Taking down that somebody sees danger: anybody of the office may, and it starts the clock at once."""

import uuid

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sanad.casework.safety.models import Reporter
from sanad.casework.safety.refusals import ReportRefused
from sanad.casework.safety.services import Danger, report_danger
from sanad.registry.models import Building
from sanad.web.office.buildings.roles import READ, building_within
from sanad.web.office.safety.telling import tell
from sanad.web.shared.access import open_to
from sanad.web.shared.requests import StaffRequest


class DangerForm(forms.Form):
    id = forms.UUIDField(widget=forms.HiddenInput)
    words = forms.CharField(
        label=_("What is dangerous, and where in the building?"),
        help_text=_("In the words of whoever tells it."),
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
        error_messages={"required": _("Say what is dangerous.")},
    )
    reporter = forms.ChoiceField(label=_("Who tells it?"), choices=Reporter.choices, widget=forms.RadioSelect)
    contact = forms.CharField(
        label=_("How to reach them"),
        help_text=_("Nobody has to say who they are."),
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )


@open_to(*READ)
def report(request: StaffRequest, reference: str) -> HttpResponse:
    building = building_within(request, reference, *READ)
    if request.method != "POST":
        return _page(request, building, DangerForm(initial={"id": uuid.uuid4(), "reporter": Reporter.RESIDENT}))
    form = DangerForm(request.POST)
    return _reported(request, building, form) if form.is_valid() else _page(request, building, form)


def _reported(request: StaffRequest, building: Building, form: DangerForm) -> HttpResponse:
    told = form.cleaned_data
    danger = Danger(told["id"], building, told["words"], Reporter(told["reporter"]), told["contact"])
    try:
        kept = report_danger(danger=danger, at=now(), by=request.user)
    except ReportRefused as refused:
        tell(form, refused)
        return _page(request, building, form)
    words = gettext("The report {reference} is kept, and its clock runs.")
    messages.success(request, words.format(reference=kept.reference))
    return redirect("building", building.reference)


def _page(request: StaffRequest, building: Building, form: DangerForm) -> HttpResponse:
    told = {"building": building, "form": form, "title": gettext("Report danger")}
    return render(request, "office/safety/form.html", told)
