"""Every commitment of the record with what ledger and works show of it; those that nobody linked are told apart."""

from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpResponse
from django.shortcuts import render

from sanad.outcomes.column import ledger_column
from sanad.outcomes.models import Link
from sanad.record.models import Commitment
from sanad.web.office.outcomes.roles import READ
from sanad.web.office.outcomes.rows import rows_of
from sanad.web.shared.access import open_to
from sanad.web.shared.requests import StaffRequest

A_PAGE = 25
UNLINKED = "unlinked"


@open_to(*READ)
def outcomes(request: StaffRequest) -> HttpResponse:
    is_unlinked = request.GET.get("state") == UNLINKED
    found = standing(is_unlinked=is_unlinked)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    said = ledger_column([one.pk for one in page.object_list])
    told = {"page": page, "rows": rows_of(page.object_list, said), "unlinked": is_unlinked}
    return render(request, "office/outcomes/list.html", told)


def standing(*, is_unlinked: bool) -> QuerySet[Commitment]:
    """Commitments that nobody revised, the newest first."""
    links = Link.objects.filter(commitment=OuterRef("pk"), ended_at=None)
    linked = Exists(links)
    found = Commitment.objects.filter(~linked if is_unlinked else linked, revised_by=None)
    return found.select_related("made_by").order_by("-pk")
