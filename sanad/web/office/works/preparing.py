"""An engineer prepares works on a building."""

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext

from sanad.casework.works.services import prepare_order
from sanad.evidence.refusals import Refused
from sanad.places.selectors import around
from sanad.registry.models import Building
from sanad.rulebook.models import Programme
from sanad.web.office.buildings.roles import building_within
from sanad.web.office.works.acting import done, tell
from sanad.web.office.works.forms import ROWS, OrderForm
from sanad.web.office.works.roles import PREPARE
from sanad.web.shared.access import open_to, within_reach
from sanad.web.shared.formats import language
from sanad.web.shared.requests import StaffRequest

MOST_ROWS = 20


@open_to(*PREPARE)
def prepare(request: StaffRequest, reference: str, key: str) -> HttpResponse:
    building, programme = building_within(request, reference, *PREPARE), _programme(key)
    within_reach(request, programme.key, around(building.place), *PREPARE)
    if request.method != "POST":
        start = {"id": uuid.uuid4(), "kind": "structural"}
        return _page(request, building, OrderForm(programme, _rows(request), initial=start))
    form = OrderForm(programme, _rows(request), data=request.POST)
    return _prepared(request, building, form) if form.is_valid() else _page(request, building, form)


def _programme(key: str) -> Programme:
    found = Programme.objects.filter(key=key).first()
    if found is None:
        raise Http404(key)
    return found


def _rows(request: StaffRequest) -> int:
    asked = request.GET.get("stages", "")
    return min(max(int(asked), 1), MOST_ROWS) if asked.isascii() and asked.isdigit() and len(asked) < 3 else ROWS


def _prepared(request: StaffRequest, building: Building, form: OrderForm) -> HttpResponse:
    new, words = form.proposed(building), gettext("The works are prepared. Another person approves them.")
    try:
        done(request, lambda: prepare_order(new=new, at=now(), by=request.user), words)
    except Refused as refused:
        tell(form, refused, form.where)
        return _page(request, building, form)
    return redirect("building", building.reference)


def _page(request: StaffRequest, building: Building, form: OrderForm) -> HttpResponse:
    told = {"building": building, "form": form, "programme": form.programme.title[language()], "has_money": form.parts}
    return render(request, "office/works/new.html", told | {"more": MOST_ROWS if form.rows < MOST_ROWS else 0})
