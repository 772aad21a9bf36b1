"""A person's own account: how they sign in, in which language and digits they read."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sanad.web.shared.choosing import way_back


@login_required
def account(request: HttpRequest) -> HttpResponse:
    return render(request, "account/account.html")


@login_required
def second_factor_needed(request: HttpRequest) -> HttpResponse:
    """For an act that approves or releases, a password alone does not suffice."""
    return render(request, "account/second_factor_needed.html", {"next": way_back(request)})
