"""Who may do what here. A role is not enough to see who a witness is: that takes a purpose and a second person."""

from sanad.staff.models import User
from sanad.staff.roles import Role
from sanad.staff.scopes import Reach
from sanad.witnesses.refusals import NotAllowed

KEEP = (Role.RECORD_KEEPER,)
"""Read what was lodged, take it up, take it back."""
ASK_TO_LOOK = (Role.RECORD_KEEPER, Role.CASEWORKER)
ALLOW_TO_LOOK = (Role.RECORD_KEEPER, Role.PROGRAMME_LEAD)


def require(reach: Reach, *roles: Role) -> User:
    """The person, if one of these roles is held. Raises NotAllowed."""
    if not reach.holds(*roles):
        raise NotAllowed(reach.user.pk)
    return reach.user
