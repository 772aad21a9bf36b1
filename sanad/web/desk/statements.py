"""A statement with all that is known of it: words, voices, place, chain, sums, and what was taken back."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from sanad.record.selectors.chains import chain_of
from sanad.record.selectors.provenance import has_bytes_for, provenance_of
from sanad.record.selectors.said import statements_told
from sanad.web.desk.roles import KEEP, READ
from sanad.web.desk.shown.chains import hops_of
from sanad.web.desk.shown.statements import people_of
from sanad.web.shared.access import open_to
from sanad.web.shared.requests import StaffRequest


@open_to(*READ)
def statement(request: StaffRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(statements_told(), pk=pk)
    provenance = provenance_of(found)
    told = {
        "section": "pages",
        "statement": found,
        "people": people_of(found),
        "may_edit": request.reach.holds(*KEEP),
        "provenance": provenance,
        "has_bytes": has_bytes_for(provenance, request.reach.roles),
        "hops": hops_of(chain_of(found.account)),
    }
    return render(request, "desk/statement.html", told)
