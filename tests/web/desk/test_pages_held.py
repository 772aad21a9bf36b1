"""Pages come in, are listed with what waits of them, and open with the text beside what is proposed."""

import hashlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from sanad.record.models import Capture, TextLayer
from sanad.record.selectors.provenance import bytes_of
from sanad.record.services.retractions import ask_to_seal, seal
from sanad.staff.roles import Role
from tests.record.keeping.pages import PAGE, by_maya, by_omar
from tests.record.making import PAGE as HTML_PAGE
from tests.record.making import warc
from tests.web.desk.pages import LIST, PROMISE, SUM, accepted, asked, keeper, kept, proposal_of
from tests.web.desk.test_deciding import replaced
from tests.web.people import member, signed_in

pytestmark = pytest.mark.django_db
FORM = {"kind": "news_article", "rights": "quote_only", "url": ""}
HTML = {"Content-Type": "text/html"}
FURNISHED = "A page\n\nPhoto: the council\n\n“We are late,” Huda Saab said.\n"


def add(client: Client, **given: object) -> HttpResponse:
    return client.post("/desk/pages/new/", {**FORM, "text": "", **given})


def file(content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("page.txt", content, "text/plain")


def words(answer: HttpResponse) -> str:
    return answer.content.decode()


def test_without_a_page_the_desk_says_what_would_be_there():
    page = words(keeper().get("/desk/"))

    assert "No page is held yet" in page
    assert "No question is open yet." in page
    assert 'name="text"' in page


def test_pages_stand_newest_first_with_what_waits_and_what_was_decided():
    first = kept()
    second = kept("Second page\n\nNothing was said on Monday.\n")
    accepted(first)
    asked(kept(PAGE + "\nAgain.\n"))

    page = words(keeper().get("/desk/"))

    assert page.index(f"/desk/pages/{second.pk}/") < page.index(f"/desk/pages/{first.pk}/")
    assert "Pasted" in page
    assert "Is there money for the repairs?" in page


def test_many_pages_are_parted_and_asked_for_in_few_queries(django_assert_max_num_queries: object):
    for number in range(22):
        kept(f"Page {number}\n\n“It is late,” Huda Saab said.\n")
    client = keeper()
    client.get("/desk/")

    with django_assert_max_num_queries(16):
        page = words(client.get("/desk/"))

    assert "Page <bdi>1</bdi> of <bdi>2</bdi>" in page


def test_a_pasted_page_is_held_as_it_was_before_the_browser_sent_it():
    answer = add(keeper(), text=PAGE.replace("\n", "\r\n"), url="https://example.org/a")

    layer = TextLayer.objects.get()
    assert answer["Location"] == f"/desk/pages/{layer.pk}/"
    assert (layer.text, layer.language, layer.capture.method) == (PAGE, "en", "paste")
    assert layer.capture.url == "https://example.org/a"


def test_an_uploaded_page_is_held_with_its_bytes():
    add(keeper(), file=file(("\ufeff" + PAGE).encode()))

    capture = Capture.objects.get()
    assert (capture.method, capture.byte_len) == ("upload", len(("\ufeff" + PAGE).encode()))
    assert capture.layers.get().text == PAGE


def test_the_same_page_again_is_told_and_not_doubled():
    client = keeper()
    add(client, text=PAGE)

    answer = client.post("/desk/pages/new/", {**FORM, "text": PAGE}, follow=True)

    assert "This page is held already" in words(answer)
    assert TextLayer.objects.count() == Capture.objects.count() == 1


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({}, "Paste the text of the page, or choose a file."),
        ({"text": "a", "file": file(b"b")}, "Paste the text or choose a file, not both."),
        ({"text": " \n "}, "The page has no words."),
        ({"file": file(b"")}, "The page has no words."),
        ({"file": file(b"a\0b")}, "The file is no plain text."),
        ({"file": file("قال".encode("cp1256"))}, "The letters of the file cannot be read."),
        ({"text": "a", "url": "nowhere at all"}, "Write the address as https://example.org/page"),
        ({"text": "a", "kind": "rumour"}, "not one of the available choices"),
    ],
)
def test_what_cannot_be_a_page_is_said_with_what_to_do(given: dict[str, object], sentence: str):
    answer = add(keeper(), **given)

    assert sentence in words(answer)
    assert "<title>Error:" in words(answer)
    assert not Capture.objects.exists()


def test_a_web_page_is_held_and_what_must_be_known_of_it_is_told():
    html = f"<!doctype html><html><body><article><h1>Roofs</h1><p>{PAGE}</p></article></body></html>"
    brought = SimpleUploadedFile("roofs.html", html.encode("cp1252"), "text/html")

    answer = keeper().post("/desk/pages/new/", {**FORM, "text": "", "file": brought}, follow=True)

    assert Capture.objects.get().media_type == "text/html"
    assert "does not say how its letters are written" in words(answer)
    assert PROMISE in words(answer)


def test_every_page_of_an_archive_is_held_with_what_could_not_be_read():
    sent = warc(
        ("https://example.org/a", HTML_PAGE, HTML),
        ("https://example.org/b", b"%PDF-no", {"Content-Type": "application/pdf"}),
    )

    answer = keeper().post(
        "/desk/pages/new/", {**FORM, "text": "", "file": SimpleUploadedFile("a.warc", sent)}, follow=True
    )

    capture = Capture.objects.get()
    assert (capture.method, capture.url, capture.http_meta["status"]) == ("warc", "https://example.org/a", 200)
    assert capture.custody_prev_hash == hashlib.sha256(sent).hexdigest()
    assert bytes_of(capture) == HTML_PAGE
    assert "a.warc" in words(answer)


@pytest.mark.parametrize(("language", "sentence"), [("en", "does not begin as a PDF does"), ("ar", "لا يبدأ كما تبدأ")])
def test_what_no_reader_can_read_is_said_in_both_languages(language: str, sentence: str):
    broken = SimpleUploadedFile("page.pdf", b"no pdf at all", "application/pdf")

    assert sentence in words(add(keeper(language=language), file=broken))


def test_a_file_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("sanad.record.services.incoming.LARGEST", 10)

    assert "larger than 50 megabytes" in words(add(keeper(), file=file(b"a" * 11)))


def test_a_page_of_a_replaced_text_is_told_where_the_newer_one_stands():
    layer = kept()
    newer = replaced(layer)

    page = words(keeper().get(f"/desk/pages/{layer.pk}/"))

    assert f"/desk/pages/{newer.pk}/" in page
    assert "The text was replaced" in page
    assert 'value="accept"' not in page
    assert "A newer text" in words(add(keeper("Lama Saad"), text=PAGE))


def test_a_sealed_page_says_that_its_text_is_gone():
    layer = kept()
    proposal = proposal_of(layer, PROMISE)
    seal(ask_to_seal(layer.capture, "harm", by_maya()), by_omar())

    page = words(keeper().get(f"/desk/pages/{layer.pk}/?p={proposal.pk}"))

    assert "its text is gone for good" in page
    assert "We will pay" not in page
    assert "Huda Saab" not in page


def test_the_first_that_waits_is_looked_at_with_its_speaker_and_word_marked():
    layer = kept()
    proposal = proposal_of(layer, PROMISE)

    page = words(keeper().get(f"/desk/pages/{layer.pk}/?p={proposal.pk}"))

    assert f'<mark class="now" id="now">{PROMISE[:1]}' in page
    assert '<mark class="who">Huda Saab</mark>' in page
    assert '<mark class="cue">said</mark>' in page
    assert f'<mark class="open">{LIST}</mark>' in page
    assert "0.97" in page


def test_a_page_is_opened_at_the_first_that_waits():
    layer = kept()
    first = layer.proposals.order_by("start").first()

    page = words(keeper().get(f"/desk/pages/{layer.pk}/"))

    assert f'action="/desk/proposals/{first.pk}/"' in page


def test_a_decided_proposal_says_who_decided_and_leads_to_its_statement():
    layer = kept()
    made = accepted(layer)

    page = words(keeper().get(f"/desk/pages/{layer.pk}/?p={proposal_of(layer, PROMISE).pk}"))

    assert "Rana Aoun" in page
    assert f"/desk/statements/{made.pk}/" in page
    assert 'value="accept"' not in page


def test_a_sum_is_told_with_its_bound():
    layer = kept()

    page = words(keeper().get(f"/desk/pages/{layer.pk}/?p={proposal_of(layer, SUM, 'sum').pk}"))

    assert "more than" in page
    assert "<bdi>900</bdi>&nbsp;USD" in page


def test_what_stands_beside_the_text_is_folded():
    layer = kept(FURNISHED)

    page = words(keeper().get(f"/desk/pages/{layer.pk}/"))

    assert "Photo: the council" in page


@pytest.mark.parametrize("wanted", ["4711", "x"])
def test_a_proposal_of_another_page_is_not_found(wanted: str):
    assert keeper().get(f"/desk/pages/{kept().pk}/?p={wanted}").status_code == 404


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.PROGRAMME_LEAD])
def test_who_only_reads_sees_no_button(role: Role):
    layer = kept()
    client = signed_in(member("Hana Saad", role))

    assert 'name="act"' not in words(client.get(f"/desk/pages/{layer.pk}/"))
    assert 'name="text"' not in words(client.get("/desk/"))
    assert client.post(f"/desk/proposals/{proposal_of(layer, LIST).pk}/", {"act": "reject"}).status_code == 403


def test_others_are_told_in_words_for_whom_the_page_is():
    answer = signed_in(member("Nada Rizk", Role.CASEWORKER)).get("/desk/")

    assert answer.status_code == 403
    assert "Record keeper" in words(answer)


def test_who_keeps_the_record_finds_its_pages_in_the_office_as_well():
    layer = kept()

    page = words(signed_in(member("Nada Rizk", Role.RECORD_KEEPER, Role.CASEWORKER)).get("/office/"))

    assert "Pages of the record to decide about" in page
    assert f"/desk/pages/{layer.pk}/" in page


@pytest.mark.parametrize(
    ("roles", "place"),
    [((Role.RECORD_KEEPER,), "/desk/"), ((Role.RECORD_KEEPER, Role.CASEWORKER), "/office/"), ((), "/office/")],
)
def test_the_work_begins_at_the_desk_for_whoever_only_keeps_the_record(roles: tuple[Role, ...], place: str):
    user = member("Nada Rizk", *roles)
    client = Client(HTTP_HOST="localhost")

    answer = client.post("/account/login/", {"login": user.email, "password": "a long walk by the sea"})

    assert answer["Location"] == place
