"""What waits for a record keeper of what families lodged: first what its witnesses want back."""

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sanad.web.office.waiting import FIRST, Line, List
from sanad.web.office.witnesses.roles import KEEP
from sanad.web.shared.formats import day
from sanad.web.shared.requests import StaffRequest
from sanad.witnesses.models import Lodged
from sanad.witnesses.selectors import asked_back, waiting_lodged


def waiting_witnesses(request: StaffRequest) -> list[List]:
    if not request.reach.holds(*KEEP):
        return []
    lists = (
        (_("Witnesses who want back what they told"), "danger", asked_back()),
        (_("What families were told, to be taken up"), "due", waiting_lodged()),
    )
    return [List(title, found.count(), state, reverse("witnesses"), _lines(found)) for title, state, found in lists]


def _lines(found: QuerySet[Lodged]) -> list[Line]:
    return [
        Line(reverse("witness", args=[one.reference]), one.get_teller_display(), one.reference, day(one.lodged_at))
        for one in found[:FIRST]
    ]
