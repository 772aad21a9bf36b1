"""Sums that somebody states in public, each beside what the ledger shows; a sum is a claim and never a promise."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from sanad.outcomes.column import about_of, ledger_of_sums
from sanad.outcomes.models import Link
from sanad.record.models import Figure
from sanad.web.office.outcomes.page import SHOWN, note_of
from sanad.web.office.outcomes.roles import LINK, READ
from sanad.web.shared.access import open_to
from sanad.web.shared.requests import StaffRequest

A_PAGE = 25
AROUND = ("statement__content__layer", "statement__speaker", "statement__account__work", "span")


@open_to(*READ)
def sums(request: StaffRequest) -> HttpResponse:
    """Those of statements that nobody corrected, the newest first."""
    found = Figure.objects.filter(statement__revised_by=None).select_related(*AROUND).order_by("-pk")
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    said = ledger_of_sums([one.pk for one in page.object_list])
    rows = [(one, next(iter(said.get(one.pk, ())), None)) for one in page.object_list]
    return render(request, "office/outcomes/sums.html", {"page": page, "rows": rows})


@open_to(*READ)
def sum_said(request: StaffRequest, pk: int) -> HttpResponse:
    one = get_object_or_404(Figure.objects.select_related(*AROUND, "payer", "payee"), pk=pk)
    links = Link.objects.filter(figure=one, ended_at=None).order_by("pk")
    named = links.select_related("programme", "claim_set", "fund", "building", "halt", "agreement__donor")
    checks = list(ledger_of_sums([pk]).get(pk, ()))
    told = {
        "figure": one,
        "links": [(link, about_of(link), note_of(link)) for link in named],
        "latest": checks[: len(links)],
        "earlier": checks[len(links) : SHOWN],
        "may_link": request.reach.holds(*LINK),
    }
    return render(request, "office/outcomes/sum.html", told)
