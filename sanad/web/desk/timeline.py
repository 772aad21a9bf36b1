"""What happened when, as far as anybody says, of one event or of one page; the order of telling stands beside it."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from sanad.record.models import Event, TextLayer
from sanad.record.selectors.held import title_of
from sanad.record.selectors.timeline import Dated, events_told, timeline_of_event, timeline_of_page
from sanad.web.desk.roles import READ
from sanad.web.desk.shown.timeline import axis_of, rows_of
from sanad.web.shared.access import open_to
from sanad.web.shared.requests import StaffRequest

A_PAGE, ROWS = 25, 100


@open_to(*READ)
def timeline(request: StaffRequest) -> HttpResponse:
    """`event` or `layer` is a number; without one the events are listed."""
    if "event" in request.GET:
        event = get_object_or_404(Event, pk=_number(request, "event"))
        return _axis(request, event.label, timeline_of_event(event), None)
    if "layer" in request.GET:
        layer = get_object_or_404(TextLayer.objects.select_related("capture"), pk=_number(request, "layer"))
        return _axis(request, title_of(layer), timeline_of_page(layer), layer)
    page = Paginator(events_told(), A_PAGE).get_page(request.GET.get("page"))
    return render(request, "desk/events.html", {"section": "timeline", "page": page})


def _axis(request: StaffRequest, title: str, dated: list[Dated], layer: TextLayer | None) -> HttpResponse:
    axis = axis_of(dated)
    rows = rows_of(dated, axis)
    told = {
        "section": "timeline",
        "title": title,
        "layer": layer,
        "axis": axis,
        "drawn": [one for one in rows if one.drawn][:ROWS],
        "not_said": sum(not one.drawn for one in rows),
        "rows": rows,
    }
    return render(request, "desk/timeline.html", told)


def _number(request: HttpRequest, name: str) -> int:
    wanted = request.GET.get(name, "")
    if not (wanted.isascii() and wanted.isdecimal() and len(wanted) < len(str(2**62))):
        raise Http404(name)
    return int(wanted)
