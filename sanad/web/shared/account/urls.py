"""Signing in, and what a person may change of the own account.

Staff are entered by an administrator, so allauth's pages for signing up, for e-mail addresses and for a password sent
by e-mail have no address here.
"""

from allauth.account import views as allauth
from django.urls import URLPattern, URLResolver, include, path

from sanad.web.shared.account.views import account, change_password, second_factor_needed

urlpatterns: list[URLPattern | URLResolver] = [
    path("", account, name="account"),
    path("second-factor/", second_factor_needed, name="second_factor_needed"),
    path("login/", allauth.login, name="account_login"),
    path("logout/", allauth.logout, name="account_logout"),
    path("inactive/", allauth.account_inactive, name="account_inactive"),
    path("reauthenticate/", allauth.reauthenticate, name="account_reauthenticate"),
    path("password/change/", change_password, name="account_change_password"),
    path("2fa/", include("allauth.mfa.urls")),
]
