"""One visit: what was seen of each element, with its photos."""

import uuid

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sanad.casework.assessments.models import Assessment, Part, Photo, State
from sanad.casework.assessments.services import add_photo
from sanad.evidence.refusals import FileRefused
from sanad.evidence.selectors import content_of
from sanad.web.office.assessments.form import THOUSANDTHS, class_in_words
from sanad.web.office.assessments.roles import READ, RECORD, assessment_within
from sanad.web.office.claims.files import TYPES
from sanad.web.shared import formats
from sanad.web.shared.access import open_to
from sanad.web.shared.formats import language
from sanad.web.shared.requests import StaffRequest
from sanad.web.shared.served import served

STATES = {State.DRAFT: "due", State.CONFIRMED: "done", State.REPLACED: "unknown"}
WHOLE = ("", _("The whole home"))


class PhotoForm(forms.Form):
    id = forms.UUIDField(widget=forms.HiddenInput)
    part = forms.ChoiceField(label=_("What does it show?"), choices=[WHOLE, *Part.choices], required=False)
    file = forms.FileField(label=_("Photo"), error_messages={"required": _("Choose the photo.")})


@open_to(*READ)
def assessment(request: StaffRequest, reference: str) -> HttpResponse:
    found = assessment_within(request, reference, *READ)
    form = PhotoForm(initial={"id": uuid.uuid4()})
    if request.method == "POST" and request.reach.holds(*RECORD):
        form = PhotoForm(request.POST, request.FILES)
        if form.is_valid() and _kept(request, found, form):
            return redirect("assessment", reference)
    return render(request, "office/assessments/assessment.html", _told(request, found, form))


def _told(request: StaffRequest, found: Assessment, form: PhotoForm) -> dict[str, object]:
    return {
        "assessment": found,
        "claim": found.claim,
        "state": STATES[State(found.state)],
        "damage": class_in_words(found, language()),
        "area": None if found.area is None else formats.number(found.area, THOUSANDTHS),
        "elements": [(one, formats.number(one.quantity, THOUSANDTHS)) for one in found.elements.order_by("id")],
        "photos": found.photos.select_related("file").order_by("id"),
        "form": form,
        "may_record": request.reach.holds(*RECORD),
    }


def _kept(request: StaffRequest, found: Assessment, form: PhotoForm) -> bool:
    told = form.cleaned_data
    part = Part(told["part"]) if told["part"] else None
    given = {"file": told["file"].file, "name": told["file"].name, "part": part, "at": now(), "by": request.user}
    try:
        add_photo(assessment=found, id=told["id"], **given)
    except FileRefused as refused:
        form.add_error("file", refused.says[language()])
        return False
    messages.success(request, gettext("The photo is kept."))
    return True


@open_to(*READ)
def photo(request: StaffRequest, reference: str, id: uuid.UUID) -> HttpResponse:
    found = assessment_within(request, reference, *READ)
    shown = Photo.objects.filter(assessment=found, file=id).select_related("file__key").first()
    if shown is None:
        raise Http404(id)
    return served(content_of(shown.file), TYPES[shown.file.kind], f"{reference}-{shown.pk}")
