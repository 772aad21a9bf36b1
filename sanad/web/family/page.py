"""The one page of a claim, as its family reads it: on a screen, and open from top to bottom to be printed."""

from datetime import datetime
from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.timezone import now
from django.views.decorators.http import require_safe

from sanad.casework.answers.selectors import Ready, answer_of, prepared, ready_of
from sanad.casework.answers.services import visited
from sanad.casework.answers.told import Answer
from sanad.casework.claims.models import Claim
from sanad.registry.selectors import name_of, speaker_of
from sanad.web.family.access import FamilyRequest, kept_nowhere, of_the_family
from sanad.web.family.drawing import FORM_ID, TOKEN, given
from sanad.web.family.forms import AskForm
from sanad.web.family.kept import page_as_kept
from sanad.web.family.shown import page_of, written_of
from sanad.web.shared.digits import chosen
from sanad.web.shared.formats import language


@kept_nowhere
def claim(request: HttpRequest) -> HttpResponse:
    """Drawn anew only where something of it has changed."""
    kept = page_as_kept(request, now()) if request.method == "GET" else None
    return kept or _page(request)


@of_the_family
@require_safe
def _page(request: FamilyRequest) -> HttpResponse:
    at = now()
    return given(request, at, lambda ready: _drawn(request, at, ready))


def _drawn(request: FamilyRequest, at: datetime, ready: Ready) -> str:
    # What a member of staff was told in this browser is nothing for a page that is kept.
    more = {"ask": _form(language(), chosen.get()), "csrf_token": TOKEN, "messages": ()}
    return render_to_string("family/claim.html", told(request, at, ready) | more, request)


@cache
def _form(_language: str, _digits: str) -> str:
    """The form for a question, the same for every family: what differs is put in when the page is given."""
    return render_to_string("family/page/ask.html", {"ask": AskForm(initial={"id": FORM_ID}), "csrf_token": TOKEN})


@of_the_family
@require_safe
def paper(request: FamilyRequest) -> HttpResponse:
    at = now()
    told_now = told(request, at, ready_of(request.claim, at=at))
    return render(request, "family/paper.html", told_now | {"on_paper": True})


def told(request: FamilyRequest, at: datetime, ready: Ready) -> dict[str, Any]:
    """The answer as of now, and what only the registry knows: the family's name and what its house is called."""
    answer = current(request.claim, at, ready)
    written = written_of(request.claim) if answer.questions else {}
    speaker = speaker_of(request.claim.household)
    return page_of(answer, written) | {
        "name": name_of(speaker, language()) if speaker else "",
        "house": request.claim.dwelling.building.label,
        "danger_phone": settings.DANGER_PHONE,
    }


def current(claim: Claim, at: datetime, ready: Ready) -> Answer:
    """The answer that was made ready, where it still stands; else it is read now, and made ready before others."""
    answer = prepared(claim, at=at) if ready.position is not None else None
    if answer is None:
        visited(claim=claim, before=ready.visited_at, at=at)
        answer = answer_of(claim, at=at)
    return answer
