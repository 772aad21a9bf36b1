"""Leaving at once: the session ends, the browser forgets the site, and a page that says nothing takes its place."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import override
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from sanad.web.family.access import kept_nowhere
from sanad.web.family.sessions import COOKIE, PATH, end_session
from sanad.web.shared.digits import COOKIE as DIGITS
from sanad.web.shared.formats import language

EVERYTHING = '"cache", "cookies", "storage"'


@csrf_exempt  # a page that has lain open for days must still let its reader leave; the origin is looked at instead
@kept_nowhere
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Browsers that know Clear-Site-Data forget all of the site; for the others each cookie is taken back.

    The language chosen here is forgotten with them, so the address carries it to the page that comes.
    """
    own = f"{request.scheme}://{request.get_host()}"
    if request.headers.get("Origin", own) != own:
        raise PermissionDenied("sent by another site")
    end_session(request)
    response = redirect(f"{reverse('today')}?in={language()}")
    response["Clear-Site-Data"] = EVERYTHING
    response.delete_cookie(COOKIE, path=PATH)
    for name in (settings.CSRF_COOKIE_NAME, settings.LANGUAGE_COOKIE_NAME, DIGITS):
        response.delete_cookie(name)
    return response


@kept_nowhere
@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """A day and an hour: nothing on it tells where its reader came from."""
    wanted = request.GET.get("in", "")
    with override(wanted if wanted in dict(settings.LANGUAGES) else language()):
        response = render(request, "family/today.html", {"now": now()})
        response["Content-Language"] = language()
    return response
