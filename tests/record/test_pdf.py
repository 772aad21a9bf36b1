import pytest

from sanad.record.importers.pdf import pdf_page
from sanad.record.importers.read import PageRefused
from tests.record.making import WIDTH, Drawn, pdf

LINE = 20


def from_left(text: str, *, y: float = 700, size: float = 12) -> Drawn:
    return 50, y, size, text


def from_right(text: str, *, y: float = 700, size: float = 12) -> Drawn:
    """As some programs draw Arabic: one run for the line, from the left, whose letters therefore stand backwards."""
    return 550 - WIDTH * size * len(text), y, size, text[::-1]


def words_from_right(text: str, *, y: float = 700, size: float = 12) -> list[Drawn]:
    """As others do: word after word, each where it stands, numbers and Latin words forwards."""
    right, drawn = 550.0, []
    for word in text.split(" "):
        left = right - WIDTH * size * len(word)
        drawn.append((left, y, size, word if word[0].isascii() and word[0].isalnum() else word[::-1]))
        right = left - WIDTH * size
    return drawn


def text_of(*sheets: list[Drawn]) -> str:
    return pdf_page("page.pdf", pdf(*sheets)).layers[0].text


def test_lines_of_a_paragraph_are_joined_and_paragraphs_parted():
    long, longer = "The council of the town said that the stairs", "would be repaired before the winter and then"
    sheet = [from_left(long), from_left(longer, y=684), from_left("painted.", y=668), from_left("The end.", y=640)]

    assert text_of(sheet) == f"{long} {longer} painted.\n\nThe end."


def test_each_page_knows_its_place_in_the_text():
    read = pdf_page("page.pdf", pdf([from_left("The first page.")], [], [from_left("The third page.")]))
    layer = read.layers[0]

    assert [(sheet.number, layer.text[sheet.start : sheet.end]) for sheet in layer.sheets] == [
        (1, "The first page."),
        (2, ""),
        (3, "The third page."),
    ]
    assert [(one.code, one.facts["count"]) for one in read.notices] == [("sheets_without_text", 1)]


@pytest.mark.parametrize("text", ["قال رئيس البلدية إن الترميم يبدأ", "وعد الوزير الأسر بالمال"])
def test_arabic_drawn_from_the_left_is_read_from_the_right(text: str):
    assert text_of([from_right(text)]) == text


def test_arabic_drawn_word_by_word_keeps_numbers_and_latin_words():
    text = "قال Rita Haddad يوم 13 أيلول 2024 وعد"

    read = text_of(words_from_right(text.replace("Rita Haddad", "HaddadRita")))

    assert read == text.replace("Rita Haddad", "HaddadRita")


@pytest.mark.parametrize("drawn", ["قال «سنعود» ثم", "قال »سنعود« ثم"])
def test_marks_open_and_close_by_their_neighbours_however_they_were_drawn(drawn: str):
    assert text_of([from_right(drawn)]) == "قال «سنعود» ثم"


def test_presentation_forms_become_plain_letters_and_the_layer_says_so():
    read = pdf_page("page.pdf", pdf([from_right("ﻋﻦ ﺍﻟﺒﻴﺖ")]))

    assert read.layers[0].text == "عن البيت"
    assert read.layers[0].language == "ar"
    assert read.layers[0].producer.parameters["presentation_forms"] == "plain letters"


def test_a_page_of_pictures_says_that_it_holds_no_text():
    with pytest.raises(PageRefused) as refused:
        pdf_page("scan.pdf", pdf([], []))

    assert (refused.value.code, refused.value.facts) == ("no_text", {"sheets": 2})


def test_a_locked_file_says_so():
    locked = pdf([from_left("secret")]).replace(
        b"trailer<<",
        b"trailer<</ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]"
        b"/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4/O<" + b"11" * 32 + b">/U<" + b"22" * 32 + b">>>",
    )

    with pytest.raises(PageRefused) as refused:
        pdf_page("locked.pdf", locked)

    assert refused.value.code == "encrypted_pdf"


@pytest.mark.parametrize(
    ("raw", "code"),
    [(b"no pdf", "not_pdf"), (b"%PDF-1.7\n" + bytes(range(256)) * 40, "unreadable_pdf"), (b"%PDF-", "unreadable_pdf")],
)
def test_what_is_broken_is_refused(raw: bytes, code: str):
    with pytest.raises(PageRefused) as refused:
        pdf_page("page.pdf", raw)

    assert refused.value.code == code


def test_a_file_that_refers_to_itself_ends():
    loop = pdf([from_left("text")]).replace(b"/Kids[8 0 R]", b"/Kids[2 0 R]")

    with pytest.raises(PageRefused):
        pdf_page("loop.pdf", loop)
