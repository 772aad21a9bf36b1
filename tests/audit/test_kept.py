from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, connection, transaction

from sanad.audit.apps import EVENTS
from sanad.audit.kept import trigger_names
from sanad.audit.models import Event
from sanad.audit.services import NotInATransaction, record

AT = datetime(2026, 11, 26, 9, tzinfo=UTC)


def noted(act: str = "claim.receive") -> Event:
    with transaction.atomic():
        return record(act=act, on="claim:SSP-000001-2", by=None, at=AT, facts={"people": 5})


@pytest.mark.django_db
@pytest.mark.parametrize("change", [{"act": "claim.other"}, {"facts": {}}, {"at": datetime(2020, 1, 1, tzinfo=UTC)}])
def test_an_event_is_never_changed(change: dict[str, object]):
    event = noted()

    with pytest.raises(IntegrityError), transaction.atomic():
        Event.objects.filter(pk=event.pk).update(**change)


@pytest.mark.django_db
def test_an_event_is_never_deleted():
    event = noted()

    with pytest.raises(IntegrityError), transaction.atomic():
        event.delete()


@pytest.mark.django_db
def test_an_event_is_sealed_once_and_nothing_else_changes_with_it():
    event = noted()
    seal = {"number": 1, "digest": "00", "sealed_at": AT}

    with pytest.raises(IntegrityError), transaction.atomic():
        Event.objects.filter(pk=event.pk).update(act="other", **seal)
    Event.objects.filter(pk=event.pk).update(**seal)

    with pytest.raises(IntegrityError), transaction.atomic():
        Event.objects.filter(pk=event.pk).update(number=2, digest="01")


def test_an_act_without_a_transaction_is_refused(own_database: str):
    with pytest.raises(NotInATransaction):
        record(act="claim.receive", on="claim:SSP-000001-2", by=None, at=AT)


REWRITES = {
    "sqlite": 'INSERT OR REPLACE INTO audit_event (id, at, act, "on", facts, root) '
    "SELECT id, at, 'other', \"on\", facts, root FROM audit_event",
    "postgresql": "TRUNCATE audit_event CASCADE",
}


def test_no_row_is_put_in_the_place_of_another(own_database: str):
    noted()

    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(REWRITES[connection.vendor])


@pytest.mark.django_db
def test_the_triggers_are_there():
    catalogue = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
    }[connection.vendor]

    with connection.cursor() as cursor:
        cursor.execute(catalogue)
        found = {name for (name,) in cursor.fetchall()}

    assert set(trigger_names(EVENTS)) <= found
