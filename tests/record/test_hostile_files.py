"""Files that are made to break whoever reads them: each ends in a page or a named refusal, and soon."""

import random
import time
from pathlib import Path

import pytest

from sanad.ops.record_words import WORDS
from sanad.record.importers.read import LeftOut, ReadPage, Refused
from sanad.record.importers.reading import ENDINGS, read, read_file
from sanad.record.importers.web_archive import archived_pages
from tests.record.making import PAGE, PARAGRAPH, pdf, wacz, warc

DEEP = 100_000
PROSE = f"<p>{PARAGRAPH}</p>"
SECONDS = 20
"""Of CPU; a page that is read in the square of its length takes minutes."""
HTML = {"Content-Type": "text/html"}
WHOLE = {
    ".txt": PARAGRAPH.encode(),
    ".html": PAGE,
    ".warc": warc(("https://news.example", PAGE, HTML), packed=False),
    ".warc.gz": warc(("https://news.example", PAGE, HTML)),
    ".wacz": wacz({"archive/a.warc.gz": warc(("https://news.example", PAGE, HTML))}),
    ".pdf": pdf([(50, 700, 12, "The stairs are repaired.")]),
    ".vtt": b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Rita>We will pay.\n",
    ".srt": b"1\n00:00:01,000 --> 00:00:02,000\nWe will pay.\n",
    ".yaml": b"source: {title: Minutes}\nquotations:\n  - text: He said no.\n",
    ".json": b'{"source": {"title": "Minutes"}, "quotations": [{"text": "He said no."}]}',
}
PAGES = {
    "articles": "<article>" * DEEP + PROSE,
    "boxes": "<div>" * DEEP + PROSE + "</div>" * DEEP,
    "letters, then articles": "<b>" * DEEP + "<article>x</article>" * DEEP,
    "pictures in letters": "<b>" * DEEP + "<img alt=a>" * DEEP,
    "lists": "<ul><li>" * DEEP + PROSE,
    "tables": "<table>" * DEEP + PROSE,
    "letters that never end": "<a><b><i><p>" * (DEEP // 2),
    "many paragraphs": PROSE * 40_000,
    "many attributes": "<p " + " ".join(f"a{number}=1" for number in range(DEEP)) + ">" + PROSE,
    "a huge attribute": f"<p title='{'x' * 20_000_000}'>{PROSE}",
    "an attribute without end": "<p title='" + "<p " * 90_000,
    "signs of tags": "<" * 290_000 + PROSE,
    "remarks without end": "<!--" * 70_000,
    "scripts without end": "<script>" * DEEP + PROSE,
    "data, deep": f"<script type='application/ld+json'>{'[' * DEEP}</script>{PROSE}",
    "a million tags": "<br>" * 1_000_000,
    "empty signs": f"<p>\0{PARAGRAPH}",
}


def ends_soon(name: str, raw: bytes) -> list[object]:
    """What was found; every refusal has its sentence."""
    began = time.process_time()
    found = list(read(name, raw))
    assert time.process_time() - began < SECONDS
    assert found
    assert all(isinstance(one, ReadPage | Refused | LeftOut) for one in found)
    for one in found:
        if isinstance(one, Refused):
            assert all(text.format(file=name, at=one.at, **one.facts) for text in WORDS[one.code].values())
        elif isinstance(one, ReadPage):
            assert all(WORDS[notice.code]["ar"].format(**notice.facts) for notice in one.notices)
    return found


@pytest.mark.parametrize("shape", PAGES)
def test_a_web_page_of_any_shape_ends(shape: str):
    ends_soon("page.html", PAGES[shape].encode())


@pytest.mark.parametrize(
    ("shape", "code"),
    [
        ("articles", "too_deep"),
        ("many attributes", "too_many_attributes"),
        ("a million tags", "too_many_tags"),
        ("remarks without end", "no_prose"),
    ],
)
def test_what_wears_out_a_reader_is_named(shape: str, code: str):
    assert [one.code for one in ends_soon("page.html", PAGES[shape].encode()) if isinstance(one, Refused)] == [code]


@pytest.mark.parametrize("ending", ENDINGS)
def test_noise_under_any_ending_is_no_page(ending: str):
    noise = random.Random(ending).randbytes(200_000)

    found = ends_soon(f"noise{ending}", noise)

    assert not [one for one in found if isinstance(one, ReadPage)]
    assert [one for one in found if isinstance(one, Refused)]


@pytest.mark.parametrize("ending", ENDINGS)
def test_nothing_under_any_ending_ends(ending: str):
    ends_soon(f"nothing{ending}", b"")


@pytest.mark.parametrize("ending", WHOLE)
def test_what_was_cut_off_anywhere_ends(ending: str):
    whole = WHOLE[ending]
    assert [one for one in ends_soon(f"whole{ending}", whole) if isinstance(one, ReadPage)]

    for end in range(1, len(whole), len(whole) // (6 if ending == ".pdf" else 25) + 1):
        ends_soon(f"cut{ending}", whole[:end])


@pytest.mark.parametrize("ending", WHOLE)
def test_changed_bytes_end(ending: str):
    chance, whole = random.Random(ending), WHOLE[ending]

    for _ in range(6 if ending == ".pdf" else 40):
        raw = bytearray(whole)
        for place in chance.sample(range(len(raw)), min(len(raw), 5)):
            raw[place] = chance.randrange(256)
        ends_soon(f"changed{ending}", bytes(raw))


@pytest.mark.parametrize(
    "piece", [b"WARC/1.0\r\n", b"\x1f\x8b\x08", b"\x1f\x8b\x08\0\0\0\0\0\0\0", b"WARC/1.0\r\n\r\n"]
)
def test_an_archive_of_beginnings_only_is_given_up(piece: bytes):
    found = ends_soon("a.warc", piece * 300_000)

    assert [one.code for one in found if isinstance(one, Refused)][-1:] == ["broken_archive"]


def test_a_record_that_tells_a_wrong_length_costs_no_other():
    one, two = (warc((f"https://news.example/{number}", PAGE, HTML), packed=False) for number in (1, 2))
    wrong = one.replace(b"Content-Length: ", b"Content-Length: 9", 2)

    found = list(archived_pages("a.warc", wrong + two))

    assert [page.stated.url for page in found if isinstance(page, ReadPage)] == ["https://news.example/2"]


def test_a_transcript_of_tags_and_arrows_ends():
    for piece in ("<v a>", "<", "00:01.000 --> 00:02.000\n", "\n\n", "A: ", "{\\", "&amp", " --> "):
        ends_soon("a.vtt", f"WEBVTT\n\n00:01.000 --> 00:02.000\n{piece * DEEP}".encode())


def test_a_file_above_the_limit_is_refused_unread(tmp_path: Path):
    file = tmp_path / "page.html"
    with file.open("wb") as sparse:
        sparse.truncate(50_000_001)

    assert list(read_file(file)) == [Refused("page.html", "too_large", facts={"megabytes": 50})]
