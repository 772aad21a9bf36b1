"""What many transfers moved, asked for by their ids as the books stood at a position."""

from uuid import uuid4

import pytest

from sanad.audit.models import Event
from sanad.audit.sealing import seal_all
from sanad.ledger import moved
from sanad.ledger.moved import moved_until
from tests.ledger.books import AT, open_books, receive

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("at_once", [1, 2, 5_000])
def test_each_is_told_by_its_place_in_the_list_whatever_is_asked_at_once(monkeypatch: pytest.MonkeyPatch, at_once: int):
    monkeypatch.setattr(moved, "IDS_AT_ONCE", at_once)
    open_books()
    ids = [uuid4() for _ in range(5)]
    for amount, id in enumerate(reversed(ids[1:]), start=1):
        receive(amount, id)
    seal_all(at=AT)

    told = sorted(moved_until(last_number(), ids))

    assert told == [(place, 5 - place, "received", "held") for place in range(1, 5)]
    assert list(moved_until(last_number(), [])) == []


def test_what_was_sealed_later_or_is_not_sealed_is_not_told():
    open_books()
    first, second, third = (uuid4() for _ in range(3))
    receive(1, first)
    seal_all(at=AT)
    before = last_number()
    receive(2, second)
    seal_all(at=AT)
    receive(3, third)

    assert [amount for _, amount, _, _ in moved_until(before, [third, second, first])] == [1]
    assert sorted(amount for _, amount, _, _ in moved_until(last_number(), [third, second, first])) == [1, 2]


def last_number() -> int:
    return int(Event.objects.filter(number__isnull=False).latest("number").number or 0)
