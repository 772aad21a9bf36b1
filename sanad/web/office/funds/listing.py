"""The list of funds, and what waits for a second person."""

from django.http import HttpResponse
from django.shortcuts import render

from sanad.funds.selectors import receipts_to_confirm
from sanad.web.office.funds.roles import READ, RECORD, funds_within
from sanad.web.office.funds.rows import fund_rows
from sanad.web.shared.access import open_to
from sanad.web.shared.requests import StaffRequest


@open_to(*READ)
def funds(request: StaffRequest) -> HttpResponse:
    found = funds_within(request.reach, *READ)
    waiting = receipts_to_confirm(found)
    told = {"rows": fund_rows(found), "waiting": waiting, "may_act": request.reach.holds(*RECORD)}
    return render(request, "office/funds/list.html", told)
