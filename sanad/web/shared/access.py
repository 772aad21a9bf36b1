"""Who may open a page: each view of staff names its roles by one decorator, and the sweep of tests/web reads them.

Anonymous: to the sign-in. Another role: 403 in words. A thing out of reach: 404, as if it were not there, because even
that it exists is nobody's business.
"""

import time
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, cast

from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.internal.flows.reauthentication import suspend_request
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from sanad.staff.models import User
from sanad.staff.roles import Role
from sanad.web.shared.door import came_through
from sanad.web.shared.requests import StaffRequest
from sanad.web.shared.typed_before import typed_before

View = Callable[..., HttpResponse]
EVERY_ROLE = tuple(Role)
SECOND_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


class NotYourRole(PermissionDenied):
    """The page is for other roles; says for which."""

    def __init__(self, roles: Iterable[Role]) -> None:
        super().__init__("not your role")
        self.roles = tuple(roles)


def open_to(*roles: Role) -> Callable[[View], View]:
    """The page is for staff who hold one of these roles today, anywhere; where, the selectors ask."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: StaffRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return _signed_out(request)
            if not request.reach.holds(*roles):
                raise NotYourRole(roles)
            return view(request, *args, **kwargs)

        guarded.roles = roles  # type: ignore[attr-defined]  # read by the sweep of tests/web
        return guarded

    return decorate


def _signed_out(request: StaffRequest) -> HttpResponse:
    """To the sign-in; with a form that was sent, a page that keeps what was typed until the person is back."""
    typed = typed_before(request)
    if not typed:
        return redirect_to_login(request.get_full_path())
    return render(request, "shared/signed_out.html", {"typed": typed}, status=401)


def within_reach(request: StaffRequest, programme: str, districts: Iterable[str], *roles: Role) -> None:
    """Raises Http404 where none of these roles of the person covers a thing of this programme in these districts."""
    if not request.reach.may(roles or EVERY_ROLE, programme, districts):
        raise Http404


def has_second_factor(user: User) -> bool:
    """Whether the person signs in with more than a password: a passkey, or a code of the moment."""
    return bool(Authenticator.objects.filter(user_id=user.pk, type__in=SECOND_FACTORS).exists())


def has_just_signed_in(request: StaffRequest) -> bool:
    """Whether the person has shown within the last minutes (ACCOUNT_REAUTHENTICATION_TIMEOUT) that it is them."""
    records = get_authentication_records(request, request.user)
    return any(time.time() - record["at"] < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT for record in records)


def sensitive(view: View) -> View:
    """An act that approves or releases: by a person with a second factor, who has just shown that it is them.

    Without a second factor they are led to set one up. After a while they are asked to sign in again; what they had
    typed is kept and done then. Stands below `open_to`.
    """

    @wraps(view)
    def guarded(request: StaffRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not has_second_factor(request.user):
            here = urlencode({"next": request.get_full_path()})
            return redirect(f"{reverse('second_factor_needed')}?{here}")
        if not has_just_signed_in(request):
            again = "door" if came_through(request) else "account_reauthenticate"
            return cast(HttpResponse, suspend_request(request, reverse(again)))
        return view(request, *args, **kwargs)

    guarded.is_sensitive = True  # type: ignore[attr-defined]  # read by the sweep of tests/web
    return guarded
