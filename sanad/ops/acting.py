"""Who acts at the machine: a member of the staff who holds the role for it, named by e-mail."""

from django.utils.timezone import localdate

from sanad.ops.ground_words import says
from sanad.ops.stopping import Hearer
from sanad.staff.models import User
from sanad.staff.roles import Role
from sanad.staff.scopes import reach_of


def acting(email: str, role: Role, hearer: Hearer) -> User:
    """The member; ends the command where nobody of this address holds the role for every place today."""
    user = User.objects.filter(email=email.lower()).first()
    scopes = reach_of(user, localdate()).within(role) if user else ()
    if user is None or all(scope.district for scope in scopes):
        hearer.stop("not_their_role", says("not_their_role", email=email, role=role.value))
    return user
