"""How staff sign in: accounts are made by an administrator, never by whoever comes by."""

from typing import Any, ClassVar, cast

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sanad.staff.models import User
from sanad.web.shared.landing import start_of


class StaffAccounts(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships without types
    # The same words whether the address is known or not.
    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _("The e-mail address and the password do not go together. Type both again."),
        "incorrect_password": _("This is not your password. Type it again."),
        "enter_current_password": _("Type the password that you have now."),
        "account_inactive": _("This account is closed. Ask the administrator of your programme."),
        "too_many_login_attempts": _("Too many attempts. Try again in five minutes."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Where nobody said where to go."""
        return reverse(start_of(cast(User, request.user)))

    def post_login(self, request: HttpRequest, user: Any, **more: Any) -> HttpResponse:
        """Pages come in the language of the person, unless another one was chosen in this browser."""
        response: HttpResponse = super().post_login(request, user, **more)
        if settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
            response.set_cookie(
                settings.LANGUAGE_COOKIE_NAME,
                user.language,
                max_age=settings.LANGUAGE_COOKIE_AGE,
                secure=settings.LANGUAGE_COOKIE_SECURE,
                httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
                samesite="Lax",
            )
        return response
