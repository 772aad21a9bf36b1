"""The demo's own door: whoever sits at the machine enters as any member of its made-up staff, by one click.

It opens on a database that the demo made and marked, and for a browser on this machine only.
"""

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import generate_totp_secret

from sanad.demo.staff import MEMBERS
from sanad.staff.models import User


def give_second_factors() -> None:
    """Approving needs a second factor; the made-up staff have one that nobody has to type."""
    for user in User.objects.filter(email__in=[one.email for one in MEMBERS]):
        secret = get_adapter().encrypt(generate_totp_secret())
        Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": secret})
