"""The request as views of staff receive it."""

from django.http import HttpRequest

from sanad.staff.models import User
from sanad.staff.scopes import Reach


class StaffRequest(HttpRequest):
    """With whoever is signed in, and what that person may do today (`sanad.web.shared.middleware`)."""

    user: User
    reach: Reach
