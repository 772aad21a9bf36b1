"""Two persons destroy the key of a page for good: the first asks with a reason, the second does it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from sanad.record.log import By
from sanad.record.models import Capture, Sealing
from sanad.record.refusals import RecordRefused
from sanad.record.selectors.taken_back import statements_shown
from sanad.record.services.reaching import would_reach
from sanad.record.services.retractions import ask_to_seal, seal
from sanad.web.desk.roles import KEEP
from sanad.web.desk.sayings import said_of
from sanad.web.desk.takedown_forms import SealForm
from sanad.web.shared.access import open_to, sensitive
from sanad.web.shared.requests import StaffRequest

FIRST = 50


@open_to(*KEEP)
@sensitive
@require_http_methods(["GET", "POST"])
def seal_page(request: StaffRequest, pk: int) -> HttpResponse:
    capture = get_object_or_404(Capture, pk=pk)
    asked = Sealing.objects.select_related("asked_by", "done_by", "capture__key").filter(capture=capture).first()
    form = None if asked else SealForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and (form is None or form.is_valid()):
        return _done(request, capture, asked, form)
    reached = would_reach(capture)
    told = {
        "section": "retractions",
        "capture": capture,
        "layer": capture.layers.order_by("-pk").first(),
        "sealing": asked,
        "is_second": bool(asked and asked.asked_by_id != request.user.pk),
        "form": form,
        "reached": len(reached),
        "statements": statements_shown(reached)[:FIRST],
    }
    return render(request, "desk/seal.html", told)


def _done(request: StaffRequest, capture: Capture, asked: Sealing | None, form: SealForm | None) -> HttpResponse:
    by = By(request.user, now())
    try:
        if asked:
            seal(asked, by)
            messages.success(request, gettext("The page is sealed: its key is destroyed, its hash and the log stay."))
        elif form:
            ask_to_seal(capture, form.cleaned_data["reason"], by)
            messages.info(request, gettext("You have asked for it. Another record keeper now seals the page."))
    except RecordRefused as refused:
        messages.error(request, said_of(refused))
    return redirect("desk_seal", capture.pk)
