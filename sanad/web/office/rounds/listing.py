"""The rounds of the programmes that a person reaches, newest first."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from sanad.casework.awards.models import Round
from sanad.casework.rounds.selectors import OPEN
from sanad.rulebook.models import Programme
from sanad.staff.scopes import Reach
from sanad.web.office.rounds.roles import ASK, READ, reaches
from sanad.web.office.rounds.states import state_of
from sanad.web.shared.access import open_to
from sanad.web.shared.formats import language
from sanad.web.shared.requests import StaffRequest

ON_A_PAGE = 25


@open_to(*READ)
def rounds(request: StaffRequest) -> HttpResponse:
    programmes = programmes_of(request.reach, *READ)
    found = Round.objects.filter(programme__in=programmes).select_related("programme", "asked_by").order_by("-pk")
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    rows = [(one, state_of(one), one.programme.title[language()]) for one in page]
    return render(request, "office/rounds/list.html", {"page": page, "rows": rows, "may_ask": _may_ask(request)})


def programmes_of(reach: Reach, *roles: str) -> list[Programme]:
    return [one for one in Programme.objects.order_by("key") if reaches(reach, one.key, *roles)]  # type: ignore[arg-type]


def _may_ask(request: StaffRequest) -> list[tuple[str, str]]:
    """Programmes for which the person may ask for a round and none is open."""
    open_ones = set(Round.objects.filter(state__in=OPEN).values_list("programme", flat=True))
    found = programmes_of(request.reach, *ASK)
    return [(one.key, one.title[language()]) for one in found if one.pk not in open_ones]
