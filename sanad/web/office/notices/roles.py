"""Who tells families what was written to them."""

from django.db.models import QuerySet

from sanad.casework.claims.selectors import claims_within
from sanad.casework.notices.models import Notice
from sanad.casework.notices.selectors import households_to_tell
from sanad.staff.roles import Role
from sanad.staff.scopes import Reach

TELL = (Role.CASEWORKER,)


def to_tell(reach: Reach, *, urgent: bool, about: str = "") -> QuerySet[Notice, dict[str, int]]:
    """Of the families whose claims the person reaches."""
    claims = claims_within(reach, *TELL)
    return households_to_tell(urgent=urgent, about=about).filter(household__in=claims.values("household"))
