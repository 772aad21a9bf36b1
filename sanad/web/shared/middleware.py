"""What every request carries: a readable address, the reader's digits, and what a member of staff may do today."""

import time
from collections.abc import Callable
from typing import cast

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject
from django.utils.timezone import localdate

from sanad.staff.scopes import Reach, reach_of
from sanad.web.shared import digits
from sanad.web.shared.requests import StaffRequest

RENEWED, RENEWED_AFTER = "renewed", 5 * 60

Answer = Callable[[HttpRequest], HttpResponse]


def chosen_digits(answer: Answer) -> Answer:
    def middleware(request: HttpRequest) -> HttpResponse:
        wanted = request.COOKIES.get(digits.COOKIE, digits.LATIN)
        before = digits.chosen.set(wanted if wanted in digits.CHOICES else digits.LATIN)
        try:
            return answer(request)
        finally:
            digits.chosen.reset(before)

    return middleware


def readable_address(answer: Answer) -> Answer:
    """No page asks for the sign with the number 0, which PostgreSQL refuses in every text."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if "%00" in request.META.get("QUERY_STRING", "") or "\0" in request.path:
            raise BadRequest
        return answer(request)

    return middleware


def sliding_session(answer: Answer) -> Answer:
    """A session ends an hour after the last page, not after the first: at most one write in some minutes."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated and time.time() - request.session.get(RENEWED, 0) > RENEWED_AFTER:
            request.session[RENEWED] = int(time.time())
        return answer(request)

    return middleware


def staff_reach(answer: Answer) -> Answer:
    """`request.reach`: what whoever is signed in may do today; for anybody else nothing. Read when asked for."""

    def middleware(request: HttpRequest) -> HttpResponse:
        staff = cast(StaffRequest, request)
        staff.reach = cast(Reach, SimpleLazyObject(lambda: reach_of(staff.user, localdate())))
        return answer(request)

    return middleware
