"""The safety officer keeps everybody out for some hours, until an engineer has looked."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from sanad.casework.safety.models import LONGEST_PRECAUTION, Reason
from sanad.casework.safety.owners import NotTheirs
from sanad.casework.safety.selectors import precaution_of
from sanad.casework.safety.services import (
    AlreadyPrecaution,
    EngineerIsAwaited,
    PrecautionHasEnded,
    end_precaution,
)
from sanad.casework.works.services import keep_out
from sanad.evidence.refusals import Refused
from sanad.registry.models import Building
from sanad.registry.selectors import Recused
from sanad.staff.roles import Role
from sanad.web.office.buildings.roles import building_within
from sanad.web.office.safety.placards import reasons
from sanad.web.office.safety.telling import not_theirs, tell
from sanad.web.shared.access import open_to
from sanad.web.shared.requests import StaffRequest

ORDER = (Role.SAFETY_OFFICER,)
NO_HOURS = {
    "required": _("Write for how many hours, from 1 to 72."),
    "invalid": _("Write the hours as a number, from 1 to 72."),
}


class PrecautionForm(forms.Form):
    reason = forms.ChoiceField(label=_("Why must everybody keep out?"), choices=reasons, required=False)
    hours = forms.IntegerField(
        label=_("For how many hours?"),
        help_text=_("At most 72; an engineer looks before they are over."),
        initial=LONGEST_PRECAUTION,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "dir": "ltr"}),
        error_messages=NO_HOURS,
    )


@open_to(*ORDER)
def order(request: StaffRequest, reference: str) -> HttpResponse:
    building = building_within(request, reference, *ORDER)
    form = PrecautionForm(request.POST or None)
    return _ordered(request, building, form) if form.is_valid() else _page(request, building, form)


def _ordered(request: StaffRequest, building: Building, form: PrecautionForm) -> HttpResponse:
    reason, hours = Reason(form.cleaned_data["reason"]), form.cleaned_data["hours"]
    try:
        keep_out(building=building, reason=reason, hours=hours, at=now(), by=request.user)
        messages.success(request, gettext("Everybody keeps out, and the families are told."))
    except (NotTheirs, Recused):
        return not_theirs(request, building.reference)
    except AlreadyPrecaution:
        messages.warning(request, gettext("A precaution is in force for the building already."))
    except EngineerIsAwaited:
        words = gettext("No engineer has looked since the last precaution. Send one; it is not ordered twice in a row.")
        messages.warning(request, words)
    except Refused as refused:
        tell(form, refused)
        return _page(request, building, form)
    return redirect("building", building.reference)


@open_to(*ORDER)
@require_POST
def end(request: StaffRequest, reference: str) -> HttpResponse:
    building = building_within(request, reference, *ORDER)
    precaution = precaution_of(building, now())
    if precaution is None:
        return redirect("building", reference)
    try:
        end_precaution(precaution=precaution, at=now(), by=request.user)
        messages.success(request, gettext("The precaution is lifted, and the families are told."))
    except (NotTheirs, Recused):
        return not_theirs(request, reference)
    except PrecautionHasEnded:
        messages.warning(request, gettext("The precaution was over already."))
    return redirect("building", reference)


def _page(request: StaffRequest, building: Building, form: PrecautionForm) -> HttpResponse:
    told = {"building": building, "form": form, "title": gettext("Keep everybody out")}
    return render(request, "office/safety/form.html", told)
