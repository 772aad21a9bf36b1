"""A person's own account: how they sign in, what they may do, in which digits they read."""

from typing import cast

from allauth.account.views import password_change
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext

from sanad.staff.scopes import assignments_of
from sanad.web.shared.choosing import way_back
from sanad.web.shared.digits import ARABIC_INDIC, LATIN, TO_ARABIC_INDIC
from sanad.web.shared.requests import StaffRequest

SAMPLE = "1,284"
DIGIT_CHOICES = ((LATIN, SAMPLE), (ARABIC_INDIC, SAMPLE.translate(TO_ARABIC_INDIC)))


@login_required
def account(request: StaffRequest) -> HttpResponse:
    held = assignments_of(request.user, localdate())
    return render(request, "account/account.html", {"assignments": held, "digit_choices": DIGIT_CHOICES})


@login_required
def change_password(request: StaffRequest) -> HttpResponse:
    """Whoever has no password, as the made-up staff of a demo, has none to change."""
    if request.user.has_usable_password():
        return cast(HttpResponse, password_change(request))
    messages.warning(request, gettext("You sign in without a password, so there is none to change."))
    return redirect("account")


@login_required
def second_factor_needed(request: HttpRequest) -> HttpResponse:
    """For an act that approves or releases, a password alone does not suffice."""
    return render(request, "account/second_factor_needed.html", {"next": way_back(request)})
