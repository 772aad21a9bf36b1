"""A promise is written down by hand, or set right by another row that revises it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from sanad.engine.money import Money, grouped
from sanad.record.log import By
from sanad.record.models import Commitment, Statement
from sanad.record.refusals import RecordRefused
from sanad.record.selectors.finding import article_around
from sanad.record.selectors.promised import commitments_told
from sanad.record.selectors.said import statements_told
from sanad.record.services.promises_written import correct_promise, write_promise
from sanad.web.desk.promise_form import PromiseForm
from sanad.web.desk.roles import KEEP
from sanad.web.desk.sayings import said_of
from sanad.web.shared.access import open_to
from sanad.web.shared.requests import StaffRequest

AS_IT_STANDS = (
    *("text", "act", "strength", "made_when", "due_text", "due_kind", "due", "due_basis"),
    *("condition", "currency", "bound"),
)


@open_to(*KEEP)
@require_http_methods(["GET", "POST"])
def write_down(request: StaffRequest, pk: int) -> HttpResponse:
    """What is promised in the words of this statement; no rule has to have proposed it."""
    found = get_object_or_404(statements_told(), pk=pk)
    begins = {"made_by": found.speaker.label} if found.speaker else {}
    return _asked(request, found, None, begins)


@open_to(*KEEP)
@require_http_methods(["GET", "POST"])
def correct(request: StaffRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(commitments_told(), pk=pk)
    return _asked(request, found.evidence, found, _standing(found))


def _asked(
    request: StaffRequest, statement: Statement, promise: Commitment | None, begins: dict[str, Any]
) -> HttpResponse:
    content = statement.content
    article = article_around(content.layer, content.start, content.end)
    form = PromiseForm(article, begins, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        by, written = By(request.user, now()), form.written()
        try:
            made = correct_promise(promise, written, by) if promise else write_promise(statement, written, by)
        except RecordRefused as refused:
            form.add_error(None, said_of(refused))
        else:
            messages.success(request, _told(promise))
            return redirect("desk_commitment", made.pk)
    told = {"section": "commitments", "statement": statement, "promise": promise, "form": form}
    return render(request, "desk/promise.html", told)


def _told(promise: Commitment | None) -> str:
    if promise:
        return gettext("It is corrected by this one. The one before stays as it was.")
    return gettext("The promise stands in the record.")


def _standing(promise: Commitment) -> dict[str, Any]:
    return {
        **{name: getattr(promise, name) for name in AS_IT_STANDS if getattr(promise, name)},
        "made_by": promise.made_by.label if promise.made_by else "",
        "made_to": promise.made_to.label if promise.made_to else "",
        "amount": "" if promise.amount is None else grouped(Money(promise.amount, promise.currency).major),
    }
