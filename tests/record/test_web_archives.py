import gzip
from io import BytesIO

import brotli
import pytest

from sanad.record.importers.packed_archive import packed_pages
from sanad.record.importers.read import LeftOut, ReadPage, Refused
from sanad.record.importers.web_archive import archived_pages
from tests.record.making import PAGE, PARAGRAPH, pdf, wacz, warc

HTML = {"Content-Type": "text/html; charset=utf-8"}
ONE, TWO = "https://news.example/1", "https://news.example/2"


def pages(found: list[object]) -> list[ReadPage]:
    return [one for one in found if isinstance(one, ReadPage)]


def refused(found: list[object]) -> list[tuple[str, int]]:
    return [(one.code, one.at) for one in found if isinstance(one, Refused)]


def left_out(found: list[object]) -> int:
    return sum(one.records for one in found if isinstance(one, LeftOut))


def test_each_page_has_its_address_its_date_and_how_it_was_given():
    found = list(archived_pages("a.warc.gz", warc((ONE, PAGE, HTML), (TWO, b"picture", {"Content-Type": "image/png"}))))

    (page,) = pages(found)
    assert page.stated.url == ONE
    assert page.layers[0].text.endswith(PARAGRAPH)
    assert page.response
    assert (page.response.status, page.response.captured_at) == (200, "2024-12-05T10:00:00Z")
    assert page.response.headers == tuple(HTML.items())
    assert page.notices == ()
    assert left_out(found) == 3


def test_the_pages_of_an_archive_are_the_same_packed_and_unpacked():
    kinds = ((ONE, PAGE, HTML), (TWO, b"Plain text.", {"Content-Type": "text/plain"}))
    packed, plain = (list(archived_pages("a.warc", warc(*kinds, packed=packed))) for packed in (True, False))

    assert [page.layers for page in pages(packed)] == [page.layers for page in pages(plain)]
    assert [page.media_type for page in pages(packed)] == ["text/html", "text/plain"]


ARABIC = "قال رئيس البلدية إن الدرج سيُصلح."


@pytest.mark.parametrize(("sent", "told"), [(ARABIC.encode("cp1256"), "windows-1256"), (ARABIC.encode(), "utf-8")])
def test_plain_text_is_read_as_the_site_declared(sent: bytes, told: str):
    headers = {"Content-Type": f"text/plain; charset={told}"}

    (page,) = pages(list(archived_pages("a.warc", warc((ONE, sent, headers)))))

    assert page.layers[0].text == ARABIC


def test_plain_text_that_is_not_as_declared_is_refused():
    headers = {"Content-Type": "text/plain; charset=shift_jis"}

    found = list(archived_pages("a.warc", warc((ONE, b"caf\xff", headers))))

    assert [code for code, _ in refused(found)] == ["not_as_declared"]


def test_a_pdf_inside_an_archive_is_a_page():
    sheet = pdf([(50, 700, 12, "The stairs are repaired.")])

    (page,) = pages(list(archived_pages("a.warc", warc((ONE, sheet, {"Content-Type": "application/pdf"})))))

    assert page.layers[0].text == "The stairs are repaired."


def test_an_archive_of_pdf_that_take_too_long_ends(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("sanad.record.importers.pdf.SECONDS", 0.001)
    sheet = pdf([(50, 700, 12, "The stairs are repaired.")])
    sent = [(f"{ONE}/{number}", sheet, {"Content-Type": "application/pdf"}) for number in range(9)]

    found = list(archived_pages("a.warc", warc(*sent, (TWO, PAGE, HTML))))

    assert [code for code, _ in refused(found)] == ["slow_pdf"] * 9
    assert [page.stated.url for page in pages(found)] == [TWO]


@pytest.mark.parametrize(("coding", "sent"), [("gzip", gzip.compress(PAGE)), ("br", brotli.compress(PAGE))])
def test_what_the_site_packed_is_unpacked(coding: str, sent: bytes):
    (page,) = pages(list(archived_pages("a.warc", warc((ONE, sent, {**HTML, "Content-Encoding": coding})))))

    assert page.raw == PAGE


def test_what_was_sent_in_chunks_is_put_together():
    sent = b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE)

    (page,) = pages(list(archived_pages("a.warc", warc((ONE, sent, {**HTML, "Transfer-Encoding": "chunked"})))))

    assert page.layers[0].text.endswith(PARAGRAPH)


def test_a_page_that_was_not_found_says_so():
    (page,) = pages(list(archived_pages("a.warc", warc((ONE, PAGE, HTML), status="404 Not Found"))))

    assert [(one.code, one.facts) for one in page.notices] == [("status_not_ok", {"status": 404})]


def test_a_changed_byte_is_found_and_the_rest_goes_on():
    archive = warc((ONE, PAGE, HTML), (TWO, PAGE, HTML), packed=False)
    changed = archive.replace(b"Monday", b"Sunday", 1)

    found = list(archived_pages("a.warc", changed))

    assert [page.stated.url for page in pages(found)] == [TWO]
    assert refused(found) == [("digest_differs", changed.index(b"WARC/1.0", 1))]


@pytest.mark.parametrize("is_packed", [True, False])
def test_a_broken_record_is_named_with_its_place_and_the_rest_goes_on(is_packed: bool):
    parts = [warc((url, PAGE, HTML), packed=is_packed) for url in (ONE, TWO)]
    broken = b"\x1f\x8b\x08 no member" if is_packed else b"no record\r\n\r\n"

    found = list(archived_pages("a.warc", parts[0] + broken + parts[1]))

    assert [page.stated.url for page in pages(found)] == [ONE, TWO]
    assert refused(found) == [("broken_record", len(parts[0]))]


def test_an_archive_that_was_cut_off_gives_what_is_whole():
    archive = warc((ONE, PAGE, HTML), (TWO, PAGE, HTML))

    found = list(archived_pages("a.warc.gz", archive[:-40]))

    assert [page.stated.url for page in pages(found)] == [ONE]
    assert [code for code, _ in refused(found)] == ["broken_record"]


@pytest.mark.parametrize("coding", ["gzip", "br"])
def test_a_response_that_unpacks_without_end_is_refused(coding: str):
    bomb = {"gzip": gzip.compress, "br": brotli.compress}[coding](bytes(60_000_000))

    found = list(archived_pages("a.warc", warc((ONE, bomb, {**HTML, "Content-Encoding": coding}))))

    assert [code for code, _ in refused(found)] == ["unpacks_too_far"]


def test_an_archive_that_unpacks_without_end_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("sanad.record.importers.records.LARGEST_UNPACKED", 1_000_000)

    found = list(archived_pages("a.warc.gz", gzip.compress(bytes(2_000_000))))

    assert refused(found) == [("unpacks_too_far", 0)]


def test_a_packed_archive_gives_the_pages_of_every_archive_inside():
    inside = {"archive/1.warc.gz": warc((ONE, PAGE, HTML)), "archive/2.warc.gz": warc((TWO, PAGE, HTML))}

    found = list(packed_pages("a.wacz", wacz(inside)))

    assert [page.stated.url for page in pages(found)] == [ONE, TWO]
    assert refused(found) == []


def test_a_file_that_was_changed_after_it_was_packed_is_named():
    name, before, after = "archive/1.warc.gz", warc((ONE, PAGE, HTML)), warc((TWO, PAGE, HTML))

    found = list(packed_pages("a.wacz", wacz({name: after}, listed={name: before})))

    assert [(one.code, one.facts["inside"]) for one in found if isinstance(one, Refused)] == [("changed_file", name)]
    assert [page.stated.url for page in pages(found)] == [TWO]


@pytest.mark.parametrize("name", ["../out.warc", "/etc/out.warc", "a\\..\\..\\out.warc", "C:\\out.warc"])
def test_a_name_that_leaves_its_folder_is_refused(name: str):
    found = list(packed_pages("a.wacz", wacz({name: warc((ONE, PAGE, HTML))})))

    assert [code for code, _ in refused(found)] == ["unsafe_name"]
    assert pages(found) == []


def test_a_packed_archive_without_a_list_is_refused():
    found = list(
        packed_pages("a.wacz", wacz({"archive/1.warc": b""}).replace(b"datapackage.json", b"datapackage.jsox"))
    )

    assert [code for code, _ in refused(found)] == ["no_list"]


def test_a_zip_that_unpacks_without_end_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("sanad.record.importers.packed_archive.LARGEST_UNPACKED", 1_000_000)

    found = list(packed_pages("a.wacz", wacz({"archive/1.warc": BytesIO(bytes(2_000_000)).getvalue()})))

    assert [code for code, _ in refused(found)] == ["unpacks_too_far"]
