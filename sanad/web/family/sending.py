"""The page after something was sent: its number, and what comes of it and when."""

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from sanad.casework.claims.models import Claim
from sanad.web.family import asking, danger, lodging, paid
from sanad.web.family.access import FamilyRequest, of_the_family
from sanad.web.family.sessions import forget_sent

KINDS: dict[str, Callable[[Claim, str], object | None]] = {
    asking.KIND: asking.asked,
    danger.KIND: danger.reported,
    paid.KIND: paid.said_of,
    lodging.KIND: lodging.last_lodged,
    lodging.BACK: lodging.taken_back,
}
"""How each kind is found again, within the claim whose family sent it."""
SHOWN_ONCE = (lodging.KIND, lodging.BACK)
"""Then the session forgets it: nothing is left that leads from the claim to a witness."""


@of_the_family
@require_safe
def sent(request: FamilyRequest) -> HttpResponse:
    kind, _, reference = request.visit.sent.partition(":")
    found = KINDS[kind](request.claim, reference) if kind in KINDS else None
    if found is None:
        return redirect("family_claim")
    if kind in SHOWN_ONCE:
        forget_sent(request.visit)
    return render(request, "family/sent.html", {"kind": kind, "found": found})
