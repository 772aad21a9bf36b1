"""The lists of work of those who look after safety."""

from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from sanad.casework.safety.models import DangerReport, Placard, Triage
from sanad.casework.safety.selectors import reports_within
from sanad.registry.finding import buildings_within
from sanad.staff.roles import Role
from sanad.web.office.safety.board import to_inspect
from sanad.web.office.waiting import FIRST, Line, List
from sanad.web.shared.formats import day, moment
from sanad.web.shared.requests import StaffRequest


def waiting_safety(request: StaffRequest) -> list[List]:
    """Of a safety officer: reports to sort. Of an engineer: buildings to look at, placards to look at again."""
    return [*(_to_sort(request) if request.reach.holds(Role.SAFETY_OFFICER) else []), *_of_engineer(request)]


def _to_sort(request: StaffRequest) -> list[List]:
    here = buildings_within(request.reach.within(Role.SAFETY_OFFICER))
    reports = reports_within(request.reach).filter(triage=Triage.WAITING, building__in=here)
    lines = [_line(report) for report in reports[:FIRST]]
    return [List(_("Reports of danger to sort"), reports.count(), "danger", reverse("safety"), lines)]


def _of_engineer(request: StaffRequest) -> list[List]:
    if not request.reach.holds(Role.ENGINEER):
        return []
    sent = to_inspect(request)
    stale = Placard.objects.filter(ended_at=None, review_at__lt=now(), owner=request.user).select_related("building")
    again = [_again(one) for one in stale[:FIRST]]
    return [
        List(_("Buildings to look at"), len(sent), "danger", reverse("safety"), [_line(one) for one in sent[:FIRST]]),
        List(_("Placards to look at again"), stale.count(), "halt", "", again),
    ]


def _again(placard: Placard) -> Line:
    building = placard.building
    review = day(placard.review_at) if placard.review_at else ""
    return Line(reverse("building", args=[building.reference]), building.label, building.reference, review)


def _line(report: DangerReport) -> Line:
    address = reverse("danger", args=[report.reference])
    return Line(address, report.building.label, report.reference, moment(report.due_at))
