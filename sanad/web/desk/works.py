"""What a work tells, in its own order, with its sums and the sources that it names."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from sanad.record.models import Work
from sanad.record.selectors.works import told_in
from sanad.web.desk.roles import READ
from sanad.web.shared.access import open_to
from sanad.web.shared.requests import StaffRequest


@open_to(*READ)
def work(request: StaffRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Work.objects.select_related("publisher", "segment"), pk=pk)
    told = {"section": "pages", "work": found, "rows": told_in(found)}
    return render(request, "desk/work.html", told)
