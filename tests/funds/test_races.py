"""Several finance officers at the same moment."""

from functools import partial
from threading import Barrier
from uuid import UUID, uuid4

import pytest
from django.db import connection, transaction

from sanad.funds.models import Part, Receipt
from sanad.funds.refusals import AlreadyDecided
from sanad.funds.selectors import free_money
from sanad.funds.services import confirm_receipt, return_money
from sanad.funds.services import refuse_receipt as refuse
from sanad.ledger.verification import first_difference
from sanad.staff.models import User
from tests.at_once import at_once
from tests.funds.money import AT, cedar_fund, general, promised, received, recorded

ROUNDS = 5


@pytest.fixture
def staff(own_database: str) -> tuple[User, User, User]:
    people = (("omar", "Omar Daher"), ("mona", "Mona Khoury"), ("rana", "Rana Saab"))
    omar, mona, rana = (User.objects.create_user(f"{code}@sanad.test", name) for code, name in people)
    return omar, mona, rana


@pytest.fixture
def part(staff: object) -> Part:
    return general(cedar_fund())


def kinds(found: list[object]) -> list[str]:
    return sorted(type(one).__name__ for one in found)


def naive_confirm(receipt: UUID, by: User, both_have_read: Barrier) -> bool:
    """Reads the state, checks it, and then saves what it read."""
    with transaction.atomic():
        read = Receipt.objects.get(pk=receipt)
        both_have_read.wait(timeout=10)
        if read.state != "recorded":
            return False
        read.state, read.decided_by, read.decided_at = "confirmed", by, AT
        read.save()
    return True


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lets one transaction in at a time")
def test_without_a_guard_two_officers_both_confirm(staff: tuple[User, User, User], part: Part):
    omar, mona, rana = staff
    receipt, both_have_read = recorded(part, 100, omar).pk, Barrier(2)

    confirmed = at_once(*[partial(naive_confirm, receipt, by, both_have_read) for by in (mona, rana)])

    assert confirmed == [True, True]


@pytest.mark.parametrize("second", [confirm_receipt, refuse])
def test_of_two_officers_who_decide_about_a_receipt_one_does(second, staff: tuple[User, User, User], part: Part):
    omar, mona, rana = staff
    for _ in range(ROUNDS):
        receipt = recorded(part, 100, omar).pk

        found = at_once(
            partial(confirm_receipt, receipt=receipt, by=mona, at=AT), partial(second, receipt=receipt, by=rana, at=AT)
        )

        assert kinds(found) == ["AlreadyDecided", "Receipt"]
        (loser,) = [one for one in found if isinstance(one, AlreadyDecided)]
        stands = Receipt.objects.select_related("decided_by").get(pk=receipt)
        assert (loser.by, loser.state) == (stands.decided_by.name, stands.state)
    assert first_difference() is None


def test_one_bank_reference_recorded_by_two_is_recorded_once(staff: tuple[User, User, User], part: Part):
    omar, mona, _ = staff
    for number in range(ROUNDS):
        reference = f"BANK-{number}"

        found = at_once(partial(recorded, part, 100, omar, reference), partial(recorded, part, 100, mona, reference))

        assert kinds(found) == ["BankReferenceKnown", "Receipt"]
    assert Receipt.objects.count() == ROUNDS


def test_one_receipt_sent_twice_at_once_is_recorded_once(staff: tuple[User, User, User], part: Part):
    omar, _, _ = staff
    for number in range(ROUNDS):
        id = uuid4()

        found = at_once(*[partial(recorded, part, 100, omar, f"BANK-{number}", id)] * 2)

        assert kinds(found) == ["Receipt", "Receipt"]
    assert Receipt.objects.count() == ROUNDS


def test_money_is_either_reserved_or_given_back(staff: tuple[User, User, User], part: Part):
    omar, mona, _ = staff
    for number in range(ROUNDS):
        received(part, 100, omar, mona)
        free = free_money(part)
        back = partial(
            return_money, id=uuid4(), part=part, amount=free, reference=f"L-{number}", reason="asked", by=omar, at=AT
        )

        found = at_once(back, partial(promised, part, free))

        assert "NotEnoughMoney" in kinds(found)
        assert free_money(part) == 0
    assert first_difference() is None
