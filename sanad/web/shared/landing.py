"""Where somebody begins who has signed in: who only keeps the record at its desk, all others in the office."""

from django.utils.timezone import localdate

from sanad.staff.models import User
from sanad.staff.roles import Role
from sanad.staff.scopes import reach_of


def start_of(user: User) -> str:
    """The name of the address."""
    return "desk" if reach_of(user, localdate()).roles == {Role.RECORD_KEEPER} else "work"
