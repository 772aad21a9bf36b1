"""In the order of time as far as anybody says: a month as wide as a month, and no day that nobody gave."""

from datetime import date

import pytest
from django.http import HttpResponse

from sanad.record.kinds import Order
from sanad.record.models import Event, Statement, TextLayer
from sanad.record.selectors.timeline import timeline_of_event, timeline_of_page
from sanad.record.services.events import NewEvent, add_event
from sanad.record.services.ordering import order
from sanad.record.services.retractions import retract
from sanad.record.services.statements import confirm_statement
from sanad.record.spans import At
from sanad.record.statement_wanted import NewStatement, Voiced
from sanad.web.desk.shown.timeline import axis_of, rows_of
from tests.web.desk.pages import LIST, PROMISE, TOLD, accepted, by_rana, keeper, kept, own_account

pytestmark = pytest.mark.django_db


def words(answer: HttpResponse) -> str:
    return answer.content.decode().replace("<bdi>", "").replace("</bdi>", "")


def said(layer: TextLayer, text: str, when: str = "", basis: str = "stated", **more: object) -> Statement:
    start = (layer.text or "").index(text)
    dated = {"when": when, "when_basis": basis if when else ""}
    new = NewStatement(
        own_account(layer),
        "direct",
        Voiced("unknown"),
        At(layer, start, start + len(text)),
        "printed_in_marks",
        **dated,
        **more,
    )
    return confirm_statement(new, by_rana())


def visit() -> Event:
    return add_event(NewEvent("visit", "the visit of the council", "2026-09", "stated"), by_rana())


def test_time_and_telling_are_two_orders():
    layer = kept()
    later, earlier, undated = said(layer, PROMISE, "2026-10-02"), said(layer, LIST, "2025/2026-03"), said(layer, TOLD)

    found = timeline_of_page(layer)

    assert [one.statement for one in found] == [earlier, later, undated]
    assert [one.statement.narrative_no for one in found] == [2, 1, 3]


def test_a_month_is_as_wide_as_a_month_and_an_interval_as_an_interval():
    layer = kept()
    said(layer, PROMISE, "2026-09")
    said(layer, LIST, "2026")
    said(layer, TOLD, "2026~")
    found = timeline_of_page(layer)

    axis = axis_of(found)
    drawn = [row.drawn for row in rows_of(found, axis)]

    assert (axis.first, axis.last) == (date(2025, 12, 14), date(2027, 1, 18))
    assert [part.split('width="')[1].split('"')[0] for part in drawn] == ["91.25%", "91.25%", "7.50%"]
    assert ["s-none" in part for part in drawn] == [False, True, False]


def test_an_open_end_goes_to_the_edge_and_is_dashed():
    layer = kept()
    said(layer, PROMISE, "2026-09-01")
    said(layer, LIST, "2026-09/..")
    found = timeline_of_page(layer)

    drawn = str(rows_of(found, axis_of(found))[1].drawn)

    assert "s-none" in drawn


def test_an_event_is_shown_with_its_parts_and_what_is_said_at_it():
    layer, event = kept(), visit()
    add_event(NewEvent("meeting", "the meeting in the hall", "2026-09-03", "inferred", part_of=event), by_rana())
    said(layer, PROMISE, event=event)

    page = words(keeper().get(f"/desk/timeline/?event={event.pk}"))

    assert len(timeline_of_event(event)) == 3
    assert "the meeting in the hall" in page
    assert "day not said" in page
    assert "at <" in page
    assert "concluded" in page
    assert "1 has no day that a calendar has" in page
    assert page.count('class="bar"') == 2


def test_what_came_before_it_is_told_with_whether_the_text_says_so():
    layer = kept()
    first, then = said(layer, PROMISE, "2026-09"), said(layer, LIST)
    order(first, Order.BEFORE, then, by_rana(), why="it is told so")

    page = words(keeper().get(f"/desk/timeline/?layer={layer.pk}"))

    assert f"Statement {first.pk}</a> · Before · concluded" in page


def test_what_was_withdrawn_stands_on_no_axis():
    layer = kept()
    retract(said(layer, PROMISE, "2026-09"), "withdrawn_by_us", "a mistake", by_rana())

    assert timeline_of_page(layer) == []
    assert "Nothing is accepted of it yet" in words(keeper().get(f"/desk/timeline/?layer={layer.pk}"))


def test_where_nothing_has_a_day_there_is_no_axis():
    layer = kept()
    accepted(layer)

    page = words(keeper().get(f"/desk/timeline/?layer={layer.pk}"))

    assert "On an axis" not in page
    assert "day not said" in page


def test_events_are_listed_and_without_one_the_page_says_where_to_look():
    client = keeper()
    assert "No event is written down yet" in words(client.get("/desk/timeline/"))
    event = visit()

    assert f"/desk/timeline/?event={event.pk}" in words(client.get("/desk/timeline/"))


@pytest.mark.parametrize("wanted", ["event=4711", "layer=4711", "event=x", "layer=", "event=99999999999999999999999"])
def test_what_is_not_there_is_not_found(wanted: str):
    assert keeper().get(f"/desk/timeline/?{wanted}").status_code == 404
