"""All members of the staff."""

from django.http import HttpResponse
from django.shortcuts import render

from sanad.staff.models import User
from sanad.web.office.staff.roles import CHANGE, READ
from sanad.web.office.staff.rows import held_by, open_ones
from sanad.web.shared.access import has_second_factor, open_to
from sanad.web.shared.requests import StaffRequest


@open_to(*READ)
def members(request: StaffRequest) -> HttpResponse:
    users = list(User.objects.order_by("-is_active", "name"))
    held = held_by(users)
    rows = [(one, list(open_ones(held.get(one.pk, []))), has_second_factor(one)) for one in users]
    may_change = request.reach.holds(*CHANGE)
    return render(request, "office/staff/list.html", {"rows": rows, "may_change": may_change})
