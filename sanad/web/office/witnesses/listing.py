"""What families were told: which answers were given to many, and everything that was lodged."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import now
from django.views.decorators.http import require_safe

from sanad.web.office.witnesses.roles import KEEP, READ
from sanad.web.office.witnesses.rows import rows_of
from sanad.web.shared.access import open_to
from sanad.web.shared.requests import StaffRequest
from sanad.witnesses.selectors import all_lodged, counted, open_looks

A_PAGE = 25


@open_to(*READ)
@require_safe
def witnesses(request: StaffRequest) -> HttpResponse:
    may_read = request.reach.holds(*KEEP)
    page = Paginator(all_lodged(), A_PAGE).get_page(request.GET.get("page"))
    told = {
        "page": page,
        "rows": rows_of(list(page.object_list)),
        "counted": counted(),
        "may_read": may_read,
        "looks": open_looks(now()) if may_read else (),
    }
    return render(request, "office/witnesses/list.html", told)
