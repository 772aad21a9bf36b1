"""Any changed byte is found and named: in a file, a text, a row, the log, or the place of words."""

import pytest
from django.db import connection

from sanad.evidence.storage import path_of
from sanad.record.kinds import Why
from sanad.record.models import Capture, LogRow, Proposal, Statement
from sanad.record.services.retractions import ask_to_seal, retract, seal
from sanad.record.verification import logged_models, verify_record
from tests.record.keeping.pages import by_maya, by_omar, held, huda, said

pytestmark = pytest.mark.django_db
LIST = "“The list is ready.”"
FORGE = "UPDATE record_logrow SET digest = %s WHERE row = %s AND \"table\" = 'record_statement'"


def found() -> list[tuple[str, str]]:
    return [(one.code, one.what) for one in verify_record()]


def past_the_guards(sql: str, *values: object) -> None:
    """As somebody would who has the database in hand: without its triggers and checks."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            names = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'record_%'"
            triggers = list(cursor.execute(names))
            for trigger, _ in triggers:
                cursor.execute(f'DROP TRIGGER "{trigger}"')
            cursor.execute("PRAGMA ignore_check_constraints = ON")
            cursor.execute(sql, values)
            cursor.execute("PRAGMA ignore_check_constraints = OFF")
            for _, made in triggers:
                cursor.execute(made)
        else:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET session_replication_role = replica")
            cursor.execute(sql, values)
            cursor.execute("SET session_replication_role = origin")


def test_what_was_written_through_the_services_fits():
    page = held()
    retract(said(page, LIST, huda()), Why.WITHDRAWN_BY_US, "said twice", by_omar())

    assert found() == []
    logged = set(LogRow.objects.values_list("table", flat=True))
    written = {one._meta.db_table for one in logged_models() if one._base_manager.exists()}
    assert logged == written


@pytest.mark.parametrize(
    ("sql", "code", "what"),
    [
        ("UPDATE record_statement SET manner = 'shouted'", "changed", "record_statement:{statement}"),
        ("UPDATE record_work SET title = 'Another title'", "changed", "record_work:{work}"),
        ("UPDATE record_agent SET label = 'Hoda Saab'", "changed", "record_agent:{agent}"),
        ("UPDATE record_span SET exact = '“The list is lost.”' WHERE id = {span}", "words_moved", "record_span:{span}"),
    ],
)
def test_a_changed_row_is_named(sql, code, what):
    page = held()
    made = said(page, LIST, huda())
    names = {"statement": made.pk, "work": page.work.pk, "agent": made.speaker_id, "span": made.content_id}

    past_the_guards(sql.format(**names))

    assert (code, what.format(**names)) in found()


def test_a_forged_log_is_named():
    made = said(held(), LIST)

    past_the_guards(FORGE, "0" * 64, made.pk)

    assert {code for code, _ in found()} == {"log_changed", "changed"}


def test_one_changed_sign_of_a_text_is_named():
    page = held()
    said(page, LIST)
    text = page.layer.text.replace("council", "counsil")

    past_the_guards("UPDATE record_textlayer SET text = %s", text)

    assert found() == [("text_changed", f"record_textlayer:{page.layer.pk}")]


def test_one_changed_byte_of_a_file_is_named():
    page = held()
    path = path_of(page.capture.stored)
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)

    assert found() == [("bytes_changed", f"record_capture:{page.capture.pk}")]

    path.unlink()
    assert found() == [("bytes_missing", f"record_capture:{page.capture.pk}")]


def test_a_row_that_is_gone_and_one_that_was_smuggled_in_are_named():
    page = held()
    made = said(page, LIST)
    other = said(page, "“We will pay the families within a few months,”")

    past_the_guards("DELETE FROM record_place WHERE statement_id = %s", made.pk)
    past_the_guards("DELETE FROM record_statement WHERE id = %s", made.pk)
    past_the_guards("DELETE FROM record_logrow WHERE row = %s AND \"table\" = 'record_statement'", other.pk)

    told = found()
    assert ("missing", f"record_statement:{made.pk}") in told
    assert ("not_in_the_log", f"record_statement:{other.pk}") in told
    assert "log_changed" in {code for code, _ in told}


def test_a_sealed_capture_keeps_its_hash_and_its_log_and_loses_its_words():
    page = held()
    made = said(page, LIST)
    asked = ask_to_seal(page.capture, "a witness could be known by it", by_maya())

    seal(asked, by_omar())

    capture, statement = Capture.objects.get(), Statement.objects.get()
    assert (capture.sha256, statement.rec_hash) == (page.capture.sha256, made.rec_hash)
    assert (statement.content.exact, statement.content.layer.text) == (None, None)
    assert [one for one in Proposal.objects.values_list("payload", flat=True) if one] == []
    assert found() == []
