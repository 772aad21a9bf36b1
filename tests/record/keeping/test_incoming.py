"""Files of several kinds, read and held with the texts that were made of them."""

import hashlib
from datetime import UTC, datetime

import pytest

from sanad.record.kinds import Method, Rights, WorkKind
from sanad.record.models import TextLayer
from sanad.record.refusals import RecordRefused
from sanad.record.selectors.provenance import bytes_of
from sanad.record.services.incoming import Asked, hold_file
from sanad.record.verification import verify_record
from tests.record.keeping.pages import by_maya
from tests.record.making import PAGE, warc

pytestmark = pytest.mark.django_db
ASKED = Asked(WorkKind.NEWS_ARTICLE, Rights.QUOTE_ONLY, Method.UPLOAD)
HTML = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Roofs</title></head><body>
<article><h1>Roofs before winter</h1><p>The council met on Monday and spoke of the roofs of the old quarter.</p>
<p>“We will begin with the oldest houses,” Huda Saab said. Nobody asked her when the money would be there.</p>
</article></body></html>"""
HEARD = "WEBVTT\n\n00:01.000 --> 00:04.500\n<v Huda Saab>We will begin with the oldest houses.\n"
BY_HAND = """source:
  title: Minutes of the residents' meeting
  date: 2024-12
quotations:
  - at: page 3
    text: |-
      The mayor said, "The stairs will be repaired."
"""


def held(name: str, text: str) -> TextLayer:
    raw = text.encode()
    (page,) = hold_file(name, raw, ASKED, by_maya()).held
    assert page.is_new
    assert bytes_of(page.layer.capture) == raw
    assert list(verify_record()) == []
    return page.layer


def test_a_web_page_is_held_with_its_story():
    layer = held("roofs.html", HTML)

    assert layer.capture.media_type == "text/html"
    assert layer.capture.works.get().title == "Roofs before winter"
    assert layer.proposals.filter(kind="quotation").count() == 1


def test_a_transcript_is_held_with_its_times():
    layer = held("meeting.vtt", HEARD)

    cue = layer.segments.get(kind="cue")
    assert (cue.from_ms, cue.to_ms) == (1_000, 4_500)
    assert "oldest houses" in layer.text[cue.start : cue.end]


def test_a_quotation_typed_by_hand_is_held_as_it_was_typed():
    layer = held("minutes.yaml", BY_HAND)

    assert 'The mayor said, "The stairs will be repaired."' in layer.text


def test_the_same_file_again_is_nothing_new():
    held("roofs.html", HTML)

    (again,) = hold_file("roofs.html", HTML.encode(), ASKED, by_maya()).held

    assert not again.is_new


def test_pages_of_an_archive_keep_where_they_lay_and_when_they_were_captured():
    sent = warc(("https://example.org/a", PAGE, {"Content-Type": "text/html"}), ("https://example.org/b", b"x", {}))

    found = hold_file("pages.warc", sent, ASKED, by_maya())

    (page,) = found.held
    capture = page.layer.capture
    assert (bytes_of(capture), capture.url, capture.method) == (PAGE, "https://example.org/a", "warc")
    assert capture.custody_prev_hash == hashlib.sha256(sent).hexdigest()
    assert capture.retrieved_at == datetime(2024, 12, 5, 10, tzinfo=UTC)
    # Two requests, and a response that is no page.
    assert (found.refused, found.left_out) == ([], 3)


@pytest.mark.parametrize(
    ("name", "raw", "code"),
    [("a.pdf", b"no pdf", "not_pdf"), ("a.warc", b"nothing", "broken_record"), ("a.html", b"<p></p>", "no_prose")],
)
def test_a_file_without_a_page_is_refused_by_the_code_of_its_reader(name: str, raw: bytes, code: str):
    with pytest.raises(RecordRefused) as refused:
        hold_file(name, raw, ASKED, by_maya())

    assert (refused.value.code, refused.value.facts["file"]) == (code, name)
