"""The page after something was sent: its number, and what comes of it and when."""

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from sanad.casework.claims.models import Claim
from sanad.web.family import asking, danger, paid
from sanad.web.family.access import FamilyRequest, of_the_family

KINDS: dict[str, Callable[[Claim, str], object | None]] = {
    asking.KIND: asking.asked,
    danger.KIND: danger.reported,
    paid.KIND: paid.said_of,
}
"""How each kind is found again, within the claim whose family sent it."""


@of_the_family
@require_safe
def sent(request: FamilyRequest) -> HttpResponse:
    kind, _, reference = request.visit.sent.partition(":")
    found = KINDS[kind](request.claim, reference) if kind in KINDS else None
    if found is None:
        return redirect("family_claim")
    return render(request, "family/sent.html", {"kind": kind, "found": found})
