"""The application of a member of staff that shows codes of the moment."""

import time

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, generate_totp_secret, hotp_value
from django.core.cache import cache

from sanad.staff.models import User

PERIOD = 30  # seconds


def with_codes(user: User) -> User:
    """Give the person an application that shows codes of the moment."""
    secret = generate_totp_secret()
    Authenticator.objects.create(
        user=user, type=Authenticator.Type.TOTP, data={"secret": get_adapter().encrypt(secret)}
    )
    return user


def code_of(user: User, *, earlier: int = 0) -> str:
    """What the person's application shows now, or showed so many codes earlier."""
    kept = Authenticator.objects.get(user=user, type=Authenticator.Type.TOTP).data["secret"]
    return code_for(get_adapter().decrypt(kept), earlier=earlier)


def code_for(secret: str, *, earlier: int = 0) -> str:
    """What an application with this secret shows. A code counts once only; here it may count again."""
    cache.clear()
    return format_hotp_value(hotp_value(secret, int(time.time()) // PERIOD - earlier))
