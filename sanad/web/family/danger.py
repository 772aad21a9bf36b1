"""A family says that its building is dangerous: the clock of the safety officer starts at once."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods

from sanad.casework.claims.models import Claim
from sanad.casework.safety.models import DangerReport, Reporter
from sanad.casework.safety.refusals import ReportRefused
from sanad.casework.safety.services import Danger, report_danger
from sanad.web.family.access import FamilyRequest, of_the_family
from sanad.web.family.forms import DangerForm
from sanad.web.family.sessions import note_sent
from sanad.web.shared.formats import language

KIND = "danger"


@of_the_family
@require_http_methods(["GET", "HEAD", "POST"])
def danger(request: FamilyRequest) -> HttpResponse:
    if request.method != "POST":
        return _page(request, DangerForm.new())
    form = DangerForm(request.POST)
    return _reported(request, form) if form.is_valid() else _page(request, form)


def _reported(request: FamilyRequest, form: DangerForm) -> HttpResponse:
    told = form.cleaned_data
    building = request.claim.dwelling.building
    try:
        kept = report_danger(
            danger=Danger(told["id"], building, told["words"], Reporter.RESIDENT, told["contact"]), at=now(), by=None
        )
    except ReportRefused as refused:
        for problem in refused.problems:
            form.add_error(problem.where, problem.says[language()])
        return _page(request, form)
    note_sent(request.visit, KIND, kept.reference)
    return redirect("family_sent")


def reported(claim: Claim, reference: str) -> DangerReport | None:
    """The report of this family's building."""
    return DangerReport.objects.filter(reference=reference, building=claim.dwelling.building).first()


def _page(request: FamilyRequest, form: DangerForm) -> HttpResponse:
    return render(request, "family/danger.html", {"form": form, "danger_phone": settings.DANGER_PHONE})
