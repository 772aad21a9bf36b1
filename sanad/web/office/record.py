"""The record as the office sees it: who goes to its desk, and which of its pages wait."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sanad.record.selectors.held import title_of, waiting_pages
from sanad.staff.roles import Role
from sanad.web.office.waiting import FIRST, Line, List
from sanad.web.shared.formats import day
from sanad.web.shared.requests import StaffRequest

READ = (Role.RECORD_KEEPER, Role.AUDITOR, Role.PROGRAMME_LEAD)


def pages_to_decide(request: StaffRequest) -> list[List]:
    if not request.reach.holds(Role.RECORD_KEEPER):
        return []
    found = waiting_pages()
    lines = [
        Line(reverse("desk_page", args=[layer.pk]), title_of(layer), more=day(layer.made_at)) for layer in found[:FIRST]
    ]
    return [List(_("Pages of the record to decide about"), found.count(), "due", reverse("desk"), lines)]
