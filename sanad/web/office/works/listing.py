"""Works: what stands still, late ones first, and the orders that are open."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from sanad.casework.works.models import Order, State
from sanad.casework.works.selectors import halted_orders
from sanad.funds.models import Fund
from sanad.rulebook.models import Programme
from sanad.staff.scopes import Reach
from sanad.web.office.claims.programmes import programmes_within
from sanad.web.office.funds.roles import funds_within
from sanad.web.office.works.roles import HALT_MONEY, READ, halts_within, orders_within
from sanad.web.office.works.shown import order_tag, shown_halt
from sanad.web.shared.access import open_to
from sanad.web.shared.formats import language
from sanad.web.shared.requests import StaffRequest

A_PAGE = 25
OPEN = (State.PREPARED, State.ORDERED)


@open_to(*READ)
def works(request: StaffRequest) -> HttpResponse:
    today = localdate()
    halts = halts_within(request.reach, *READ).filter(ended_at=None).order_by("review_on", "pk")
    found = orders_within(request.reach, *READ).order_by("-pk")
    shows_all = request.GET.get("all") == "1"
    page = Paginator(found if shows_all else found.filter(state__in=OPEN), A_PAGE).get_page(request.GET.get("page"))
    told = {
        "halts": [shown_halt(one, today) for one in halts],
        "page": page,
        "rows": _rows(list(page.object_list)),
        "shows_all": shows_all,
        "programmes": _programmes(request.reach),
        "funds": [(one.code, one.names[language()]) for one in _funds(request.reach)],
    }
    return render(request, "office/works/list.html", told)


def _rows(orders: list[Order]) -> list[tuple[Order, object]]:
    halted = halted_orders(orders)
    return [(one, order_tag(one, is_halted=one.pk in halted)) for one in orders]


def _programmes(reach: Reach) -> list[tuple[str, str]]:
    """Those whose lines the person may halt."""
    whole = [one for one in programmes_within(reach, *HALT_MONEY) if _is_whole(reach, one)]
    return [(one.key, one.title[language()]) for one in whole]


def _is_whole(reach: Reach, programme: Programme) -> bool:
    return reach.may(HALT_MONEY, programme.key, ())


def _funds(reach: Reach) -> list[Fund]:
    return funds_within(reach, *HALT_MONEY)
