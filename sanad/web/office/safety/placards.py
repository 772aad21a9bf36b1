"""An engineer marks a building with what was found."""

import uuid
from datetime import datetime, time

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import get_current_timezone, now
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from sanad.casework.safety.models import Colour, Placard, Reason
from sanad.casework.safety.owners import NotTheirs
from sanad.casework.safety.selectors import placard_of
from sanad.casework.safety.services import NewPlacard, PlacardHasChanged
from sanad.casework.works.services import mark_building
from sanad.evidence.refusals import Refused
from sanad.registry.models import Building
from sanad.registry.selectors import Recused
from sanad.staff.roles import Role
from sanad.web.office.buildings.roles import building_within
from sanad.web.office.safety.telling import not_theirs, tell
from sanad.web.shared.access import open_to
from sanad.web.shared.requests import StaffRequest

PLACE = (Role.ENGINEER,)


def reasons() -> list[tuple[str, object]]:
    """In the language of the page."""
    language = (get_language() or "ar")[:2]
    return [("", _("No reason")), *[(reason.value, reason.words[language]) for reason in Reason if reason]]


class PlacardForm(forms.Form):
    may_stay_empty = True
    photo_id = forms.UUIDField(widget=forms.HiddenInput)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    colour = forms.ChoiceField(
        label=_("What did you find?"),
        choices=Colour.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the colour of the placard.")},
    )
    reason = forms.ChoiceField(label=_("Why may it not be used as before?"), choices=reasons, required=False)
    review_at = forms.DateField(
        label=_("Looked at again on"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"invalid": _("Write the day as 2026-03-31.")},
    )
    photo = forms.FileField(
        label=_("Photo of what you saw"), help_text=_("A red placard stands on a photo."), required=False
    )


@open_to(*PLACE)
def place(request: StaffRequest, reference: str) -> HttpResponse:
    building = building_within(request, reference, *PLACE)
    if request.method != "POST":
        standing = placard_of(building)
        start = {"photo_id": uuid.uuid4(), "seen": standing.pk if standing else None}
        return _page(request, building, PlacardForm(initial=start))
    form = PlacardForm(request.POST, request.FILES)
    return _placed(request, building, form) if form.is_valid() else _page(request, building, form)


def _placed(request: StaffRequest, building: Building, form: PlacardForm) -> HttpResponse:
    try:
        mark_building(new=_new(building, form), at=now(), by=request.user)
    except (NotTheirs, Recused):
        return not_theirs(request, building.reference)
    except PlacardHasChanged as changed:
        by = changed.placard.placed_by if changed.placard else ""
        words = gettext("{who} marked the building meanwhile. Its placard stands below; mark it again if you saw more.")
        messages.warning(request, words.format(who=by))
        return redirect("building", building.reference)
    except Refused as refused:
        tell(form, refused)
        return _page(request, building, form)
    messages.success(request, gettext("The building is marked, and its families are told."))
    return redirect("building", building.reference)


def _new(building: Building, form: PlacardForm) -> NewPlacard:
    """The placard that counted when the page was opened; another one since then is told, not overwritten."""
    told = form.cleaned_data
    return NewPlacard(
        building=building,
        colour=Colour(told["colour"]),
        seen=Placard.objects.filter(building=building, pk=told["seen"]).first() if told["seen"] else None,
        reason=Reason(told["reason"]),
        review_at=datetime.combine(told["review_at"], time(9), get_current_timezone()) if told["review_at"] else None,
        photo=told["photo"].file if told["photo"] else None,
        photo_id=told["photo_id"],
    )


def _page(request: StaffRequest, building: Building, form: PlacardForm) -> HttpResponse:
    told = {"building": building, "form": form, "title": gettext("Place a placard")}
    return render(request, "office/safety/form.html", told)
