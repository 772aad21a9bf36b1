"""Asking for every address as every member of staff."""

from collections.abc import Iterator, Mapping
from datetime import date

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import make_password
from django.core.cache import cache
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from sanad.staff.models import Assignment, User
from sanad.staff.roles import Role
from tests.web.people import PASSWORD
from tests.web.world import DISTRICT, OTHER_DISTRICT, PROGRAMME

SINCE = date(2026, 1, 1)
SCOPES = {
    "own district": (PROGRAMME, DISTRICT),
    "other district": (PROGRAMME, OTHER_DISTRICT),
    "everywhere": ("", ""),
    "other programme": ("schools", ""),
}
"""Where each role is held: programme and district."""


def patterns(inside: URLResolver | None = None) -> Iterator[URLPattern]:
    """Every address of the house."""
    for one in (inside or get_resolver()).url_patterns:
        if isinstance(one, URLResolver):
            yield from patterns(one)
        else:
            yield one


def addresses() -> list[str]:
    """The name of each; one without a name goes by what it looks like, and so has no row."""
    return [one.name or str(one.pattern) for one in patterns()]


def sensitive_addresses() -> set[str]:
    return {one.name or "" for one in patterns() if getattr(one.callback, "is_sensitive", False)}


def members() -> Mapping[tuple[str, str], User]:
    """A member of staff for each role and scope, with a second factor."""
    password = make_password(PASSWORD)
    return {(role.value, scope): _member(role, scope, password) for role in Role for scope in SCOPES}


def _member(role: Role, scope: str, password: str) -> User:
    programme, district = SCOPES[scope]
    email = f"{role}.{scope.replace(' ', '.')}@sanad.example"
    user = User.objects.create(email=email, name=f"{role.label}, {scope}", password=password)
    Assignment.objects.create(user=user, role=role, programme=programme, district=district, since=SINCE)
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": "x"})
    return user


def just_signed_in(user: User | None) -> Client:
    """A browser in which the person has signed in a moment ago, so that nothing stops but the role and its reach."""
    client = Client(HTTP_HOST="localhost", HTTP_ACCEPT_LANGUAGE="en", raise_request_exception=True)
    if user:
        client.force_login(user, "allauth.account.auth_backends.AuthenticationBackend")
        request = HttpRequest()
        request.session = client.session
        record_authentication(request, user, method="mfa")
        request.session.save()
    return client


def answer(client: Client, method: str, url: str) -> str:
    """What comes back, in a word; nothing that was done stays, and a sign-out is undone."""
    cache.clear()
    kept = client.cookies.copy()
    with transaction.atomic():
        found = client.generic(method, url)
        transaction.set_rollback(True)
    client.cookies = kept
    return _word(found)


def _word(found: HttpResponse) -> str:
    """`yes` is whatever a page answers to those who may open it: also a form with its errors, or the next page."""
    place = found.headers.get("Location", "")
    if place.startswith("/account/login/"):
        return "sign-in"
    if place == "/family/":
        return "family"
    if place.startswith(("/account/second-factor/", "/account/reauthenticate/", "/account/2fa/reauthenticate/")):
        return "again"
    return str(found.status_code) if found.status_code in (403, 404, 405) or found.status_code >= 500 else "yes"
