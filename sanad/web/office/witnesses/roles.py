"""Who sees that something was lodged, and who reads and takes it up."""

from django.http import Http404

from sanad.staff.roles import Role
from sanad.witnesses.capabilities import KEEP
from sanad.witnesses.models import Lodged
from sanad.witnesses.selectors import all_lodged

READ = (Role.RECORD_KEEPER, Role.AUDITOR)

__all__ = ["KEEP", "READ", "lodged_named"]


def lodged_named(reference: str) -> Lodged:
    """Of no programme and no district, so that its place tells nothing of the family. Raises Http404."""
    found = all_lodged().filter(reference=reference).first()
    if found is None:
        raise Http404(reference)
    return found
