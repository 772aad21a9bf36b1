"""The board of what was promised: what people say came of it and what the ledger shows, never merged."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from sanad.record.kinds import Came
from sanad.record.ledger_column import has_ledger, ledger_of
from sanad.record.log import By
from sanad.record.models import Commitment
from sanad.record.refusals import RecordRefused
from sanad.record.selectors.chains import chain_of
from sanad.record.selectors.promised import (
    Wanted,
    commitments_on_board,
    commitments_told,
    grounds_of,
    last_said,
    outcomes_of,
)
from sanad.record.services.commitments import add_outcome
from sanad.web.desk.outcome_form import OutcomeForm
from sanad.web.desk.roles import KEEP, READ
from sanad.web.desk.sayings import said_of
from sanad.web.desk.shown.chains import hops_of
from sanad.web.desk.shown.promises import Promised, promised
from sanad.web.shared.access import open_to
from sanad.web.shared.requests import StaffRequest

A_PAGE = 25
ASKED = ("passed", "unanswered")


@open_to(*READ)
def commitments(request: StaffRequest) -> HttpResponse:
    today = localdate()
    asked = {name: name in request.GET.getlist("only") for name in ASKED}
    found = commitments_on_board(Wanted(asked["passed"], asked["unanswered"]), today)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    shown = [one.pk for one in page]
    said, ledger = last_said(shown), ledger_of(shown)
    told = {
        "section": "commitments",
        "page": page,
        "asked": asked,
        "rows": [promised(one, said.get(one.pk), ledger.get(one.pk, ()), today) for one in page],
        "has_ledger": has_ledger(),
    }
    return render(request, "desk/commitments.html", told)


@open_to(*READ)
def commitment(request: StaffRequest, pk: int) -> HttpResponse:
    return _page(request, get_object_or_404(commitments_told(), pk=pk), None)


@open_to(*KEEP)
@require_POST
def add_said(request: StaffRequest, pk: int) -> HttpResponse:
    """What a statement or a document says came of it; earlier outcomes stay."""
    found = get_object_or_404(commitments_told(), pk=pk)
    form = OutcomeForm(request.POST)
    if not form.is_valid():
        return _page(request, found, form)
    told = form.cleaned_data
    by = By(request.user, now())
    try:
        add_outcome(found, Came(told["value"]), form.rests_on, by, as_of=told["as_of"], note=told["note"])
    except RecordRefused as refused:
        form.add_error(None, said_of(refused))
        return _page(request, found, form)
    messages.success(request, gettext("It stands in the column of what people say. Earlier ones stay."))
    return redirect(f"{reverse('desk_commitment', args=[found.pk])}#said")


def _page(request: StaffRequest, found: Commitment, form: OutcomeForm | None) -> HttpResponse:
    checks = ledger_of([found.pk]).get(found.pk, ())
    outcomes = outcomes_of(found)
    was_revised = hasattr(found, "revised_by")
    row: Promised = promised(found, None, checks, localdate())
    told = {
        "section": "commitments",
        "commitment": found,
        "row": row,
        "grounds": grounds_of(found),
        "hops": hops_of(chain_of(found.evidence.account)),
        "outcomes": outcomes,
        "checks": checks,
        "has_ledger": has_ledger(),
        "form": form or (OutcomeForm() if request.reach.holds(*KEEP) and not was_revised else None),
    }
    return render(request, "desk/commitment.html", told)
