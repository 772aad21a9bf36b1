"""A page that is filled between compressed pieces is the page with its marks replaced, byte for byte."""

import gzip

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sanad.web.family.packing import MOST, filled, filled_in_gzip, pack

MARKS = ("the-token", "the-id")
PIECES = st.lists(st.text(max_size=300), min_size=1, max_size=6)
VALUES = st.tuples(st.text(max_size=80), st.text(max_size=80))


@given(PIECES, st.lists(st.sampled_from(MARKS), min_size=6, max_size=6), VALUES)
@example([""], ["the-id"] * 6, ("", ""))
@example(["سند " * 9_000, "", "x"], ["the-token"] * 6, ("a" * 64, "b" * 36))
def test_it_is_the_page_with_its_marks_replaced(pieces: list[str], between: list[str], values: tuple[str, str]):
    html = "".join(piece + mark for piece, mark in zip(pieces, between, strict=False))
    whole = html
    for mark, value in zip(MARKS, values, strict=True):
        whole = whole.replace(mark, value)
    packed = pack(html, MARKS)

    if not any(mark in value for mark in MARKS for value in values):
        assert filled(packed, values).decode() == whole
        assert gzip.decompress(filled_in_gzip(packed, values)).decode() == whole


def test_a_secret_lies_in_it_uncompressed_and_as_long_as_it_is():
    """So that nobody learns it from how well it goes with what they had the page show (BREACH)."""
    packed = pack("<p>abcabcabcabc</p>the-token<p>abcabcabcabc</p>", MARKS)

    likely, unlikely = (filled_in_gzip(packed, (value, "")) for value in ("abcabcabc", "q7Zk0pX1v"))

    assert len(likely) == len(unlikely)
    assert b"abcabcabc" in likely


def test_what_is_too_long_to_be_put_in_is_said():
    with pytest.raises(ValueError, match="too many"):
        filled_in_gzip(pack("the-id", MARKS), ("", "a" * (MOST + 1)))
