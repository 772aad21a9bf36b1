"""The one page of a claim, as its family reads it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sanad.registry.selectors import name_of, speaker_of
from sanad.web.family.access import FamilyRequest, of_the_family
from sanad.web.shared.formats import language


@of_the_family
@require_safe
def claim(request: FamilyRequest) -> HttpResponse:
    speaker = speaker_of(request.claim.household)
    told = {"claim": request.claim, "name": name_of(speaker, language()) if speaker else ""}
    return render(request, "family/claim.html", told)
