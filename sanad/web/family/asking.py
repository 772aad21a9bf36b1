"""A family asks or objects: it gets a number at once, the day by which a person answers, and the figures."""

import uuid
from dataclasses import dataclass

from django.core.exceptions import BadRequest
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods

from sanad.casework.answers.selectors.questions import questions_told
from sanad.casework.answers.told import QuestionTold
from sanad.casework.claims.models import Claim
from sanad.casework.inquiries.models import Inquiry, Kind
from sanad.casework.inquiries.selectors import inquiries_of
from sanad.casework.inquiries.services import NewFile, OtherQuestion, QuestionRefused, ask
from sanad.evidence.refusals import FileRefused
from sanad.web.family.access import FamilyRequest, of_the_family
from sanad.web.family.forms import AskForm
from sanad.web.family.sessions import note_sent
from sanad.web.shared.formats import language

KIND = "asked"


@of_the_family
@require_http_methods(["GET", "HEAD", "POST"])
def asking(request: FamilyRequest) -> HttpResponse:
    if request.method != "POST":
        return _page(request, AskForm.new())
    form = AskForm(request.POST, request.FILES)
    return _asked(request, form) if form.is_valid() else _page(request, form)


def _asked(request: FamilyRequest, form: AskForm) -> HttpResponse:
    told = form.cleaned_data
    try:
        inquiry = ask(
            id=told["id"],
            claim=request.claim,
            kind=Kind(told["kind"]),
            words=told["words"],
            at=now(),
            file=_file(form),
        )
    except QuestionRefused as refused:
        form.add_error("words", refused.says[language()])
        return _page(request, form)
    except FileRefused as refused:
        form.add_error("file", refused.says[language()])
        return _page(request, form)
    except OtherQuestion as error:
        raise BadRequest("the id of another form") from error
    note_sent(request.visit, KIND, inquiry.number)
    return redirect("family_sent")


def _file(form: AskForm) -> NewFile | None:
    """Its id follows from that of the form, so that a form sent again brings no second file."""
    given = form.cleaned_data["file"]
    return NewFile(uuid.uuid5(form.cleaned_data["id"], "file"), given.file, given.name) if given else None


@dataclass(frozen=True, slots=True)
class Asked:
    """`told` is what the books answered at once; None for what is told in confidence."""

    inquiry: Inquiry
    told: QuestionTold | None
    currency: str


def asked(claim: Claim, number: str) -> Asked | None:
    """What this family asked under this number."""
    inquiry = inquiries_of(claim).filter(number=number).first()
    if inquiry is None:
        return None
    told = questions_told([claim.pk]).get(claim.pk, ())
    return Asked(inquiry, next((one for one in told if one.number == number), None), claim.programme.currency)


def _page(request: FamilyRequest, form: AskForm) -> HttpResponse:
    return render(request, "family/asking.html", {"ask": form, "form": form})
