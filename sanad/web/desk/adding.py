"""A page comes in: pasted, or as a text file. The same page again is told, and opened as it is."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from sanad.record.log import By
from sanad.record.refusals import RecordRefused
from sanad.record.services.plain_pages import hold_plain_page
from sanad.web.desk.forms import PageForm
from sanad.web.desk.roles import KEEP
from sanad.web.desk.sayings import said_of
from sanad.web.shared.access import open_to
from sanad.web.shared.requests import StaffRequest


@open_to(*KEEP)
@require_http_methods(["GET", "POST"])
def add_page(request: StaffRequest) -> HttpResponse:
    form = PageForm(request.POST, request.FILES) if request.method == "POST" else PageForm()
    if not form.is_bound or not form.is_valid():
        return _form(request, form)
    try:
        layer, is_new = hold_plain_page(form.page(), By(request.user, now()))
    except RecordRefused as refused:
        form.add_error(form.place, said_of(refused))
        return _form(request, form)
    if is_new:
        messages.success(request, gettext("The page is held. The rules have read it; their proposals wait for you."))
    else:
        messages.info(request, gettext("This page is held already, and nothing was doubled. Here it is."))
    return redirect("desk_page", layer.pk)


def _form(request: StaffRequest, form: PageForm) -> HttpResponse:
    return render(request, "desk/new.html", {"section": "pages", "form": form})
