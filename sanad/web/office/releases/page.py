"""Releases in the office: what the newest one tells otherwise, what it hides, and publishing the next."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from sanad.publication.models import Release
from sanad.publication.selectors import newest, releases, told_of
from sanad.publication.services import AnotherWasFirst, NeverStill, NothingHappened, publish
from sanad.publication.words import TABLES
from sanad.web.office.releases.changes import changes_of
from sanad.web.office.releases.roles import PUBLISH, READ, may_publish
from sanad.web.shared.access import open_to, sensitive
from sanad.web.shared.requests import StaffRequest

LONGEST = 1_000


class PublishForm(forms.Form):
    """`after` is the release that the person saw as the newest, so that a form sent twice publishes once."""

    after = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    note_ar = forms.CharField(label=_("What it corrects, in Arabic"), max_length=LONGEST, required=False)
    note_en = forms.CharField(label=_("What it corrects, in English"), max_length=LONGEST, required=False)
    note_ar.widget = forms.Textarea(attrs={"rows": 3, "dir": "rtl", "lang": "ar"})
    note_en.widget = forms.Textarea(attrs={"rows": 3, "dir": "ltr", "lang": "en"})

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        for mine, other in (("note_ar", "note_en"), ("note_en", "note_ar")):
            if told.get(other) and not told.get(mine):
                self.add_error(mine, _("Write it in both languages, or in neither."))
        return told


@dataclass(frozen=True, slots=True)
class HiddenRows:
    """Of one table: how many rows are hidden, and how many keep an earlier day."""

    title: object
    hidden: int
    held: int


@open_to(*READ)
def page(request: StaffRequest) -> HttpResponse:
    return _page(request, PublishForm(initial={"after": _number(newest())}))


@open_to(*PUBLISH)
@sensitive
@require_POST
def publish_now(request: StaffRequest) -> HttpResponse:
    if not may_publish(request.reach):
        raise Http404
    form = PublishForm(request.POST)
    if not form.is_valid():
        return _page(request, form)
    note = {"ar": form.cleaned_data["note_ar"], "en": form.cleaned_data["note_en"]}
    try:
        release = publish(at=now(), by=request.user, note=note, after=form.cleaned_data["after"])
        messages.success(request, gettext("Release {number} is published.").format(number=release.number))
    except NothingHappened:
        messages.warning(request, gettext("Nothing has happened since the last release, so nothing was published."))
    except AnotherWasFirst:
        messages.warning(request, gettext("Somebody published meanwhile. Look at that release first."))
    except NeverStill:
        messages.warning(request, gettext("The office is writing without a pause. Try again in a minute."))
    return redirect("releases")


def _page(request: StaffRequest, form: PublishForm) -> HttpResponse:
    found = releases()
    told = told_of(found[0]) if found else None
    shown = {
        "releases": found,
        "hidden": list(_hidden(told)) if told else [],
        "changes": changes_of(told) if told else [],
        "form": form,
        "may_publish": may_publish(request.reach),
    }
    return render(request, "office/releases/list.html", shown)


def _hidden(told: Mapping[str, Any]) -> Iterator[HiddenRows]:
    for name, counts in told["hidden"].items():
        if counts["hidden"] or counts["held"]:
            yield HiddenRows(TABLES[name], counts["hidden"], counts["held"])


def _number(release: Release | None) -> int:
    return release.number if release else 0
