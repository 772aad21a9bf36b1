"""The list of claims, and finding one by number, name, telephone or home."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render

from sanad.casework.claims.models import State
from sanad.casework.claims.selectors import claims_within, search
from sanad.rulebook.models import Programme
from sanad.web.office.claims.programmes import programmes_within
from sanad.web.office.claims.roles import READ, TAKE_IN
from sanad.web.office.claims.rows import rows_of
from sanad.web.shared.access import open_to
from sanad.web.shared.formats import language
from sanad.web.shared.requests import StaffRequest

A_PAGE = 25


@open_to(*READ)
def claims(request: StaffRequest) -> HttpResponse:
    """A search that finds one claim opens it."""
    typed, state = request.GET.get("q", "").strip(), request.GET.get("state", "")
    found = claims_within(request.reach, *READ)
    if typed:
        found = found.filter(pk__in=search(request.reach, typed).values("pk"))
    if state in State.values:
        found = found.filter(state=state)
    around = ("programme", "household", "dwelling__building__place")
    page = Paginator(found.select_related(*around).order_by("-id"), A_PAGE).get_page(request.GET.get("page"))
    if typed and not state and page.paginator.count == 1:
        return redirect("claim", page.object_list[0].number)
    return render(
        request,
        "office/claims/list.html",
        {
            "typed": typed,
            "state": state,
            "states": State.choices,
            "page": page,
            "rows": rows_of(list(page.object_list), language()),
            "programmes": _open_here(request),
        },
    )


def _open_here(request: StaffRequest) -> list[Programme]:
    return programmes_within(request.reach, *TAKE_IN)
