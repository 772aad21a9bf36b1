"""Captures, texts and places: never changed, and exactly as they stand."""

import pytest
from django.db import connection

from sanad.record.models import (
    Span,
    TextLayer,
)
from sanad.record.services.captures import NewCapture, keep_capture
from sanad.record.spans import AROUND
from sanad.sheets.sql import fill, name
from tests.record.keeping.pages import PAGE, WHEN, by_omar, held, huda, said
from tests.record.keeping.refusing import code_of, refused

pytestmark = pytest.mark.django_db
PROMISE = "“We will pay the families within a few months,”"
LIST = "“The list is ready.”"
TOLD = "“They told us: ‘There is no money now.’ ”"
NO_MONEY = "‘There is no money now.’"


def test_a_span_holds_exactly_the_words_that_stand_there():
    page = held()
    stands = {"layer": page.layer, "start": 0, "end": 7, "prefix": "", "suffix": PAGE[7:39]}

    assert "do not stand there" in refused(lambda: Span.objects.create(**stands, exact="Repaird"))
    assert "do not stand there" in refused(lambda: Span.objects.create(**{**stands, "suffix": "x"}, exact="Repairs"))
    assert "do not stand there" in refused(
        lambda: Span.objects.create(layer=page.layer, start=0, end=9_999, exact=PAGE, prefix="", suffix="")
    )
    assert Span.objects.create(**stands, exact="Repairs").pk


def test_the_words_around_a_span_are_at_most_32_signs():
    page = held()

    made = said(page, LIST)

    start = PAGE.index(LIST)
    assert made.content.prefix == PAGE[start - AROUND : start]
    assert made.content.suffix == PAGE[start + len(LIST) :][:AROUND]


@pytest.mark.parametrize(("column", "value"), [("text", "Another"), ("language", "ar"), ("sha256", "0" * 64)])
def test_a_text_is_never_changed(column, value):
    layer = held().layer

    assert "never changed" in refused(lambda: TextLayer.objects.filter(pk=layer.pk).update(**{column: value}))
    assert "never deleted" in refused(lambda: TextLayer.objects.filter(pk=layer.pk)._raw_delete("default"))


@pytest.mark.parametrize("table", ["capture", "segment", "work", "account", "transmission", "agent", "statement"])
def test_rows_of_the_record_are_never_changed_or_deleted(table):
    page = held()
    said(page, LIST, huda())

    with connection.cursor() as cursor:
        parts = {"table": name(f"record_{table}")}
        for statement in (
            fill("UPDATE {table} SET id = id + 1000", **parts),
            fill("DELETE FROM {table}", **parts),
        ):
            assert "never changed or deleted" in refused(lambda sql=statement: cursor.execute(sql))


def test_the_same_bytes_are_kept_once_and_a_page_that_changed_is_another_capture():
    url = "https://example.org/repairs"
    first = held(url=url)

    again, is_new = keep_capture(NewCapture(PAGE.encode(), "text/plain", "paste", WHEN, url), by_omar())
    changed, changed_is_new = keep_capture(NewCapture(b"Another text", "text/plain", "paste", WHEN, url), by_omar())

    assert (again, is_new, changed_is_new) == (first.capture, False, True)
    assert changed.custody_prev_hash == first.capture.sha256


def test_captions_furniture_and_headlines_yield_no_statement():
    text = "“Nothing will stop,” says the head\n\nThe story.\n\n“We go on.” Huda Saab said.\n"
    page = held(text)
    headline = page.layer.segments.get(kind="headline")

    assert headline.start == 0
    assert code_of(lambda: said(page, "“Nothing will stop,”")) == "does_not_stand"
