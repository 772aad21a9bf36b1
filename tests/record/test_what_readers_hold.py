"""Whatever the bytes: a page whose text is the one that its places count on, or a refusal that has a name."""

import hashlib
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sanad.ops.record_words import WORDS
from sanad.record.importers.proposed import Proposed, proposed_of_bytes
from sanad.record.importers.read import LeftOut, ReadPage, Refused
from sanad.record.importers.reading import read
from tests.record.making import PARAGRAPH
from tests.record.test_own_pages import spans_in

LIGHT = [".txt", ".html", ".warc", ".warc.gz", ".wacz", ".vtt", ".srt", ".yaml", ".json"]
"""A PDF is read in a process of its own, which is too slow for so many: test_hostile_files.py."""
HTML = st.lists(
    st.sampled_from(
        [
            *("<article>", "</article>", "<p>", "</p>", "<h1>", "</h1>", "<nav>", "</nav>", "<br>", "<table><td>"),
            *("<figcaption>", "<img alt='seen'>", "<script>", "</script>", "<!--", "-->", "<meta charset=utf-16>"),
            *(PARAGRAPH, "قال رئيس البلدية إن الدرج سيُصلح قبل الشتاء. ", "“We will pay,” Rita Haddad said. ", "&nbsp;"),
            *("&#0;", "&#xd800;", "<title>", "<html lang=ar>", "<link rel=canonical href=a>"),
        ]
    )
    | st.text(max_size=8),
    max_size=30,
).map("".join)
TIME = st.tuples(st.integers(0, 59), st.integers(0, 999)).map(lambda at: f"00:{at[0]:02}.{at[1]:03}")
CUES = st.lists(
    st.tuples(TIME, TIME, st.sampled_from(["<v Rita Haddad>", "MAYOR: ", "", "<i>"]), st.text(max_size=20)), max_size=12
).map(lambda cues: "WEBVTT\n\n" + "\n\n".join(f"{a} --> {b}\n{who}{said}" for a, b, who, said in cues))


def check(name: str, raw: bytes) -> None:
    found = list(read(name, raw))
    assert found
    for one in found:
        if isinstance(one, ReadPage):
            check_page(one)
        elif isinstance(one, Refused):
            assert set(WORDS[one.code]) == {"en", "ar"}
        else:
            assert isinstance(one, LeftOut)
            assert one.records >= 0


def check_page(page: ReadPage) -> None:
    for layer in page.layers:
        size = len(layer.text)
        assert layer.sha256 == hashlib.sha256(layer.text.encode()).hexdigest()
        assert all(0 <= place.start <= place.end <= size for place in (*layer.sheets, *layer.heard))
        assert layer.producer.name
        assert layer.producer.version
    assert all(set(WORDS[notice.code]) == {"en", "ar"} for notice in page.notices)


@pytest.mark.parametrize("ending", LIGHT)
@settings(deadline=None)
@given(raw=st.binary(max_size=400))
def test_any_bytes_give_a_page_or_a_named_refusal(ending: str, raw: bytes):
    check(f"page{ending}", raw)


@settings(deadline=None)
@given(html=HTML)
def test_any_web_page_gives_a_page_or_a_named_refusal(html: str):
    check("page.html", html.encode("utf-8", "surrogatepass"))


@settings(deadline=None)
@given(html=HTML)
def test_places_count_on_the_text_of_the_layer(html: str):
    for found in proposed_of_bytes("page.html", html.encode("utf-8", "surrogatepass")):
        if isinstance(found, Proposed):
            page = found.shape["page"]
            text = page["layer"]["text"]
            assert page["chars"] == len(text)
            assert all(text[one["start"] : one["end"]] == one["text"] for one in spans_in(found.shape))


@settings(deadline=None)
@given(text=CUES)
def test_what_was_heard_lies_in_order_and_covers_every_sign(text: str):
    for page in read("talk.vtt", text.encode("utf-8", "surrogatepass")):
        if isinstance(page, ReadPage):
            layer, at = page.layers[0], 0
            for one in layer.heard:
                assert re.fullmatch(r"\s*", layer.text[at : one.start])
                at = one.end
            assert at == len(layer.text)


@settings(deadline=None)
@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")))
def test_nothing_of_plain_or_pasted_text_is_changed(text: str):
    for name in ("page.txt", "-"):
        (page,) = read(name, text.encode())
        assert isinstance(page, ReadPage)
        assert page.layers[0].text == text


@settings(deadline=None)
@given(html=HTML)
def test_the_same_bytes_give_the_same(html: str):
    raw = html.encode("utf-8", "surrogatepass")

    assert list(read("page.html", raw)) == list(read("page.html", raw))
