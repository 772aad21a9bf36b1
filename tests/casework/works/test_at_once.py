"""Two who act on works at the same moment: one does it, the other is told who did; no family is forgotten between."""

import uuid
from collections import Counter
from datetime import timedelta
from functools import partial
from pathlib import Path
from threading import Barrier

import pytest
from django.db import connection, transaction
from pytest_django import Settings

from sanad.casework.assessments.models import Inspection
from sanad.casework.claims.models import Claim
from sanad.casework.claims.services import receive_claim
from sanad.casework.notices.models import Notice
from sanad.casework.safety.models import Colour, Reason
from sanad.casework.safety.services import NewPlacard
from sanad.casework.works.models import Extension, Halt, Kind, Order, State
from sanad.casework.works.proposals import Of
from sanad.casework.works.reasons import Ending
from sanad.casework.works.refusals import AlreadyHalted, HaltHasMoved, OrderHasMoved, StageIsCertified, WorksRefused
from sanad.casework.works.services import (
    certify_stage,
    end_halt,
    escalate_halts,
    extend_halt,
    halt,
    halt_unsafe,
    mark_building,
    order_works,
    send_back_order,
)
from sanad.funds.selectors import free_money
from sanad.ledger.verification import verify_books
from sanad.registry.models import Building, Household
from sanad.registry.proposals import NewDwelling
from sanad.staff.models import User
from sanad.staff.roles import Role
from tests.at_once import at_once
from tests.casework.alarms import WEEK, elias, photo, with_role
from tests.casework.families import AT, KARIM, building, family, maya, new_claim
from tests.casework.works.sites import (
    LATER,
    REVIEW,
    farah,
    for_money,
    halted,
    house,
    leila,
    money,
    ordered,
    prepared,
    seen,
)

TRIES = 5


@pytest.fixture(autouse=True)
def _files(tmp_path: Path, settings: Settings, own_database: str) -> None:
    settings.MEDIA_ROOT = tmp_path


def rami() -> User:
    """Another engineer."""
    return with_role("rami@example.org", Role.ENGINEER, "cod-LB32")


def kinds(found: list[object]) -> Counter[str]:
    return Counter(type(one).__name__ for one in found)


def naive_end(one: int, by: User, both_have_read: Barrier) -> bool:
    """Reads the halt, checks it, and then saves what it read."""
    with transaction.atomic():
        read = Halt.objects.get(pk=one)
        both_have_read.wait(timeout=10)
        if not read.is_open:
            return False
        read.ended_at, read.ended_by, read.ending = LATER, by, Ending.MISTAKE
        read.save()
    return True


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lets one transaction in at a time")
def test_without_a_guard_both_officers_end_the_halt():
    one, both_have_read = halted(house()).pk, Barrier(2)

    found = at_once(*[partial(naive_end, one, by, both_have_read) for by in (elias(), rami())])

    assert found == [True, True]


def test_of_two_who_end_a_halt_one_is_told_who_was_first():
    one, officers = halted(house()), (elias(), rami())

    found = at_once(*[partial(end_halt, halt=one, ending=Ending.MISTAKE, at=LATER, by=by) for by in officers])

    assert kinds(found) == {"Halt": 1, HaltHasMoved.__name__: 1}
    assert Notice.objects.filter(kind="halt_ended").count() == 1


def test_of_two_who_extend_a_halt_one_is_told_who_was_first():
    one, officers = halted(house()), (elias(), rami())
    to_review = REVIEW + timedelta(days=30)

    found = at_once(
        *[
            partial(extend_halt, halt=one, id=uuid.uuid4(), to_review=to_review, words="x", at=LATER, by=by)
            for by in officers
        ]
    )

    assert kinds(found) == {"Extension": 1, HaltHasMoved.__name__: 1}
    assert (Extension.objects.count(), Notice.objects.filter(kind="halt_extended").count()) == (1, 1)


def test_of_two_who_halt_the_same_for_the_same_reason_one_is_told():
    here, officers = house(), (elias(), rami())

    found = at_once(*[partial(halt, new=for_money(Of(building=here)), at=AT, by=by) for by in officers])

    assert kinds(found) == {"Halt": 1, AlreadyHalted.__name__: 1}
    assert Notice.objects.filter(kind="halt").count() == 1


def test_a_halt_sent_four_times_at_once_is_one():
    new = for_money(Of(building=house()))
    by = elias()

    found = at_once(*[partial(halt, new=new, at=AT, by=by)] * 4)

    assert {one.pk for one in found if isinstance(one, Halt)} == {Halt.objects.get().pk}, found
    assert Notice.objects.filter(kind="halt").count() == 1


def test_of_two_who_certify_a_stage_one_is_told_who_was_first():
    stage, engineers = ordered(house()).stages.get(number=1), (elias(), rami())

    found = at_once(*[partial(certify_stage, stage=stage, seen=seen(), at=LATER, by=by) for by in engineers])

    assert kinds(found) == {"Stage": 1, StageIsCertified.__name__: 1}
    assert (Inspection.objects.count(), Notice.objects.filter(kind="works_stage").count()) == (1, 1)


def test_works_are_ordered_or_sent_back_and_their_money_is_reserved_once():
    part, order = money(500_000), prepared(house())
    lead, finance = leila(), farah()

    found = at_once(
        partial(order_works, order=order, at=LATER, by=finance),
        partial(order_works, order=order, at=LATER, by=lead),
        partial(send_back_order, order=order, words="No", at=LATER, by=lead),
    )

    assert kinds(found) == {"Order": 1, OrderHasMoved.__name__: 2}
    ordered_now = Order.objects.get().state == State.ORDERED
    assert free_money(part) == (400_000 if ordered_now else 500_000)
    assert list(verify_books()) == []


def test_two_orders_never_reserve_more_than_the_fund_has():
    here, part = house(), money(150_000)
    orders = [prepared(here), prepared(here)]
    by = farah()

    found = at_once(*[partial(order_works, order=one, at=LATER, by=by) for one in orders])

    assert kinds(found) == {"Order": 1, WorksRefused.__name__: 1}
    assert free_money(part) == 50_000
    assert list(verify_books()) == []


def test_finishing_works_ordered_while_a_red_placard_is_placed_never_go_on_unhalted():
    for attempt in range(TRIES):
        here = house() if attempt == 0 else another_house(attempt)
        order, finance, engineer = prepared(here, Kind.FINISHING, [100]), farah(), elias()
        new = NewPlacard(here, Colour.RED, None, Reason.CRACKED, AT + WEEK, photo())

        at_once(
            partial(order_works, order=order, at=AT, by=finance), partial(mark_building, new=new, at=AT, by=engineer)
        )

        order.refresh_from_db()
        assert order.state == State.PREPARED or order.halts.filter(ended_at=None).count() == 1


def another_house(number: int) -> Building:
    here = building(str(300 + number))
    new = new_claim(NewDwelling(here, "1", 1), family(KARIM))
    receive_claim(programme=Claim.objects.earliest("pk").programme, new=new, at=AT, by=maya())
    return here


def test_a_family_that_files_while_the_building_is_halted_is_told_in_any_case():
    here, engineer, desk = house(), elias(), maya()
    rules = Claim.objects.get().programme
    for attempt in range(TRIES):
        new = new_claim(NewDwelling(here, f"home {attempt}", 1), family(KARIM))
        found = at_once(
            partial(receive_claim, programme=rules, new=new, at=AT, by=desk),
            partial(halt, new=for_money(Of(building=here)), at=AT, by=engineer),
        )
        one = next(one for one in found if isinstance(one, Halt))

        told = set(Notice.objects.filter(about=one.about).values_list("household", flat=True))
        assert told == set(Household.objects.values_list("pk", flat=True)), found
        end_halt(halt=one, ending=Ending.MISTAKE, at=AT, by=engineer)


def test_two_workers_escalate_and_halt_once():
    here = house()
    halted(here)
    leila()

    escalated = at_once(*[partial(escalate_halts, at=AT + timedelta(days=61))] * 2)
    written = at_once(*[partial(halt_unsafe, at=AT)] * 2)

    assert sorted(escalated) == [0, 1]
    assert written == [0, 0]
