"""What the database refuses by itself, whoever asks and however."""

from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import F

from sanad.ledger.models import Account, Entry, Pending, Transfer
from tests.ledger.books import HELD, PAID, RECEIVED, open_books, receive, set_aside

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _books(db: None) -> None:
    open_books()
    open_books("LBP")
    receive(500)


@pytest.mark.parametrize("change", [{"amount": 1}, {"debit_account": PAID}, {"kind": "pending"}, {"event": None}])
def test_a_transfer_is_never_changed(change: dict[str, object]):
    with pytest.raises(IntegrityError), transaction.atomic():
        Transfer.objects.update(**change)


@pytest.mark.parametrize("change", [{"credits_posted": 1}, {"version": 9}, {"side": "debit"}])
def test_an_entry_is_never_changed(change: dict[str, object]):
    with pytest.raises(IntegrityError), transaction.atomic():
        Entry.objects.filter(account=HELD).update(**change)


@pytest.mark.parametrize("table", ["ledger_entry", "ledger_transfer"])
def test_nothing_is_deleted_past_the_models_either(table: str):
    statement = {"ledger_entry": "DELETE FROM ledger_entry", "ledger_transfer": "DELETE FROM ledger_transfer"}[table]

    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize("change", [{"debits_posted": 501}, {"debits_pending": 501}, {"credits_posted": 0}])
def test_money_that_is_held_never_goes_below_what_is_set_aside(change: dict[str, int]):
    set_aside(100)

    with pytest.raises(IntegrityError), transaction.atomic():
        Account.objects.filter(pk=HELD).update(**change)


def test_no_sum_is_negative():
    with pytest.raises(IntegrityError), transaction.atomic():
        Account.objects.filter(pk=PAID).update(credits_pending=F("credits_pending") - 1)


def of_transfer(**changed: object) -> Transfer:
    event = Transfer.objects.get().event_id
    given = {"id": uuid4(), "event_id": event, "place": 2, "kind": "direct", "amount": 5}
    accounts = {"debit_account_id": RECEIVED, "credit_account_id": HELD}
    return Transfer(**{**given, **accounts, **changed})


@pytest.mark.parametrize(
    "changed",
    [
        {"amount": 0},
        {"amount": -5},
        {"credit_account_id": RECEIVED},
        {"credit_account_id": "LBP:fund:cedar:held"},
        {"kind": "post"},
        {"kind": "gift"},
        {"rank": 1},
        {"place": 1},
    ],
)
def test_a_transfer_that_cannot_be_is_refused(changed: dict[str, object]):
    with pytest.raises(IntegrityError), transaction.atomic():
        Transfer.objects.bulk_create([of_transfer(**changed)])


def test_a_transfer_that_can_be_is_taken():
    Transfer.objects.bulk_create([of_transfer()])

    assert Transfer.objects.count() == 2


@pytest.mark.parametrize("changed", [{"currency": "LBP"}, {"kind": "purse"}, {"code": "EUR:fund:cedar:held"}])
def test_an_account_that_cannot_be_is_refused(changed: dict[str, str]):
    given = {"code": "USD:fund:olive:held", "currency": "USD", "kind": "held"}

    with pytest.raises(IntegrityError), transaction.atomic():
        Account.objects.create(**given | changed)


@pytest.mark.parametrize(
    ("state", "left"), [("pending", 0), ("posted", 5), ("voided", 5), ("uncovered", 0), ("new", 5)]
)
def test_a_pending_transfer_is_open_or_done(state: str, left: int):
    reserved = set_aside(100)

    with pytest.raises(IntegrityError), transaction.atomic():
        Pending.objects.filter(pk=reserved).update(state=state, left=left)


NO_INTEGERS = ["UPDATE ledger_account SET credits_posted = 700.5", "UPDATE ledger_account SET credits_posted = 'many'"]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL's columns take integers only")
@pytest.mark.parametrize("statement", NO_INTEGERS)
def test_a_sum_is_a_whole_number(statement: str):
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
