"""What of the works waits for a person: orders to approve, halts whose review has passed."""

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from sanad.casework.works.models import Escalation, Halt, State
from sanad.web.office.waiting import FIRST, Line, List
from sanad.web.office.works.roles import DECIDE, HALT_MONEY, HALT_WORKS, halts_within, orders_within
from sanad.web.office.works.shown import shown_halt
from sanad.web.shared.formats import day, money
from sanad.web.shared.requests import StaffRequest


def waiting_works(request: StaffRequest) -> list[List]:
    return [_told_to(request), _late(request), _to_approve(request)]


def _told_to(request: StaffRequest) -> List:
    """Halts whose passed review was told to this very person."""
    mine = Escalation.objects.filter(to=request.user, halt__ended_at=None)
    halts = [one for one in _late_halts(request) if mine.filter(halt=one, review_on=one.review_on).exists()]
    lines = [_of_halt(one) for one in halts[:FIRST]]
    return List(_("Halts whose passed review was told to you"), len(halts), "halt", reverse("works"), lines)


def _late(request: StaffRequest) -> List:
    halts = _late_halts(request)
    return List(
        _("Halts to look at again"), len(halts), "halt", reverse("works"), [_of_halt(one) for one in halts[:FIRST]]
    )


def _late_halts(request: StaffRequest) -> list[Halt]:
    """Those whose review is today or has passed."""
    found = halts_within(request.reach, *HALT_WORKS, *HALT_MONEY).filter(ended_at=None, review_on__lte=localdate())
    return list(found.order_by("review_on", "pk"))


def _of_halt(halt: Halt) -> Line:
    shown = shown_halt(halt, localdate())
    return Line(reverse("works_halt", args=[halt.reference]), shown.what, halt.reference, day(halt.review_on))


def _to_approve(request: StaffRequest) -> List:
    waiting = orders_within(request.reach, *DECIDE).filter(state=State.PREPARED).exclude(prepared_by=request.user)
    lines = [
        Line(
            reverse("works_order", args=[one.reference]),
            one.building.label,
            one.reference,
            money(one.budget, one.currency),
        )
        for one in waiting.order_by("pk")[:FIRST]
    ]
    return List(_("Works to approve"), waiting.count(), "due", reverse("works"), lines)
