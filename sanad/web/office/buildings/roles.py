"""Who reads buildings."""

from django.http import Http404

from sanad.registry.finding import buildings_within
from sanad.registry.models import Building
from sanad.staff.roles import Role
from sanad.web.shared.requests import StaffRequest

READ = (
    Role.CASEWORKER,
    Role.ASSESSOR,
    Role.ENGINEER,
    Role.SAFETY_OFFICER,
    Role.PROGRAMME_LEAD,
    Role.AUDITOR,
)


def building_within(request: StaffRequest, reference: str, *roles: Role) -> Building:
    """The building, if one of these roles of the person reaches it. Raises Http404."""
    found = buildings_within(request.reach.within(*roles)).filter(reference=reference).first()
    if found is None:
        raise Http404(reference)
    return found
