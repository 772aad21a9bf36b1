"""One building: how safe it is, what was told and found, whose homes are in it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from sanad.casework.claims.selectors import claims_within
from sanad.casework.safety.models import DangerReport, Placard, Precaution, Triage
from sanad.casework.safety.selectors import placard_of, precaution_of
from sanad.places.selectors import names_of
from sanad.registry.models import Building
from sanad.staff.roles import Role
from sanad.web.office.buildings.marks import PLACARDS, marks_of
from sanad.web.office.buildings.roles import READ, building_within
from sanad.web.office.buildings.works import happened_on, works_on
from sanad.web.office.claims.roles import READ as READ_CLAIMS
from sanad.web.office.claims.rows import Row, rows_of
from sanad.web.office.thread import Happened, newest_first
from sanad.web.shared.access import open_to
from sanad.web.shared.formats import language
from sanad.web.shared.requests import StaffRequest


@open_to(*READ)
def building(request: StaffRequest, reference: str) -> HttpResponse:
    found = building_within(request, reference, *READ)
    told = {
        "building": found,
        "place": names_of([found.place], language())[found.place.code],
        "marks": marks_of([found])[found.pk],
        "waiting": DangerReport.objects.filter(building=found, triage=Triage.WAITING).order_by("due_at"),
        "precaution": precaution_of(found, now()),
        "placard": placard_of(found),
        "happened": newest_first(_happened(request, found)),
        "homes": found.dwellings.count(),
        "claims": _claims(request, found),
        "now": now(),
        "may_place": request.reach.holds(Role.ENGINEER),
        "may_order": request.reach.holds(Role.SAFETY_OFFICER),
        **works_on(request, found),
    }
    return render(request, "office/buildings/building.html", told)


def _claims(request: StaffRequest, found: Building) -> list[Row]:
    """Those that the person may read; others see how many homes there are and no name."""
    if not request.reach.holds(*READ_CLAIMS):
        return []
    claims = claims_within(request.reach, *READ_CLAIMS).filter(dwelling__building=found)
    around = ("household", "dwelling__building__place")
    return rows_of(list(claims.select_related(*around).order_by("dwelling__label")), language())


def _happened(request: StaffRequest, found: Building) -> list[Happened]:
    """Danger, placards and precautions, and the works with their halts."""
    reports = DangerReport.objects.filter(building=found).select_related("told_by", "triaged_by")
    placards = Placard.objects.filter(building=found).select_related("placed_by")
    precautions = Precaution.objects.filter(building=found).select_related("ordered_by")
    entries = [entry for report in reports for entry in _of_report(report)]
    entries += [_of_placard(placard) for placard in placards]
    entries += [entry for precaution in precautions for entry in _of_precaution(precaution)]
    return [*entries, *happened_on(request, found)]


def _of_report(report: DangerReport) -> list[Happened]:
    by = report.told_by.name if report.told_by else str(report.get_reporter_display())
    told = [Happened(_("Danger reported"), "is-now", report.told_at, by, report.reference)]
    if report.triaged_at and report.triaged_by:
        sorted_as = str(report.get_triage_display())
        told.append(Happened(sorted_as, "is-done", report.triaged_at, report.triaged_by.name, report.reference))
    return told


def _of_placard(placard: Placard) -> Happened:
    state, words = PLACARDS[placard.colour]
    knot = {"done": "is-done", "halt": "is-halt", "danger": "is-halt"}[state]
    return Happened(words, knot, placard.placed_at, placard.placed_by.name)


def _of_precaution(precaution: Precaution) -> list[Happened]:
    ordered = _("Keep out until an engineer has looked")
    told = [Happened(ordered, "is-halt", precaution.since, precaution.ordered_by.name)]
    if precaution.ended_at:
        told.append(Happened(str(precaution.get_state_display()), "is-done", precaution.ended_at, ""))
    return told
