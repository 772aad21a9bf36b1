"""What a reader chooses for all pages: the digits. The language has Django's own view."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from sanad.web.shared.digits import CHOICES, COOKIE, LATIN

A_YEAR = 365 * 24 * 60 * 60


@require_POST
def choose_digits(request: HttpRequest) -> HttpResponse:
    wanted = request.POST.get("digits", LATIN)
    response = HttpResponseRedirect(way_back(request))
    response.set_cookie(
        COOKIE,
        wanted if wanted in CHOICES else LATIN,
        max_age=A_YEAR,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return response


def way_back(request: HttpRequest) -> str:
    """The page that the reader came from, if it is one of this site."""
    wanted = request.POST.get("next", request.GET.get("next", ""))
    own = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if own else "/"
