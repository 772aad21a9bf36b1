"""Keys of one letter: on, or off for whoever is disturbed by them; the choice stays with the browser."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from sanad.web.desk.roles import READ
from sanad.web.shared.access import open_to
from sanad.web.shared.requests import StaffRequest

COOKIE, OFF = "desk_keys", "off"
A_YEAR = 365 * 24 * 3600


def has_keys(request: StaffRequest) -> bool:
    return request.COOKIES.get(COOKIE) != OFF


@open_to(*READ)
@require_POST
def turn_keys(request: StaffRequest) -> HttpResponse:
    """On or off, and back to where they were."""
    wanted = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    answer = redirect(wanted if is_ours else reverse("desk"))
    if request.POST.get("keys") == OFF:
        is_secure = request.is_secure()
        answer.set_cookie(COOKIE, OFF, A_YEAR, path=reverse("desk"), httponly=True, samesite="Lax", secure=is_secure)
        messages.info(request, gettext("Keys of one letter are off in this browser."))
    else:
        answer.delete_cookie(COOKIE, path=reverse("desk"), samesite="Lax")
        messages.info(request, gettext("Keys of one letter are on in this browser."))
    return answer
