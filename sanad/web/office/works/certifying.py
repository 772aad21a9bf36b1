"""An engineer certifies a stage by an inspection, and anybody who reads works sees its photo."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext

from sanad.casework.assessments.inspecting import Seen
from sanad.casework.works.models import Order, Stage
from sanad.casework.works.services import certify_stage
from sanad.evidence.refusals import Refused
from sanad.evidence.selectors import content_of
from sanad.web.office.claims.files import TYPES
from sanad.web.office.works.acting import done, tell
from sanad.web.office.works.forms import StageForm, new_inspection
from sanad.web.office.works.roles import CERTIFY, READ, order_within
from sanad.web.shared.access import open_to
from sanad.web.shared.requests import StaffRequest
from sanad.web.shared.served import served


@open_to(*CERTIFY)
def certify(request: StaffRequest, reference: str, number: int) -> HttpResponse:
    order = order_within(request, reference, *CERTIFY)
    stage = _stage(order, number)
    if request.method != "POST":
        return _page(request, stage, StageForm(initial={**new_inspection(), "inspected_on": localdate()}))
    form = StageForm(request.POST, request.FILES)
    return _certified(request, stage, form) if form.is_valid() else _page(request, stage, form)


def _certified(request: StaffRequest, stage: Stage, form: StageForm) -> HttpResponse:
    words = gettext("The stage is certified, and the families are told.")
    try:
        done(request, lambda: certify_stage(stage=stage, seen=seen_in(form), at=now(), by=request.user), words)
    except Refused as refused:
        tell(form, refused)
        return _page(request, stage, form)
    return redirect("works_order", stage.order.reference)


def seen_in(form: StageForm) -> Seen:
    told = form.cleaned_data
    return Seen(told["id"], told["inspected_on"], told["photo"].file, told["photo_id"])


@open_to(*READ)
def photo(request: StaffRequest, reference: str, number: int) -> HttpResponse:
    stage = _stage(order_within(request, reference, *READ), number)
    if stage.inspection is None:
        raise Http404(reference)
    file = stage.inspection.photo
    return served(content_of(file), TYPES[file.kind], f"{reference}-{number}")


def _stage(order: Order, number: int) -> Stage:
    """Raises Http404."""
    around = ("order__building__place", "order__programme", "inspection__photo__key")
    found = Stage.objects.select_related(*around).filter(order=order, number=number).first()
    if found is None:
        raise Http404(number)
    return found


def _page(request: StaffRequest, stage: Stage, form: StageForm) -> HttpResponse:
    told = {"stage": stage, "order": stage.order, "form": form}
    return render(request, "office/works/certify.html", told)
