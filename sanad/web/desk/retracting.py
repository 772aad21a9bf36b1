"""Taking something back: before it, what it will reach; after it, what it reached. Nothing is deleted."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from sanad.record.kinds import Why
from sanad.record.log import By
from sanad.record.selectors.taken_back import retractions_told, statements_shown
from sanad.record.services.reaching import would_reach
from sanad.record.services.retractions import retract
from sanad.web.desk.roles import KEEP, READ
from sanad.web.desk.takedown_forms import RetractForm
from sanad.web.desk.targets import about, target_of
from sanad.web.shared.access import open_to
from sanad.web.shared.requests import StaffRequest

RETRACTED = ("capture", "work", "account", "statement", "commitment")
A_PAGE, FIRST = 25, 50


@open_to(*READ)
def retractions(request: StaffRequest) -> HttpResponse:
    page = Paginator(retractions_told(), A_PAGE).get_page(request.GET.get("page"))
    told = {"section": "retractions", "page": page, "rows": [(one, target_of(one)) for one in page]}
    return render(request, "desk/retractions.html", told)


@open_to(*READ)
def retraction(request: StaffRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(retractions_told(), pk=pk)
    page = Paginator(statements_shown(found.reached.values_list("statement", flat=True)), A_PAGE)
    told = {
        "section": "retractions",
        "retraction": found,
        "about": target_of(found),
        "page": page.get_page(request.GET.get("page")),
    }
    return render(request, "desk/retraction.html", told)


@open_to(*KEEP)
@require_http_methods(["GET", "POST"])
def retract_it(request: StaffRequest, kind: str, pk: int) -> HttpResponse:
    target = about(kind, pk, RETRACTED)
    form = RetractForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        told = form.cleaned_data
        made = retract(target.row, Why(told["kind"]), told["reason"], By(request.user, now()))  # type: ignore[arg-type]
        messages.success(
            request, gettext("It is taken back. It stays where it is, marked, and so does all that it reached.")
        )
        return redirect("desk_retraction", made.pk)
    reached = would_reach(target.row)
    shown = {"section": "retractions", "about": target, "form": form, "reached": len(reached)}
    return render(request, "desk/retract.html", {**shown, "statements": statements_shown(reached)[:FIRST]})
