"""Who looks after the staff, and who reads of it."""

from django.http import Http404

from sanad.staff.models import User
from sanad.staff.roles import Role

CHANGE = (Role.ADMINISTRATOR,)
READ = (Role.ADMINISTRATOR, Role.AUDITOR)


def member_of(pk: int) -> User:
    """Raises Http404."""
    found = User.objects.filter(pk=pk).first()
    if found is None:
        raise Http404(pk)
    return found
