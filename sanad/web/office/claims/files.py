"""Evidence files of a claim: adding one, and reading it back."""

import uuid
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sanad.casework.claims.models import Claim, ClaimFile
from sanad.casework.claims.services import attach_file
from sanad.evidence.models import Kind
from sanad.evidence.refusals import FileRefused
from sanad.evidence.selectors import content_of, name_of
from sanad.web.office.claims.roles import ADD_FILES, READ, claim_within
from sanad.web.shared.access import open_to
from sanad.web.shared.formats import language
from sanad.web.shared.requests import StaffRequest
from sanad.web.shared.served import served

ABOUT = (
    ("tenure", _("The right to the home")),
    ("identity", _("Who somebody is")),
    ("damage", _("The damage")),
    ("spending", _("What the family spent")),
    ("other", _("Something else")),
)
TYPES: dict[str, str] = {Kind.JPEG: "image/jpeg", Kind.PNG: "image/png", Kind.PDF: "application/pdf"}


@dataclass(frozen=True, slots=True)
class Shown:
    row: ClaimFile
    name: str
    about: object

    @property
    def is_photo(self) -> bool:
        return self.row.file.kind != Kind.PDF


class FileForm(forms.Form):
    id = forms.UUIDField(widget=forms.HiddenInput)
    about = forms.ChoiceField(label=_("What does it show?"), choices=ABOUT)
    file = forms.FileField(
        label=_("Photo or PDF"),
        help_text=_("Up to 20 MB. A photo is drawn again, so that place and camera are not kept with it."),
        error_messages={
            "required": _("Choose the photo or the PDF."),
            "empty": _("The file is empty. Choose it again."),
        },
    )


@open_to(*ADD_FILES)
def add_file(request: StaffRequest, number: str) -> HttpResponse:
    claim = claim_within(request, number, *ADD_FILES)
    if request.method != "POST":
        return _page(request, claim, FileForm(initial={"id": uuid.uuid4()}))
    form = FileForm(request.POST, request.FILES)
    return _attached(request, claim, form) if form.is_valid() else _page(request, claim, form)


def _attached(request: StaffRequest, claim: Claim, form: FileForm) -> HttpResponse:
    told = form.cleaned_data
    try:
        attach_file(
            claim=claim,
            id=told["id"],
            file=told["file"].file,
            name=told["file"].name,
            about=told["about"],
            at=now(),
            by=request.user,
        )
    except FileRefused as refused:
        form.add_error("file", refused.says[language()])
        return _page(request, claim, form)
    messages.success(request, gettext("The file is kept."))
    return redirect("claim", claim.number)


@open_to(*READ)
def read_file(request: StaffRequest, number: str, id: uuid.UUID) -> HttpResponse:
    claim = claim_within(request, number, *READ)
    found = ClaimFile.objects.filter(claim=claim, file=id).select_related("file__key").first()
    if found is None:
        raise Http404(id)
    return served(content_of(found.file), TYPES[found.file.kind], f"{claim.number}-{found.pk}")


def files_of(claim: Claim) -> list[Shown]:
    words = dict(ABOUT)
    rows = claim.files.select_related("file__key", "attached_by").order_by("id")
    return [Shown(row, name_of(row.file), words.get(row.about, row.about)) for row in rows]


def _page(request: StaffRequest, claim: Claim, form: FileForm) -> HttpResponse:
    return render(request, "office/claims/file.html", {"claim": claim, "form": form})
