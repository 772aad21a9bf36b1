import uuid
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction
from pytest_django import Settings

from sanad.audit.models import Event
from sanad.casework.notices.models import Notice
from sanad.casework.works.acting import NotTheirs
from sanad.casework.works.models import Kind, Order, Stage, State
from sanad.casework.works.refusals import OrderHasMoved, SamePerson, WorksRefused
from sanad.casework.works.services import NewStage, close_order, order_works, prepare_order, send_back_order
from sanad.funds.selectors import free_money
from sanad.ledger.verification import verify_books
from sanad.registry.models import Tie
from sanad.registry.selectors import Recused
from sanad.registry.services import recuse
from sanad.staff.roles import Role
from tests.casework.alarms import elias, kept_out, nadia, red, with_role
from tests.casework.families import AT, building, maya
from tests.casework.works.sites import LATER, certified, farah, house, leila, money, ordered, prepared, proposed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _files(tmp_path: Path, settings: Settings) -> None:
    settings.MEDIA_ROOT = tmp_path


def test_an_engineer_prepares_works_and_nothing_is_reserved_yet():
    part = money(500_000)

    order = prepared(house())

    assert (order.state, order.budget, order.stages.count()) == (State.PREPARED, 100_000, 3)
    assert free_money(part) == 500_000


def test_another_person_orders_them_and_each_stage_is_reserved():
    part, here = money(500_000), house()

    order = ordered(here)

    assert (order.state, order.decided_by, order.decided_at) == (State.ORDERED, farah(), AT)
    assert free_money(part) == 400_000
    assert [stage.transfer.pending.left for stage in order.stages.order_by("number")] == [30_000, 50_000, 20_000]
    assert list(verify_books()) == []


def test_the_families_of_the_building_hear_of_ordered_works():
    order = ordered(house())

    notice = Notice.objects.get(kind="works_ordered")

    assert notice.about == f"works:{order.reference}"
    assert notice.facts["kind"]["ar"] == "أشغال إنشائية"
    assert notice.facts["sum"]["en"] == "1,000 USD"


def test_works_beyond_the_free_money_are_refused_and_stay_prepared():
    part, order = money(99_999), prepared(house())

    with pytest.raises(WorksRefused) as refusal:
        order_works(order=order, at=AT, by=farah())

    assert refusal.value.code == "no_free_money"
    assert "0.01 USD are missing" in refusal.value.says["en"]
    assert Order.objects.get().state == State.PREPARED
    assert free_money(part) == 99_999
    assert not Notice.objects.filter(kind="works_ordered").exists()


def test_whoever_prepared_works_does_not_order_them_whatever_other_role_they_hold():
    order = prepared(house())
    with_role("elias@example.org", Role.PROGRAMME_LEAD, "cod-LB32")

    with pytest.raises(SamePerson):
        order_works(order=order, at=AT, by=elias())
    with pytest.raises(SamePerson):
        send_back_order(order=order, words="Too dear", at=AT, by=elias())
    with pytest.raises(IntegrityError), transaction.atomic():
        Order.objects.update(state=State.ORDERED, decided_by=elias(), decided_at=AT)


def test_works_are_prepared_by_an_engineer_of_the_district_and_ordered_by_lead_or_finance():
    new = proposed(house())
    for stranger in (nadia(), farah(), elias(district="cod-LB56")):
        with pytest.raises(NotTheirs):
            prepare_order(new=new, at=AT, by=stranger)
    order = prepare_order(new=new, at=AT, by=elias())

    hiba = with_role("hiba@example.org", Role.FINANCE_OFFICER, "cod-LB56")
    for stranger in (nadia(), maya(), hiba):
        with pytest.raises(NotTheirs):
            order_works(order=order, at=AT, by=stranger)

    assert order_works(order=order, at=AT, by=leila()).decided_by == leila()


def test_nobody_acts_on_works_on_the_building_that_they_live_in():
    here = house()
    recuse(user=elias(), tie=Tie.NEIGHBOUR, building=here, at=AT, by=maya())

    with pytest.raises(Recused):
        prepared(here)


def test_an_order_sent_twice_is_one():
    new = proposed(house())

    found = {prepare_order(new=new, at=AT, by=elias()).pk for _ in range(2)}

    assert len(found) == 1
    assert Event.objects.filter(act="works.prepare").count() == 1


def test_whoever_comes_second_is_told_who_decided():
    order = ordered(house())

    with pytest.raises(OrderHasMoved, match="farah") as refusal:
        send_back_order(order=order, words="Too dear", at=LATER, by=leila())

    assert refusal.value.order.state == State.ORDERED


@pytest.mark.parametrize(
    ("other", "code"),
    [
        ({"stages": ()}, "no_stages"),
        ({"budget": 99_999}, "sums_differ"),
        ({"stages": (NewStage("", 100_000),)}, "stage_without_name"),
        ({"stages": (NewStage("Columns", 0), NewStage("Roof", 100_000))}, "stage_without_sum"),
        ({"stages": tuple(NewStage("Columns", 1) for _ in range(21)), "budget": 21}, "too_many_stages"),
        ({"stages": (NewStage("Col\x00umns", 100_000),)}, "not_readable"),
    ],
)
def test_works_that_do_not_add_up_are_refused_with_a_sentence(other: dict[str, object], code: str):
    with pytest.raises(WorksRefused) as refusal:
        prepare_order(new=proposed(house(), **other), at=AT, by=elias())

    assert refusal.value.code == code
    assert not Order.objects.exists()


def test_a_fund_pays_for_its_own_programmes_only():
    part = money()
    part.fund.programmes.update(programme="schools")

    with pytest.raises(WorksRefused) as refusal:
        prepared(house())

    assert refusal.value.code == "fund_is_for_others"


def test_works_are_sent_back_with_a_reason():
    order = prepared(house())
    with pytest.raises(WorksRefused) as refusal:
        send_back_order(order=order, words=" ", at=AT, by=farah())

    sent = send_back_order(order=order, words="Two stages cost the same work.", at=AT, by=farah())

    assert refusal.value.code == "no_words"
    assert (sent.state, sent.reason) == (State.SENT_BACK, "Two stages cost the same work.")


def test_finishing_works_are_refused_on_an_unsafe_building():
    here = house()
    order = prepared(here, Kind.FINISHING)
    red(here)

    with pytest.raises(WorksRefused) as refusal:
        order_works(order=order, at=AT, by=farah())
    with pytest.raises(WorksRefused) as again:
        prepared(here, Kind.FINISHING)

    assert (refusal.value.code, again.value.code) == ("red_placard", "red_placard")


def test_finishing_works_are_refused_under_a_precaution_and_while_structural_works_are_open():
    closed, open_one = house(), building("220")
    kept_out(closed)
    ordered(open_one)

    codes = []
    for here in (closed, open_one):
        with pytest.raises(WorksRefused) as refusal:
            prepared(here, Kind.FINISHING)
        codes.append(refusal.value.code)

    assert codes == ["precaution", "structure_unfinished"]


def test_structural_works_may_be_ordered_on_an_unsafe_building():
    here = house()
    red(here)

    assert ordered(here).state == State.ORDERED


def test_closing_works_frees_what_nobody_certified():
    part, order = money(500_000), ordered(house())
    certified(order, 1)

    closed = close_order(order=order, words="The contractor is bankrupt.", at=LATER, by=leila())

    assert closed.state == State.CLOSED
    assert free_money(part) == 470_000
    assert Notice.objects.filter(kind="works_closed").count() == 1
    assert list(verify_books()) == []
    with pytest.raises(OrderHasMoved):
        close_order(order=order, words="Again", at=LATER, by=farah())


def test_the_database_holds_what_an_order_promises():
    order = ordered(house())
    firm = order.contractor

    for wrong in ({"budget": 0}, {"state": "gone"}, {"state": State.CLOSED}, {"kind": "roof"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Order.objects.update(**wrong)
    with pytest.raises(IntegrityError), transaction.atomic():
        Stage.objects.create(order=order, number=1, title="Twice", amount=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        firm.delete()


def test_an_order_made_at_another_desk_with_the_same_id_answers_with_what_stands():
    identity = uuid.uuid4()
    here = house()
    first = prepare_order(new=proposed(here, id=identity), at=AT, by=elias())

    again = prepare_order(new=proposed(here, id=identity, budget=5), at=AT, by=elias())

    assert again.pk == first.pk
