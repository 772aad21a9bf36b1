"""What families ask: the late first, then by the day on which an answer is due."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from sanad.casework.inquiries.models import State
from sanad.casework.inquiries.selectors import inquiries_within, open_inquiries, overdue
from sanad.web.office.inquiries.roles import READ
from sanad.web.office.inquiries.rows import rows_of
from sanad.web.shared.access import open_to
from sanad.web.shared.requests import StaffRequest

A_PAGE = 25


@open_to(*READ)
def inquiries(request: StaffRequest) -> HttpResponse:
    answered = request.GET.get("state") == State.ANSWERED
    found = inquiries_within(request.reach).filter(state=State.ANSWERED).order_by("-answered_at")
    page = Paginator(found if answered else open_inquiries(request.reach), A_PAGE).get_page(request.GET.get("page"))
    told = {
        "page": page,
        "rows": rows_of(page.object_list),
        "answered": answered,
        "late": overdue(request.reach, localdate()).count(),
    }
    return render(request, "office/inquiries/list.html", told)
