"""A family writes down what it was told, with its name or without, and may take it back."""

from django.core.exceptions import BadRequest
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_http_methods, require_POST

from sanad.casework.claims.models import Claim
from sanad.web.family.access import FamilyRequest, of_the_family
from sanad.web.family.lodging_form import LodgeForm
from sanad.web.family.sessions import note_sent
from sanad.web.shared.formats import language
from sanad.witnesses.models import Lodged, Withdrawal
from sanad.witnesses.refusals import AlreadyWithdrawn, LodgingRefused, OtherLodged, RecordHoldsIt
from sanad.witnesses.selectors import lodged_of
from sanad.witnesses.services.lodging import lodge
from sanad.witnesses.services.withdrawing import ask_to_take_back, take_back

KIND, BACK = "told", "told_back"


@of_the_family
@require_http_methods(["GET", "HEAD", "POST"])
def told(request: FamilyRequest) -> HttpResponse:
    if request.method != "POST":
        return _page(request, LodgeForm.of(localdate()))
    form = LodgeForm(localdate().year, request.POST)
    return _lodged(request, form) if form.is_valid() else _page(request, form)


def _lodged(request: FamilyRequest, form: LodgeForm) -> HttpResponse:
    """What is noted for the page after it names nothing: a number there would lead from the claim to the witness."""
    try:
        lodge(
            id=form.cleaned_data["id"],
            claim=request.claim,
            told=form.told(),
            with_name=form.is_named(),
            agrees_to=form.agreed(),
            at=now(),
        )
    except LodgingRefused as refused:
        for problem in refused.problems:
            form.add_error(problem.where, problem.says[language()])
        return _page(request, form)
    except OtherLodged as error:
        raise BadRequest("the id of another form") from error
    note_sent(request.visit, KIND, "")
    return redirect("family_sent")


@require_POST
@of_the_family
def back(request: FamilyRequest) -> HttpResponse:
    """Taken back at once while it is nowhere else; else a record keeper does it, in whose name the record speaks."""
    found = lodged_of(request.claim).filter(reference=request.POST.get("lodged", "")).first()
    if found is None:
        raise Http404("nothing that this family lodged")
    note_sent(request.visit, BACK, "" if _taken_back(found).done_at else "asked")
    return redirect("family_sent")


def _taken_back(found: Lodged) -> Withdrawal:
    try:
        return take_back(lodged=found, at=now())
    except RecordHoldsIt:
        return ask_to_take_back(lodged=found, at=now())
    except AlreadyWithdrawn:
        return Withdrawal.objects.get(identity=found.identity)


def last_lodged(claim: Claim, _nothing: str) -> Lodged | None:
    return lodged_of(claim).first()


def taken_back(_claim: Claim, asked: str) -> str:
    """`asked` where a record keeper still has to do it."""
    return asked or "done"


def _page(request: FamilyRequest, form: LodgeForm) -> HttpResponse:
    return render(request, "family/told.html", {"form": form, "lodged": lodged_of(request.claim)})
