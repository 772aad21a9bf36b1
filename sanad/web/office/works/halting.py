"""Halting: the works on a building, one order, a programme or a line of it, a fund."""

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext

from sanad.casework.claims.declared import declared_of
from sanad.casework.works.models import Halt
from sanad.casework.works.proposals import Of
from sanad.casework.works.services import halt
from sanad.evidence.refusals import Refused
from sanad.rulebook.models import Programme
from sanad.web.office.buildings.roles import building_within
from sanad.web.office.claims.programmes import pen_of
from sanad.web.office.funds.roles import fund_within
from sanad.web.office.works.acting import done, tell
from sanad.web.office.works.halt_form import HaltForm, LineHaltForm
from sanad.web.office.works.roles import HALT_MONEY, HALT_WORKS, order_within
from sanad.web.shared.access import open_to, within_reach
from sanad.web.shared.formats import language
from sanad.web.shared.requests import StaffRequest


@open_to(*HALT_WORKS)
def of_building(request: StaffRequest, reference: str) -> HttpResponse:
    building = building_within(request, reference, *HALT_WORKS)
    order = building.orders.select_related("part__fund").order_by("-pk").first()
    form = _form(request, order.currency if order else "USD")
    title = gettext("Halt all works on building {building}").format(building=building.label)
    return _answer(request, form, Of(building=building), title)


@open_to(*HALT_WORKS)
def of_order(request: StaffRequest, reference: str) -> HttpResponse:
    order = order_within(request, reference, *HALT_WORKS)
    title = gettext("Halt the works {order}").format(order=order.reference)
    return _answer(request, _form(request, order.currency), Of(order=order), title)


@open_to(*HALT_MONEY)
def of_fund(request: StaffRequest, code: str) -> HttpResponse:
    fund = fund_within(request, code, *HALT_MONEY)
    title = gettext("Halt the payments of {fund}").format(fund=fund.names[language()])
    return _answer(request, _form(request, fund.currency), Of(fund=fund), title)


@open_to(*HALT_MONEY)
def of_programme(request: StaffRequest, key: str) -> HttpResponse:
    programme = Programme.objects.filter(key=key).first()
    if programme is None:
        raise Http404(key)
    within_reach(request, key, (), *HALT_MONEY)
    pen = pen_of(programme, language())
    lines = [(line.name, pen.words(line.label)) for line in declared_of(programme).lines]
    form = LineHaltForm(programme.currency, lines, request.POST or None, initial={"id": uuid.uuid4()})
    of = Of(programme=programme, line=request.POST.get("line", ""))
    title = gettext("Halt the programme “{programme}”, or a line of it").format(programme=programme.title[language()])
    return _answer(request, form, of, title)


def _form(request: StaffRequest, currency: str) -> HaltForm:
    return HaltForm(currency, request.POST or None, initial={"id": uuid.uuid4()})


def _answer(request: StaffRequest, form: HaltForm, of: Of, title: str) -> HttpResponse:
    if not form.is_valid():
        return _page(request, form, title)
    written: list[Halt] = []
    words = gettext("It is halted, and every family that it touches is told.")
    new = form.proposed(of)
    try:
        done(request, lambda: written.append(halt(new=new, at=now(), by=request.user)), words)
    except Refused as refused:
        tell(form, refused)
        return _page(request, form, title)
    return redirect("works_halt", written[0].reference) if written else redirect("works")


def _page(request: StaffRequest, form: HaltForm, title: str) -> HttpResponse:
    return render(request, "office/works/halt_new.html", {"form": form, "title": title})
