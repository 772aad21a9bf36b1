"""A code of the moment counts while it is typed, and not much longer."""

import time
from types import SimpleNamespace

import pytest
from allauth.mfa.totp.internal import auth
from django.test import Client

from sanad.staff.models import User
from sanad.staff.roles import Role
from tests.web.codes import code_of, with_codes
from tests.web.people import PASSWORD, member


def signed_in(user: User, code: str) -> bool:
    client = Client(HTTP_HOST="localhost")
    client.post("/account/login/", {"login": user.email, "password": PASSWORD})
    client.post("/account/2fa/authenticate/", {"code": code})
    return client.get("/office/").status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize(("earlier", "counts"), [(0, True), (1, True), (3, False)])
def test_a_code_that_changes_while_it_is_typed_still_counts(
    earlier: int, counts: bool, monkeypatch: pytest.MonkeyPatch
):
    """The clock of the codes stands still: on a busy machine signing in takes longer than the rest of a period."""
    omar = with_codes(member("Omar Daher", Role.FINANCE_OFFICER))
    code, now = code_of(omar, earlier=earlier), time.time()
    monkeypatch.setattr(auth, "time", SimpleNamespace(time=lambda: now))

    assert signed_in(omar, code) is counts
