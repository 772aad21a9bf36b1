"""Who opens a family's pages: whoever came in by the receipt of the claim, and nobody else, staff included."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import add_never_cache_headers
from django.utils.timezone import now

from sanad.casework.answers.services import ChainMovesOn
from sanad.casework.claims.models import Claim
from sanad.web.family.models import FamilySession
from sanad.web.family.sessions import session_of
from sanad.web.shared.typed_before import typed_before


class FamilyRequest(HttpRequest):
    """With the one claim whose receipt was shown; no page of a family names a claim in its address."""

    claim: Claim
    visit: FamilySession


View = Callable[..., HttpResponse]


def kept_nowhere(view: View) -> View:
    """No browser and no machine on the way keeps the page."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        add_never_cache_headers(response)
        return response

    return answered


def of_the_family(view: View) -> View:
    """The page of the claim that this browser came in for; else the sign-in."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        session = session_of(request, now())
        if session is None:
            return _outside(request)
        family = cast(FamilyRequest, request)
        family.visit, family.claim = session, session.receipt.claim
        try:
            return view(family, *args, **kwargs)
        except ChainMovesOn:
            return _busy(request)

    return kept_nowhere(guarded)


def _busy(request: HttpRequest) -> HttpResponse:
    """No answer could be read at a sealed position; what was written is kept to be sent again."""
    response = render(request, "family/busy.html", {"typed": typed_before(request)}, status=503)
    response["Retry-After"] = "2"
    return response


def _outside(request: HttpRequest) -> HttpResponse:
    """To the sign-in; with a form that was sent, a page that keeps what was written until they are in again."""
    typed = typed_before(request)
    if not typed:
        return redirect("family")
    return render(request, "family/signed_out.html", {"typed": typed}, status=401)
