"""One order of works: its stages, its money, what happened, whom the notices reached, and what the reader may do."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate, now

from sanad.casework.payments.selectors import account_of_organisation
from sanad.casework.works.models import Kind, Order, State
from sanad.casework.works.selectors import AROUND, halts_stopping, reached, why_not_finish
from sanad.places.selectors import around, names_of
from sanad.staff.scopes import Reach
from sanad.web.office.buildings.roles import READ as READ_BUILDINGS
from sanad.web.office.thread import Happened, newest_first
from sanad.web.office.works.forms import ApproveForm, ReasonForm
from sanad.web.office.works.roles import CERTIFY, DECIDE, HALT_WORKS, NAME_ACCOUNT, READ, order_within
from sanad.web.office.works.shown import TOLD, WHY_NOT, order_tag, shown_halt, shown_stages
from sanad.web.office.works.thread import happened_in, happened_to
from sanad.web.shared.access import open_to
from sanad.web.shared.formats import language
from sanad.web.shared.requests import StaffRequest


@open_to(*READ)
def show(request: StaffRequest, reference: str) -> HttpResponse:
    return page_of(request, order_within(request, reference, *READ))


def page_of(
    request: StaffRequest, order: Order, approve: ApproveForm | None = None, send_back: ReasonForm | None = None
) -> HttpResponse:
    """The page, with the forms as they were sent where something is wrong with them."""
    halts, codes = list(halts_stopping(order)), _why_not(order)
    stands_still = bool(halts or codes)
    told: dict[str, Any] = {
        "order": order,
        "place": names_of([order.building.place], language())[order.building.place.code],
        "fund": order.part.fund.names[language()],
        "programme": order.programme.title[language()],
        "tag": order_tag(order, is_halted=stands_still),
        "stages": shown_stages(order, is_halted=stands_still),
        "halts": [shown_halt(one, localdate()) for one in halts],
        "why_not": [WHY_NOT[code] for code in codes],
        "happened": newest_first(_entries(order)),
        "reached": [(TOLD[one.kind], one) for one in reached(f"works:{order.reference}", *_abouts(order))],
        "approve_form": approve or ApproveForm(currency=order.currency),
        "send_back_form": send_back or ReasonForm(),
        **_account(order),
    }
    return render(request, "office/works/order.html", told | _acts(request.reach, order, stands_still))


def _account(order: Order) -> dict[str, bool]:
    standing, waiting = account_of_organisation(order.contractor.name)
    return {"has_account": standing is not None, "account_waits": waiting is not None}


def _why_not(order: Order) -> list[str]:
    if order.kind != Kind.FINISHING or order.state not in (State.PREPARED, State.ORDERED):
        return []
    return why_not_finish(order.building, now())


def _entries(order: Order) -> Iterator[Happened]:
    yield from happened_to(order)
    for halt in order.halts.select_related(*AROUND).prefetch_related("moved__by", "escalations__to"):
        yield from happened_in(halt)


def _abouts(order: Order) -> list[str]:
    return [halt.about for halt in order.halts.all()]


def _acts(reach: Reach, order: Order, stands_still: bool) -> dict[str, Any]:
    """What the person may do now, and why not."""
    here, key = around(order.building.place), order.programme.key
    may_decide = reach.may(DECIDE, key, here)
    mine = order.prepared_by_id == reach.user.pk
    is_prepared, is_ordered = order.state == State.PREPARED, order.state == State.ORDERED
    return {
        "may_decide": may_decide and is_prepared and not mine,
        "prepared_by_you": may_decide and is_prepared and mine,
        "may_certify": reach.may(CERTIFY, key, here) and is_ordered and not stands_still,
        "may_halt": reach.may(HALT_WORKS, key, here) and is_ordered,
        "may_close": may_decide and is_ordered,
        "may_name_account": reach.may(NAME_ACCOUNT, key, here),
        "may_see_building": reach.holds(*READ_BUILDINGS),
    }
