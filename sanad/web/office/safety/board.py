"""The safety board: what waits, whose it is, and how long is left."""

from collections.abc import Iterable
from typing import TypeVar

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext

from sanad.casework.safety.models import DangerReport, HowEnded, Placard, Precaution, Triage
from sanad.casework.safety.owners import NotTheirs
from sanad.casework.safety.selectors import contact_of, overdue, reports_within, words_of
from sanad.casework.safety.services import AlreadyTriaged, triage_report
from sanad.places.selectors import names_of
from sanad.registry.finding import buildings_within
from sanad.registry.selectors import Recused
from sanad.staff.roles import Role
from sanad.web.office.safety.telling import not_theirs
from sanad.web.shared.access import open_to
from sanad.web.shared.formats import language
from sanad.web.shared.requests import StaffRequest

SEE = (Role.SAFETY_OFFICER, Role.ENGINEER, Role.PROGRAMME_LEAD, Role.AUDITOR)
SORT = (Role.SAFETY_OFFICER,)
RESULTS = tuple(choice for choice in Triage if choice != Triage.WAITING)
Of = TypeVar("Of", DangerReport, Precaution, Placard)


@open_to(*SEE)
def board(request: StaffRequest) -> HttpResponse:
    at, here = now(), buildings_within(request.reach.within(*SEE))
    late = overdue(at)
    seen = set(here.values_list("pk", flat=True))
    waiting = reports_within(request.reach).filter(triage=Triage.WAITING, building__in=here)
    told = {
        "waiting": waiting,
        "to_inspect": [(one, (localdate(at) - localdate(one.told_at)).days) for one in to_inspect(request)],
        "kept_out": Precaution.objects.filter(state=HowEnded.OPEN, building__in=here).select_related("building"),
        "unseen": _here(late.precautions, seen),
        "stale": _here(late.placards, seen),
        "now": at,
        "may_sort": request.reach.holds(*SORT),
    }
    return render(request, "office/safety/board.html", told)


def _here(found: Iterable[Of], seen: set[int]) -> list[Of]:
    return [one for one in found if one.building_id in seen]


def to_inspect(request: StaffRequest) -> list[DangerReport]:
    """Sorted as needing an engineer, and none has marked the building since."""
    here = buildings_within(request.reach.within(*SEE))
    sent = reports_within(request.reach).filter(triage__in=[Triage.INSPECTION, Triage.ACUTE], building__in=here)
    looked = Placard.objects.filter(building__in=sent.values("building")).values_list("building", "placed_at")
    last: dict[int, object] = {}
    for building, placed_at in looked.order_by("placed_at"):
        last[building] = placed_at
    return [one for one in sent if one.building_id not in last or last[one.building_id] < one.told_at]  # type: ignore[operator]


@open_to(*SEE)
def report(request: StaffRequest, reference: str) -> HttpResponse:
    found = _report(request, reference)
    if request.method == "POST" and request.reach.holds(*SORT):
        return _sorted(request, found)
    place = found.building.place
    told = {
        "report": found,
        "building": found.building,
        "place": names_of([place], language())[place.code],
        "words": words_of(found),
        "contact": contact_of(found),
        "results": [(result.value, result.label) for result in RESULTS],
        "may_sort": request.reach.holds(*SORT) and found.triage == Triage.WAITING,
        "now": now(),
    }
    return render(request, "office/safety/report.html", told)


def _sorted(request: StaffRequest, found: DangerReport) -> HttpResponse:
    chosen = request.POST.get("triage", "")
    if chosen not in {result.value for result in RESULTS}:
        messages.warning(request, gettext("Say what the report came to."))
        return redirect("danger", found.reference)
    try:
        triage_report(report=found, triage=Triage(chosen), at=now(), by=request.user)
        messages.success(request, gettext("The report is sorted."))
    except AlreadyTriaged as sorted_before:
        words = gettext("{who} sorted the report before you: {result}.")
        standing = sorted_before.report
        messages.warning(request, words.format(who=standing.triaged_by, result=standing.get_triage_display()))
    except (NotTheirs, Recused):
        return not_theirs(request, found.building.reference)
    return redirect("building" if chosen == Triage.ACUTE else "safety", *_after(chosen, found))


def _after(chosen: str, found: DangerReport) -> tuple[str, ...]:
    """After an acute report comes the building, where everybody can be kept out."""
    return (found.building.reference,) if chosen == Triage.ACUTE else ()


def _report(request: StaffRequest, reference: str) -> DangerReport:
    """Raises Http404."""
    here = buildings_within(request.reach.within(*SEE))
    around = ("building__place", "owner", "told_by", "triaged_by", "key")
    found = DangerReport.objects.filter(building__in=here).select_related(*around).filter(reference=reference).first()
    if found is None:
        raise Http404(reference)
    return found
