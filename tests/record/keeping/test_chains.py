"""Who had it from whom: an unbroken chain without a circle, and what a retraction reaches in it."""

import pytest

from sanad.record.kinds import (
    Basis,
    Hop,
    Order,
    Rights,
    StatementKind,
    Why,
    WorkKind,
)
from sanad.record.models import (
    EventOrder,
    Node,
    Place,
    Reached,
    Statement,
    Transmission,
)
from sanad.record.selectors.chains import chain_of
from sanad.record.services.ordering import order
from sanad.record.services.retractions import retract
from sanad.record.services.sources import NewHop, NewWork, add_account, add_work, pass_on
from sanad.record.services.statements import confirm_statement
from tests.record.keeping.pages import PAGE, WHEN, by_maya, by_omar, held, said, wanted
from tests.record.keeping.refusing import code_of, refused

pytestmark = pytest.mark.django_db
PROMISE = "“We will pay the families within a few months,”"
LIST = "“The list is ready.”"
TOLD = "“They told us: ‘There is no money now.’ ”"
NO_MONEY = "‘There is no money now.’"


def test_a_statement_stands_in_the_text_of_its_own_telling():
    page, other = held(), held(PAGE + "\nMore.\n", title="Another page")
    new = wanted(page, LIST, account=other.account)

    assert code_of(lambda: confirm_statement(new, by_maya())) == "does_not_stand"


def test_a_telling_has_at_least_one_hop():
    page = held()

    assert code_of(lambda: add_account(page.work, "no source", by_maya(), hops=[])) == "no_hop"
    assert chain_of(page.account).is_unbroken
    assert chain_of(page.account).depth == 1


def test_a_hop_is_stated_with_its_place_or_says_why_it_is_concluded():
    page = held()
    told = {"child": page.account.node, "kind": Hop.TOLD}

    assert "hop_is_stated" in refused(lambda: Transmission.objects.create(**told, is_stated=True))
    assert "hop_is_stated" in refused(lambda: Transmission.objects.create(**told, is_stated=False, why="so it seems"))
    assert code_of(lambda: pass_on(page.account, NewHop(Hop.TOLD), by_maya())) == "hop_says_neither"


def test_no_telling_comes_from_itself_however_far_around():
    page = held()
    report = add_work(NewWork(WorkKind.MAGAZINE_REPORT, "The report", Rights.CLOSED), by_maya())
    tape = add_work(NewWork(WorkKind.RECORDING, "The tape", Rights.CLOSED), by_maya())
    pass_on(report, NewHop(Hop.QUOTED, tape, why="the report says so"), by_maya())
    pass_on(page.account, NewHop(Hop.REPUBLISHED, report, why="the page names it"), by_maya())

    assert code_of(lambda: pass_on(tape, NewHop(Hop.TOLD, page.account, why="?"), by_maya())) == "goes_in_a_circle"
    assert code_of(lambda: pass_on(tape, NewHop(Hop.TOLD, tape, why="?"), by_maya())) == "goes_in_a_circle"
    straight = Transmission(child=tape.node, parent=page.account.node, kind=Hop.TOLD, is_stated=False, why="?")
    straight.inferred_by, straight.inferred_at = by_maya().user, WHEN
    assert "cannot come from itself" in refused(straight.save)
    assert "cannot come from itself" in refused(lambda: Node.objects.filter(pk=tape.node_id).update(rank=9))
    assert chain_of(page.account).depth == 2


def test_a_later_hop_lifts_all_that_stands_below():
    page = held()
    report, tape = (add_work(NewWork(WorkKind.RECORDING, one, Rights.CLOSED), by_maya()) for one in ("report", "tape"))
    pass_on(page.account, NewHop(Hop.QUOTED, report, why="named"), by_maya())

    pass_on(report, NewHop(Hop.QUOTED, tape, why="named"), by_maya())

    ranks = dict(Node.objects.values_list("pk", "rank"))
    assert ranks[tape.node_id] < ranks[report.node_id] < ranks[page.account.node_id]


def test_before_never_comes_round():
    page = held()
    first, second, third = said(page, PROMISE), said(page, LIST), said(page, TOLD)
    order(first, Order.BEFORE, second, by_maya(), why="it is answered")
    order(second, Order.REPLIES_TO, third, by_maya(), why="it is answered")

    assert code_of(lambda: order(third, Order.BEFORE, first, by_maya(), why="?")) == "goes_in_a_circle"
    straight = {"first_id": third.pk, "then_id": first.pk, "relation": Order.BEFORE, "basis": Basis.INFERRED}
    assert "before itself" in refused(lambda: EventOrder.objects.create(**straight, why="?"))
    assert "before itself" in refused(lambda: Place.objects.filter(pk=first.pk).update(rank=5))
    assert order(third, Order.SAME_TIME, first, by_maya(), why="?").pk


def test_a_retraction_flags_everything_whose_chain_passes_it_and_deletes_nothing():
    page = held()
    report = add_work(NewWork(WorkKind.MAGAZINE_REPORT, "The report", Rights.CLOSED), by_maya())
    told = add_account(page.work, "as the report has it", by_maya(), hops=[NewHop(Hop.QUOTED, report, why="named")])
    own, from_report = said(page, PROMISE), said(page, TOLD, account=told)
    nested = said(page, NO_MONEY, account=told, kind=StatementKind.NESTED, parent=from_report)

    retraction = retract(report, Why.SOURCE_RETRACTED, "the magazine took it back", by_omar())

    assert set(retraction.reached.values_list("statement", flat=True)) == {from_report.pk, nested.pk}
    assert Statement.objects.count() == 3
    late = said(page, LIST, account=told)
    assert Reached.objects.filter(statement=late).exists()
    assert not Reached.objects.filter(statement=own).exists()


def test_a_hop_found_later_under_a_retracted_source_is_reached_as_well():
    page = held()
    report = add_work(NewWork(WorkKind.MAGAZINE_REPORT, "The report", Rights.CLOSED), by_maya())
    made = said(page, PROMISE)
    retract(report, Why.SOURCE_RETRACTED, "the magazine took it back", by_omar())
    assert not made.reached_by.exists()

    pass_on(page.account, NewHop(Hop.QUOTED, report, why="we saw it later"), by_maya())

    assert made.reached_by.exists()
