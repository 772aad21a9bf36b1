import json

import pytest

from sanad.record.importers.by_hand import by_hand
from sanad.record.importers.read import PageRefused

ENTRY = """
source:
  title: Minutes of the residents' meeting
  publisher: Residents' committee
  date: 2024-12
  shelf_mark: Box 4, sheet 12
quotations:
  - at: page 3
    text: |-
      The mayor said,  "The stairs will be repaired."
      He said no more.
  - text: 'قال «نعم».'
"""


def test_the_wording_is_kept_sign_by_sign():
    page = by_hand("box-4.yaml", ENTRY.encode())

    assert page.layers[0].text == ('The mayor said,  "The stairs will be repaired."\nHe said no more.\n\nقال «نعم».')
    assert page.layers[0].producer.name == "hand_entry"
    assert page.layers[0].producer.parameters == {"places": "page 3 | "}


def test_the_held_source_is_named_and_no_day_is_made_of_a_month():
    stated = by_hand("box-4.yaml", ENTRY.encode()).stated

    assert (stated.title, stated.published) == ("Minutes of the residents' meeting", "2024-12")
    assert (stated.publisher, stated.shelf_mark) == ("Residents' committee", "Box 4, sheet 12")


def test_the_same_in_json_is_the_same_text():
    told = {"source": {"title": "Minutes"}, "quotations": [{"text": "He said, “No.”"}]}

    assert by_hand("box.json", json.dumps(told).encode()).layers[0].text == "He said, “No.”"


ONE = {"text": "He said no."}


@pytest.mark.parametrize(
    ("told", "what"),
    [
        ({"source": {}, "quotations": [ONE]}, "source.title"),
        ({"source": {"title": "M"}}, "quotations"),
        ({"source": {"title": "M"}, "quotations": "He said no."}, "quotations"),
        ({"source": {"title": "M"}, "quotations": [{"text": " "}]}, "quotations[1].text"),
        ({"source": {"title": "M"}, "quotations": [ONE, {"text": 3}]}, "quotations[2].text"),
        ({"source": {"title": "M", "tilte": "N"}, "quotations": [ONE]}, "source.tilte"),
        ({"source": {"title": "M"}, "quotations": [{**ONE, "texts": "lost"}]}, "quotations[1].texts"),
        ({"source": {"title": "M"}, "quotations": [{"text": "\ud800"}]}, "quotations[1].text"),
    ],
)
def test_what_is_wrong_is_named(told: dict[str, object], what: str):
    with pytest.raises(PageRefused) as refused:
        by_hand("box.json", json.dumps(told).encode())

    assert (refused.value.code, refused.value.facts) == ("no_entry", {"what": what})


@pytest.mark.parametrize(
    ("name", "raw", "code"),
    [
        ("a.json", b"{}", "other_data"),
        ("a.json", b'{"page": {}, "quotations": [{"id": "Q1"}]}', "other_data"),
        ("a.json", b'{"quotations": [{"text": "Yes"}]}', "no_entry"),
        ("a.yaml", b"a: &x [1]\nb: *x", "no_entry"),
        ("a.yaml", b"{" * 100_000, "no_entry"),
        ("a.json", b"[" * 100_000, "no_entry"),
        ("a.json", b" " * 1_000_001, "too_large_by_hand"),
        ("a.yaml", b"!!python/object:os.system {}", "no_entry"),
    ],
)
def test_other_data_is_refused(name: str, raw: bytes, code: str):
    with pytest.raises(PageRefused) as refused:
        by_hand(name, raw)

    assert refused.value.code == code
