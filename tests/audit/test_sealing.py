import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection, transaction

from sanad.audit.checkpoints import Checkpoint, signing_key, write_checkpoint
from sanad.audit.models import Chain, Event
from sanad.audit.sealing import seal_all, seal_pending
from sanad.audit.services import record
from sanad.audit.verification import Finding, verify_chain
from tests.audit.tampering import tamper

AT = datetime(2026, 11, 26, 9, tzinfo=UTC)
KEY = signing_key("a master key for tests")


def noted(count: int) -> None:
    with transaction.atomic():
        for place in range(count):
            record(act="claim.receive", on=f"claim:SSP-{place:06}", by=None, at=AT, facts={"people": place})


def found(folder: Path, now: datetime = AT) -> list[Finding]:
    return list(verify_chain(now=now, checkpoints=folder, key=KEY.public_key()))


def checkpoint(folder: Path) -> None:
    head = Chain.objects.get()
    write_checkpoint(folder, Checkpoint(head.length, head.digest), KEY)


@pytest.mark.django_db
def test_a_chain_that_nobody_touched_has_no_findings(tmp_path: Path):
    noted(12)

    sealed = [seal_pending(at=AT, most=5) for _ in range(4)]
    checkpoint(tmp_path)

    assert sealed == [5, 5, 2, 0]
    assert found(tmp_path) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("change", "code", "first", "last"),
    [
        (["UPDATE audit_event SET facts = '{\"people\": 9}' WHERE number = 4"], "changed", 4, 4),
        (["UPDATE audit_event SET at = '2020-01-01 00:00:00+00:00' WHERE number = 4"], "changed", 4, 4),
        (["DELETE FROM audit_event WHERE number = 7"], "missing", 7, 7),
        (["DELETE FROM audit_event WHERE number > 10"], "cut_off", 11, 12),
    ],
)
def test_what_was_changed_or_deleted_is_named(change: list[str], code: str, first: int, last: int, tmp_path: Path):
    noted(12)
    seal_all(at=AT)

    tamper(*change)

    assert found(tmp_path) == [Finding(code, first, last)]


@pytest.mark.django_db
def test_two_events_that_changed_places_are_both_named(tmp_path: Path):
    noted(12)
    seal_all(at=AT)

    tamper(
        "UPDATE audit_event SET number = 99 WHERE number = 3",
        "UPDATE audit_event SET number = 3 WHERE number = 8",
        "UPDATE audit_event SET number = 8 WHERE number = 99",
    )

    assert {3, 8} <= {finding.first for finding in found(tmp_path)}


@pytest.mark.django_db
def test_an_end_cut_off_with_its_head_is_found_by_the_notes(tmp_path: Path):
    noted(12)
    seal_all(at=AT)
    checkpoint(tmp_path)
    kept = Event.objects.get(number=9).digest

    tamper("DELETE FROM audit_event WHERE number > 9")
    Chain.objects.update(length=9, digest=kept)

    assert found(tmp_path) == [Finding("cut_off", 10, 12, "000000000012.note")]


@pytest.mark.django_db
def test_a_history_written_anew_is_found_by_the_notes(tmp_path: Path):
    noted(12)
    seal_all(at=AT)
    checkpoint(tmp_path)

    tamper(
        "UPDATE audit_event SET act = 'claim.other' WHERE number = 2",
        "UPDATE audit_event SET number = NULL, digest = NULL, sealed_at = NULL",
        "DELETE FROM audit_chain",
    )
    seal_all(at=AT)

    assert found(tmp_path) == [Finding("against_checkpoint", 12, 12, "000000000012.note")]


@pytest.mark.django_db
def test_a_note_that_was_edited_is_named(tmp_path: Path):
    noted(2)
    seal_all(at=AT)
    checkpoint(tmp_path)
    note = next(tmp_path.glob("*.note"))

    note.write_text(note.read_text(encoding="utf-8").replace("\n2\n", "\n1\n"), encoding="utf-8")

    assert found(tmp_path) == [Finding("bad_checkpoint", 0, 0, note.name)]


@pytest.mark.django_db
def test_an_event_that_waits_for_a_minute_is_an_alarm(tmp_path: Path):
    noted(3)

    assert found(tmp_path, AT + timedelta(seconds=59)) == []
    assert found(tmp_path, AT + timedelta(seconds=61)) == [Finding("unsealed", 0, 3)]


def test_sealers_at_once_number_every_event_once(own_database: str, tmp_path: Path):
    noted(200)
    barrier = threading.Barrier(4)

    def run() -> None:
        barrier.wait()
        while seal_pending(at=AT, most=20):
            pass
        connection.close()

    sealers = [threading.Thread(target=run) for _ in range(4)]
    for sealer in sealers:
        sealer.start()
    for sealer in sealers:
        sealer.join()

    assert sorted(Event.objects.values_list("number", flat=True)) == list(range(1, 201))
    assert found(tmp_path) == []
