"""Recording a visit to a home, changing its draft, confirming it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sanad.casework.assessments.models import Assessment, State
from sanad.casework.assessments.proposals import AssessmentRefused
from sanad.casework.assessments.services import (
    AssessmentHasMoved,
    change_draft,
    confirm_assessment,
    draft_assessment,
)
from sanad.casework.claims.models import Claim
from sanad.casework.claims.services import FactsRefused
from sanad.registry.selectors import Recused
from sanad.web.office.assessments.form import AssessmentForm, start_of
from sanad.web.office.assessments.roles import RECORD, assessment_within
from sanad.web.office.claims.roles import claim_within
from sanad.web.shared.access import open_to
from sanad.web.shared.formats import language
from sanad.web.shared.requests import StaffRequest


@open_to(*RECORD)
def new(request: StaffRequest, number: str) -> HttpResponse:
    claim = claim_within(request, number, *RECORD)
    if request.method != "POST":
        start = {"assessed_on": localdate()}
        return _page(request, claim, AssessmentForm(claim=claim, language=language(), initial=start))
    form = AssessmentForm(request.POST, claim=claim, language=language())
    return _drafted(request, claim, form) if form.is_valid() else _page(request, claim, form)


def _drafted(request: StaffRequest, claim: Claim, form: AssessmentForm) -> HttpResponse:
    try:
        drafted = draft_assessment(new=form.new_assessment(), at=now(), by=request.user)
    except Recused:
        return _recused(request, claim)
    except AssessmentRefused as refused:
        form.tell(refused.problems)
        return _page(request, claim, form)
    messages.success(request, _("The visit is kept as a draft. Add photos, then confirm it."))
    return redirect("assessment", drafted.reference)


@open_to(*RECORD)
def change(request: StaffRequest, reference: str) -> HttpResponse:
    """As it was read: whoever saves over somebody else's draft is told first."""
    assessment = assessment_within(request, reference, *RECORD)
    claim = assessment.claim
    if assessment.state != State.DRAFT:
        return redirect("assessment", reference)
    if request.method != "POST":
        form = AssessmentForm(claim=claim, language=language(), initial=start_of(assessment))
        return _page(request, claim, form, assessment)
    form = AssessmentForm(request.POST, claim=claim, language=language())
    if not form.is_valid():
        return _page(request, claim, form, assessment)
    version = request.POST.get("version", "")
    assessment.version = int(version) if version.isascii() and version.isdigit() else assessment.version
    return _changed(request, assessment, form)


def _changed(request: StaffRequest, assessment: Assessment, form: AssessmentForm) -> HttpResponse:
    try:
        change_draft(assessment=assessment, new=form.new_assessment(), at=now(), by=request.user)
    except Recused:
        return _recused(request, assessment.claim)
    except AssessmentRefused as refused:
        form.tell(refused.problems)
        return _page(request, assessment.claim, form, assessment)
    except AssessmentHasMoved as moved:
        form.add_error(None, _("Somebody else saved the draft meanwhile. Compare, and send yours again if it counts."))
        return _page(request, assessment.claim, form, moved.assessment)
    messages.success(request, _("The draft is kept."))
    return redirect("assessment", assessment.reference)


@open_to(*RECORD)
@require_POST
def confirm(request: StaffRequest, reference: str) -> HttpResponse:
    assessment = assessment_within(request, reference, *RECORD)
    try:
        confirm_assessment(assessment=assessment, at=now(), by=request.user)
        messages.success(request, _("The visit counts from now on, and its facts stand in the claim."))
    except Recused:
        return _recused(request, assessment.claim)
    except FactsRefused as refused:
        messages.warning(request, " ".join(problem.says[language()] for problem in refused.problems))
    except AssessmentHasMoved:
        messages.warning(request, _("The visit was changed or confirmed meanwhile. It stands as shown here."))
    return redirect("assessment", reference)


def _recused(request: StaffRequest, claim: Claim) -> HttpResponse:
    messages.warning(request, _("This home is for a colleague: it is your own, your family's, or in your building."))
    return redirect("claims")


def _page(
    request: StaffRequest, claim: Claim, form: AssessmentForm, assessment: Assessment | None = None
) -> HttpResponse:
    told = {"claim": claim, "form": form, "assessment": assessment}
    return render(request, "office/assessments/form.html", told)
