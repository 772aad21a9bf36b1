"""A page comes in: pasted, or as a file that a reader knows. The same page again is told, and opened as it is."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods

from sanad.record.log import By
from sanad.record.refusals import RecordRefused
from sanad.record.services.incoming import HeldPage, Incoming, hold_file
from sanad.web.desk.forms import PageForm
from sanad.web.desk.roles import KEEP
from sanad.web.desk.sayings import noticed, said_of, said_of_reading
from sanad.web.shared.access import open_to
from sanad.web.shared.requests import StaffRequest

MOST_TOLD = 5


@open_to(*KEEP)
@require_http_methods(["GET", "POST"])
def add_page(request: StaffRequest) -> HttpResponse:
    form = PageForm(request.POST, request.FILES) if request.method == "POST" else PageForm()
    if not form.is_bound or not form.is_valid():
        return _form(request, form)
    try:
        found = hold_file(*form.file_brought(), form.asked(), By(request.user, now()))
    except RecordRefused as refused:
        form.add_error(form.place, said_of(refused))
        return _form(request, form)
    for refusal in found.refused[:MOST_TOLD]:
        messages.warning(request, said_of_reading(refusal))
    return _one(request, found.held[0]) if len(found.held) == 1 else _many(request, found)


def _one(request: StaffRequest, page: HeldPage) -> HttpResponse:
    if page.is_new:
        messages.success(request, gettext("The page is held. The rules have read it; their proposals wait for you."))
    else:
        messages.info(request, gettext("This page is held already, and nothing was doubled. Here it is."))
    for notice in page.notices:
        messages.warning(request, noticed(notice))
    return redirect("desk_page", page.layer.pk)


def _many(request: StaffRequest, found: Incoming) -> HttpResponse:
    """Of an archive: how many are held, how many of them anew, and how many could not be read."""
    new = sum(page.is_new for page in found.held)
    held, refused = len(found.held), len(found.refused)
    messages.success(
        request,
        ngettext("%(held)s page of the archive is held.", "%(held)s pages of the archive are held.", held)
        % {"held": held},
    )
    messages.info(
        request,
        gettext("New among them: %(new)s. Not read: %(refused)s. Records that are no page: %(others)s.")
        % {"new": new, "refused": refused, "others": found.left_out},
    )
    return redirect("desk")


def _form(request: StaffRequest, form: PageForm) -> HttpResponse:
    return render(request, "desk/new.html", {"section": "pages", "form": form})
