"""What families wait for an answer to."""

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from sanad.casework.inquiries.selectors import open_inquiries, overdue
from sanad.web.office.inquiries.roles import ANSWER
from sanad.web.office.inquiries.rows import Row, rows_of
from sanad.web.office.waiting import FIRST, Line, List
from sanad.web.shared.formats import day
from sanad.web.shared.requests import StaffRequest


def waiting_inquiries(request: StaffRequest) -> list[List]:
    if not request.reach.holds(*ANSWER):
        return []
    late = overdue(request.reach, localdate())
    waiting = open_inquiries(request.reach).exclude(pk__in=late.values("pk"))
    lists = ((_("Questions whose answer is late"), "halt", late), (_("Questions to answer"), "due", waiting))
    address = reverse("inquiries")
    return [
        List(title, found.count(), state, address, [_line(row) for row in rows_of(found[:FIRST])])
        for title, state, found in lists
    ]


def _line(row: Row) -> Line:
    inquiry = row.inquiry
    return Line(reverse("inquiry", args=[inquiry.number]), row.name, inquiry.number, day(inquiry.due_on))
