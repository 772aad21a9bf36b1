"""An engineer certifies a milestone of the repair of a home: half of it, or the finished repair."""

from dataclasses import dataclass
from functools import partial

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext

from sanad.casework.assessments.inspecting import AlreadyInspected, inspections_of
from sanad.casework.assessments.models import Inspection, Milestone
from sanad.casework.claims.models import Claim, State
from sanad.casework.works.repairs import milestones_asked
from sanad.casework.works.services import certify_repair
from sanad.evidence.refusals import Refused
from sanad.web.office.claims.roles import claim_within
from sanad.web.office.works.acting import done, tell
from sanad.web.office.works.certifying import seen_in
from sanad.web.office.works.forms import StageForm, new_inspection
from sanad.web.office.works.roles import CERTIFY
from sanad.web.shared.access import open_to
from sanad.web.shared.requests import StaffRequest


@dataclass(frozen=True, slots=True)
class Shown:
    """A milestone that the programme asks for; `inspection` is none until it is reached, the first such is next."""

    milestone: Milestone
    inspection: Inspection | None
    may_certify: bool


def repairs_of(request: StaffRequest, claim: Claim) -> list[Shown]:
    """In their order; none where the programme asks for no inspection."""
    known, is_next = inspections_of(claim), request.reach.holds(*CERTIFY) and claim.state != State.WITHDRAWN
    found = []
    for milestone in milestones_asked(claim):
        inspection = known.get(milestone)
        found.append(Shown(milestone, inspection, is_next and inspection is None))
        is_next = is_next and inspection is not None
    return found


@open_to(*CERTIFY)
def certify(request: StaffRequest, number: str, milestone: str) -> HttpResponse:
    claim = claim_within(request, number, *CERTIFY)
    if milestone not in (Milestone.HALF, Milestone.FINAL):
        raise Http404(milestone)
    if request.method != "POST":
        start = {**new_inspection(), "inspected_on": localdate()}
        return _page(request, claim, Milestone(milestone), StageForm(initial=start))
    form = StageForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, claim, Milestone(milestone), form)
    return _certified(request, claim, Milestone(milestone), form)


def _certified(request: StaffRequest, claim: Claim, milestone: Milestone, form: StageForm) -> HttpResponse:
    words = gettext("The inspection is kept. The next part of the family's award is unlocked by it.")
    seen = seen_in(form)
    try:
        act = partial(certify_repair, claim=claim, milestone=milestone, seen=seen, at=now(), by=request.user)
        done(request, act, words)
    except AlreadyInspected as before:
        told = gettext("{who} inspected this before. It stands as shown on the claim.")
        form.add_error(None, told.format(who=before.inspection.recorded_by.name))
        return _page(request, claim, milestone, form)
    except Refused as refused:
        tell(form, refused)
        return _page(request, claim, milestone, form)
    return redirect("claim", claim.number)


def _page(request: StaffRequest, claim: Claim, milestone: Milestone, form: StageForm) -> HttpResponse:
    told = {"claim": claim, "milestone": milestone, "form": form}
    return render(request, "office/works/repair.html", told)
