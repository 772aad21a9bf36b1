"""Who read a file: recorded once a day for each person, and shown to the family."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localtime

from sanad.audit.models import Event
from sanad.audit.services import record
from sanad.casework.claims.models import Claim
from sanad.staff.models import User


def note_visit(*, claim: Claim, at: datetime, by: User) -> None:
    begins = localtime(at).replace(hour=0, minute=0, second=0, microsecond=0)
    on = f"claim:{claim.number}"
    if not Event.objects.filter(on=on, act="claim.see", by=by, at__gte=begins).exists():
        with transaction.atomic():
            record(act="claim.see", on=on, by=by, at=at)
