"""Lines of Arabic as they stand on paper, told here from the left, and as they are read."""

import pytest

from sanad.record.importers.letters import Letter, Line
from sanad.record.importers.visual_order import text_of_lines

SIZE, WIDTH = 12.0, 6.0


def letter(index: int, sign: str, at: float, y: float = 100.0) -> Letter:
    return Letter(index, sign, at, y, at + 0.1, at + WIDTH - 0.1, SIZE)


def standing(signs: str, *, backwards: bool) -> Line:
    """`backwards`: the library gives the letters from the right."""
    letters = [letter(number, sign, number * WIDTH) for number, sign in enumerate(signs)]
    given = letters[::-1] if backwards else letters
    return Line([Letter(number, *_rest(one)) for number, one in enumerate(given)])


def _rest(one: Letter) -> tuple[str, float, float, float, float, float]:
    return one.sign, one.x, one.y, one.left, one.right, one.size


@pytest.mark.parametrize("backwards", [True, False])
@pytest.mark.parametrize(
    ("from_the_left", "read"),
    [
        ("رالود 2,000 غلبمب دعو", "وعد بمبلغ 2,000 دولار"),
        ("13/9/2024 يف", "في 13/9/2024"),
        ("هنم %50 عفد", "دفع 50% منه"),
        ("نوناقلا نم 3-12 ةداملا", "المادة 12-3 من القانون"),
        ("نويلم ١٨٫٥ ذخأ", "أخذ ١٨٫٥ مليون"),
        ("مايأ 10و 5 نيب", "بين 5 و10 أيام"),
        ("نإ )Rita Haddad( لاق", "قال (Rita Haddad) إن"),
        ("مويلا www.example.org عقوم نم", "من موقع www.example.org اليوم"),
        ("مث «دوعنس» لاق", "قال «سنعود» ثم"),
        ("!ادغ ،معن ؟دوعت له", "هل تعود؟ نعم، غدا!"),
    ],
)
def test_a_line_is_read_from_the_right_and_its_numbers_from_the_left(from_the_left: str, read: str, *, backwards: bool):
    below = Line([letter(number, "س", number * WIDTH, y=60) for number in range(40)])

    line, _ = text_of_lines([standing(from_the_left, backwards=backwards), below])

    assert line.text == read


@pytest.mark.parametrize("given", ["لا", "ال"])
def test_two_letters_drawn_as_one_begin_with_the_lam(given: str):
    letters = [letter(0, "ف", 20), *(letter(number, sign, 10) for number, sign in enumerate(given, start=1))]

    assert text_of_lines([Line(letters)])[0].text == "فلا"


@pytest.mark.parametrize("given", ["لله", "هلل"])
def test_a_word_that_is_drawn_as_one_letter_is_read_in_its_order(given: str):
    letters = [letter(0, "و", 20), *(letter(number, sign, 10) for number, sign in enumerate(given, start=1))]

    assert text_of_lines([Line(letters)])[0].text == "ولله"


def test_a_mark_above_the_line_belongs_to_the_letter_under_it():
    word = Line([letter(number, sign, 40 - number * WIDTH) for number, sign in enumerate("مر")])
    mark = Line([Letter(9, "\u0651", 35.0, 98.0, 36.0, 37.0, SIZE)])

    (line,) = text_of_lines([word, mark])

    assert line.text == "مر\u0651"


def test_a_page_that_is_mostly_latin_stays_as_the_library_gives_it():
    (line,) = text_of_lines([standing("The word سند is Arabic.", backwards=False)])

    assert line.text == "The word سند is Arabic."
