from pathlib import Path

import pytest

from sanad.record.importers.plain_text import PageRefused, language_of, read_plain_text


def page(folder: Path, raw: bytes) -> Path:
    file = folder / "page.txt"
    file.write_bytes(raw)
    return file


def test_nothing_of_the_text_is_changed(tmp_path: Path):
    read = read_plain_text(page(tmp_path, b"One\r\n\r\nTwo \t\xe2\x80\x9cthree\xe2\x80\x9d\r\n"))

    assert read.text == "One\r\n\r\nTwo \t“three”\r\n"
    assert read.bytes == 25


def test_a_byte_order_mark_belongs_to_the_bytes_only(tmp_path: Path):
    with_mark, without = (read_plain_text(page(tmp_path, mark + "سند".encode())) for mark in (b"\xef\xbb\xbf", b""))

    assert with_mark.text == without.text == "سند"
    assert with_mark.sha256 != without.sha256


@pytest.mark.parametrize(
    ("raw", "code", "at"),
    [
        (b"caf\xe9 noir", "not_utf8", 3),
        ("نص".encode("cp1256"), "not_utf8", 0),
        ("text".encode("utf-16"), "not_text", 3),
        (b"%PDF-1.7\n\x00\x01", "not_text", 9),
    ],
)
def test_what_is_no_text_is_refused_with_its_place(tmp_path: Path, raw: bytes, code: str, at: int):
    with pytest.raises(PageRefused) as refused:
        read_plain_text(page(tmp_path, raw))

    assert (refused.value.code, refused.value.at) == (code, at)


def test_a_file_above_the_limit_is_refused_unread(tmp_path: Path):
    file = tmp_path / "page.txt"
    with file.open("wb") as sparse:
        sparse.truncate(50_000_001)

    with pytest.raises(PageRefused) as refused:
        read_plain_text(file)

    assert refused.value.code == "too_large"


@pytest.mark.parametrize(
    ("text", "language"),
    [("", "en"), ("123 — !", "en"), ("قال Ali", "en"), ("قال علي Ali", "ar"), ("قال رئيس البلدية في Beirut", "ar")],
)
def test_the_language_is_that_of_most_letters(text: str, language: str):
    assert language_of(text) == language
