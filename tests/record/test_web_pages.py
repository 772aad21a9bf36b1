import pytest

from sanad.record.importers.read import PageRefused, ReadPage
from sanad.record.importers.web_page import web_page
from tests.record.making import PARAGRAPH, STORY

SECOND = (
    "A resident of the second house said that nobody had come to look at the roof, and that rain fell into the rooms."
)


def page(body: str, head: str = "", lang: str = "en") -> str:
    return f"<!doctype html><html lang={lang}><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"


def read(body: str, head: str = "", lang: str = "en") -> ReadPage:
    return web_page("page.html", page(body, head, lang).encode())


def text_of(body: str) -> str:
    return read(body).layers[0].text


def codes(read: ReadPage) -> list[str]:
    return [notice.code for notice in read.notices]


def test_both_stories_of_a_page_are_kept_with_their_headlines():
    found = read(f"{STORY}<article><h2>The roof</h2><p>{SECOND}</p></article>")

    assert found.layers[0].text == f"Stairs are repaired\n\n{PARAGRAPH}\n\n\n\nThe roof\n\n{SECOND}"
    assert codes(found) == []
    assert found.layers[0].producer.parameters == {"by": "article", "charset": "utf-8"}


def test_a_headline_over_the_first_story_belongs_to_it():
    assert text_of(f"<header><h1>The  stairs</h1></header><article><p>{PARAGRAPH}</p></article>") == (
        f"The stairs\n\n{PARAGRAPH}"
    )


def test_a_caption_is_kept_and_the_text_that_stands_for_the_picture_is_not():
    caption = "<figure><img src=a alt='A stair'><figcaption>The stair in May (Photo)</figcaption></figure>"

    text = text_of(STORY.replace("<p>", f"{caption}<p>"))

    assert "The stair in May (Photo)" in text
    assert "A stair" not in text


def test_what_stands_around_a_story_is_left_out():
    around = "<nav><a href=/>Home</a></nav><script>var a='x'</script><style>p{}</style><footer>All rights</footer>"
    hidden = "<p hidden>unseen</p><noscript>switch it on</noscript><!-- a remark --><form>Your name</form>"

    assert text_of(around + STORY.replace("</article>", f"{hidden}</article>")) == (
        f"Stairs are repaired\n\n{PARAGRAPH}"
    )


def test_cards_that_lead_to_other_pages_are_left_out_and_counted():
    found = read(STORY + "<article><a href=/2>Another story of the day</a></article>" * 3)

    assert "Another story" not in found.layers[0].text
    assert [(one.code, one.facts) for one in found.notices] == [("cards_left_out", {"count": 3})]


def test_prose_outside_of_every_article_is_told_as_lost():
    found = read(f"<p>{SECOND}</p>{STORY}")

    lost = next(one for one in found.notices if one.code == "prose_lost")
    assert lost.facts == {
        "signs": len(SECOND),
        "of": len(SECOND) + len(PARAGRAPH),
        "begins": SECOND[:60],
    }


def test_a_page_without_articles_gives_its_main_part():
    found = read(f"<div class=menu><a href=/>Home</a></div><div><h1>Stairs</h1><p>{PARAGRAPH}</p><p>{SECOND}</p></div>")

    assert PARAGRAPH in found.layers[0].text
    assert SECOND in found.layers[0].text
    assert found.layers[0].producer.parameters["by"] == "main_part"


def test_a_page_whose_articles_are_beside_the_story_is_taken_whole():
    beside = f"<article><p>{SECOND} Read on there.</p></article>"
    story = "".join(f"<p>{number}. {PARAGRAPH}</p>" for number in range(9))

    found = read(f"<div>{story}</div>{beside}")

    assert found.layers[0].producer.parameters["by"] == "body"
    assert found.layers[0].text.count(PARAGRAPH) == 9
    assert codes(found) == []


@pytest.mark.parametrize("body", ["", "<nav><a href=/>Home</a><a href=/n>News</a></nav>", "<ul><li>Home<li>News</ul>"])
def test_a_page_of_furniture_only_is_refused(body: str):
    with pytest.raises(PageRefused) as refused:
        read(body)

    assert refused.value.code == "no_prose"


ARABIC = "قال رئيس البلدية إن درج البيت سيُصلح قبل الشتاء، وإن كل أسرة ستُبلَّغ بذلك في وقته."


@pytest.mark.parametrize(
    ("charset", "told", "header"),
    [
        ("cp1256", "<meta charset=windows-1256>", ""),
        ("cp1256", "<meta http-equiv=Content-Type content='text/html; charset=windows-1256'>", ""),
        ("cp1256", "<meta charset=utf-8>", "text/html; charset=windows-1256"),
        ("utf-8", "<meta charset=utf-8>", ""),
        ("utf-8", "", ""),
        ("utf-16", "<meta charset=utf-8>", ""),
        ("utf-8-sig", "<meta charset=windows-1256>", ""),
    ],
)
def test_letters_are_read_as_the_page_declares(charset: str, told: str, header: str):
    html = f"<html lang=ar><head>{told}</head><body><article><p>{ARABIC}</p></article></body></html>"

    found = web_page("page.html", html.encode(charset), header)

    assert found.layers[0].text == ARABIC
    assert found.notices == ()


def test_undeclared_letters_are_guessed_and_the_guess_is_told():
    found = web_page("page.html", f"<html lang=ar><article><p>{ARABIC}</p></article>".encode("cp1256"))

    assert found.layers[0].text == ARABIC
    assert [(one.code, one.facts) for one in found.notices] == [("charset_assumed", {"charset": "cp1256"})]


def test_bytes_that_cannot_be_read_are_counted():
    raw = page(f"<p>{PARAGRAPH} caf%% noir</p>").encode().replace(b"%%", b"\xe9\xff")

    found = web_page("page.html", raw)

    assert "caf\ufffd\ufffd noir" in found.layers[0].text
    assert [(one.code, one.facts["count"]) for one in found.notices] == [("invalid_bytes", 2)]


@pytest.mark.parametrize(
    ("told", "language", "is_told"), [("ar", "ar", False), ("en", "ar", True), ("fa-IR", "fa", False)]
)
def test_the_language_is_that_of_the_page_unless_its_letters_say_otherwise(told: str, language: str, is_told: bool):
    found = read(f"<article><p>{ARABIC}</p></article>", lang=told)

    assert found.layers[0].language == language
    assert ("language_differs" in codes(found)) == is_told


def test_what_the_page_says_of_itself_is_taken_letter_by_letter():
    head = (
        "<link rel=canonical href=https://news.example/1><meta property=og:title content='Stairs'>"
        "<meta property=og:site_name content='The Paper'><link rel=license href=https://licence.example>"
        '<script type="application/ld+json">{"@graph": [{"datePublished": "2024-12-05"}]}</script>'
    )

    stated = read(STORY, head).stated

    assert (stated.url, stated.title, stated.publisher) == ("https://news.example/1", "Stairs", "The Paper")
    assert (stated.published, stated.licence) == ("2024-12-05", "https://licence.example")


def test_a_date_that_the_page_does_not_state_is_not_there():
    assert read(STORY.replace("Monday", "5 December 2024")).stated.published is None


def test_a_page_saved_with_single_file_keeps_its_address():
    saved = "<!--\n Page saved with SingleFile \n url: https://news.example/2 \n saved date: Thu -->"

    found = web_page("page.html", page(STORY).replace("<html", f"<html>{saved}<html", 1).encode())

    assert found.stated.url == "https://news.example/2"
