"""The first page of the desk: pages that are held, questions, and the form by which a page comes in."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from sanad.record.selectors.held import Counts, counts_of, held_pages
from sanad.record.selectors.said import questions_told
from sanad.web.desk.forms import PageForm
from sanad.web.desk.roles import KEEP, READ
from sanad.web.shared.access import open_to
from sanad.web.shared.requests import StaffRequest

A_PAGE, FIRST = 20, 5


@open_to(*READ)
def desk(request: StaffRequest) -> HttpResponse:
    page = Paginator(held_pages(), A_PAGE).get_page(request.GET.get("page"))
    counts = counts_of(layer.pk for layer in page)
    told = {
        "section": "pages",
        "page": page,
        "rows": [(layer, list(layer.capture.works.all()), counts.get(layer.pk, Counts())) for layer in page],
        "questions": questions_told()[:FIRST],
        "form": PageForm() if request.reach.holds(*KEEP) else None,
    }
    return render(request, "desk/list.html", told)
