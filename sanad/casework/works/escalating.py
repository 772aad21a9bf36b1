"""A review that passed without an act is told to the lead, once."""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef

from sanad.audit.services import record
from sanad.casework.safety.owners import named_for
from sanad.casework.works.models import Escalation, Halt
from sanad.casework.works.selectors import overdue_halts
from sanad.staff.models import User
from sanad.staff.roles import Role
from sanad.staff.scopes import assignments_held


def escalate_halts(*, at: datetime) -> int:
    """Each passed review in a transaction of its own; how many were escalated now. Of two workers, one does it."""
    known = Escalation.objects.filter(halt=OuterRef("pk"), review_on=OuterRef("review_on"))
    return sum(_escalated(halt, at) for halt in overdue_halts(at).exclude(Exists(known)))


def _escalated(halt: Halt, at: datetime) -> int:
    try:
        _escalate(halt, at)
    except IntegrityError:
        return 0  # another worker did it at this moment
    return 1


@transaction.atomic
def _escalate(halt: Halt, at: datetime) -> None:
    to = lead_of(halt, at.date())
    Escalation.objects.create(halt=halt, review_on=halt.review_on, at=at, to=to)
    facts = {"review_on": halt.review_on.isoformat(), "to": to.pk if to else None}
    record(act="halt.escalate", on=halt.about, by=None, at=at, facts=facts)


def lead_of(halt: Halt, on: date) -> User | None:
    """Of works: the lead of the smallest district around the building. Of money: a lead of the programme, everywhere.

    None where nobody is named: then the work list says so.
    """
    if halt.building:
        return named_for(Role.PROGRAMME_LEAD, halt.building, on)
    held = assignments_held(on).filter(role=Role.PROGRAMME_LEAD, district="").select_related("user")
    programmes = _programmes(halt)
    return next((one.user for one in held.order_by("pk") if one.programme in {"", *programmes}), None)


def _programmes(halt: Halt) -> set[str]:
    if halt.programme:
        return {halt.programme.key}
    return set(halt.fund.programmes.values_list("programme", flat=True)) if halt.fund else set()
