"""The list of buildings, and finding one by its name or reference."""

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import redirect, render

from sanad.casework.claims.models import State
from sanad.places.selectors import names_of
from sanad.registry.finding import buildings_within
from sanad.registry.texts import plain_name
from sanad.web.office.buildings.marks import marks_of
from sanad.web.office.buildings.roles import READ
from sanad.web.shared.access import open_to
from sanad.web.shared.formats import language
from sanad.web.shared.requests import StaffRequest

A_PAGE = 25


@open_to(*READ)
def buildings(request: StaffRequest) -> HttpResponse:
    """A search that finds one building opens it."""
    typed = plain_name(request.GET.get("q", ""))[:64]
    found = buildings_within(request.reach.within(*READ))
    if typed:
        found = found.filter(Q(label__iexact=typed) | Q(reference__iexact=typed))
    claims = Count("dwellings__claims", filter=~Q(dwellings__claims__state=State.WITHDRAWN), distinct=True)
    page = Paginator(found.annotate(claims=claims), A_PAGE).get_page(request.GET.get("page"))
    shown = list(page.object_list)
    if typed and len(shown) == 1:
        return redirect("building", shown[0].reference)
    places, marks = names_of({one.place for one in shown}, language()), marks_of(shown)
    rows = [(one, places[one.place.code], marks[one.pk]) for one in shown]
    return render(request, "office/buildings/list.html", {"typed": typed, "page": page, "rows": rows})
