from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sanad.sheets.encodings import detect_encoding
from sanad.sheets.problems import SheetRefused
from tests.sheets.reading import names_of, rows_of, save

ARABIC = "الاسم,الحي\nسميرة,برج البراجنة\nخالد,المريجة\n"
FRENCH = "nom,quartier\nHélène,Gemmayzé\nFrançois,Mar Mikhaël\n"
TEXTS = {"arabic": ARABIC, "french": FRENCH}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("text", TEXTS)
def test_every_unicode_encoding_reads_the_same(tmp_path: Path, text: str, encoding: str):
    content = TEXTS[text].encode(encoding)

    path = save(tmp_path, content)

    assert rows_of(path) == rows_of(save(tmp_path, TEXTS[text].encode(), "plain.csv"))


@pytest.mark.parametrize(
    ("text", "encoding"), [("arabic", "windows-1256"), ("french", "windows-1252"), ("french", "latin-1")]
)
def test_an_encoding_of_one_byte_is_told_by_its_letters(tmp_path: Path, text: str, encoding: str):
    path = save(tmp_path, TEXTS[text].encode(encoding))

    found = detect_encoding(path).name

    assert found == ("windows-1256" if text == "arabic" else "windows-1252")
    assert names_of(path) == TEXTS[text].splitlines()[0].split(",")
    assert rows_of(path) == rows_of(save(tmp_path, TEXTS[text].encode(), "plain.csv"))


@given(st.lists(st.sampled_from("ابتثجحخدذرزسشصضطظعغفقكلمنهويةءأإؤئ"), min_size=3, max_size=12).map("".join))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_an_arabic_word_in_windows_1256_is_never_read_as_latin(tmp_path: Path, word: str):
    path = save(tmp_path, f"name\n{word}\n".encode("windows-1256"))

    assert [row[2] for row in rows_of(path)] == [word]


def test_a_file_that_breaks_off_within_a_letter_is_refused(tmp_path: Path):
    content = ARABIC.encode()
    path = save(tmp_path, content[: content.rindex("ة".encode()) + 1])

    with pytest.raises(SheetRefused) as refusal:
        detect_encoding(path)

    assert refusal.value.code == "cannot_decode"
    assert "in line 3, near byte" in refusal.value.says["en"]
    assert "بايت" in refusal.value.says["ar"]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_damaged_byte_marks_its_row_and_leaves_the_others_as_they_are(tmp_path: Path, mark: bytes):
    path = save(tmp_path, mark + ARABIC.encode().replace("المريجة".encode(), b"\xff" + "المريجة".encode()))

    assert rows_of(path) == [(2, 2, "سميرة", "برج البراجنة"), (3, -2, "خالد", "\ufffdالمريجة")]


def test_a_damaged_byte_in_the_header_refuses_the_file(tmp_path: Path):
    path = save(tmp_path, b"\xff" + ARABIC.encode())

    with pytest.raises(SheetRefused) as refusal:
        rows_of(path)

    assert refusal.value.code == "cannot_decode"
    assert "line 1" in refusal.value.says["en"]


def test_a_file_that_is_mostly_no_utf_8_is_not_taken_for_damaged_utf_8(tmp_path: Path):
    path = save(tmp_path, b"\xef\xbb\xbf" + FRENCH.encode("latin-1"))

    with pytest.raises(SheetRefused) as refusal:
        rows_of(path)

    assert refusal.value.code == "cannot_decode"


def test_half_a_character_of_utf_16_is_refused(tmp_path: Path):
    path = save(tmp_path, ARABIC.encode("utf-16")[:-1])

    with pytest.raises(SheetRefused) as refusal:
        detect_encoding(path)

    assert refusal.value.code == "cannot_decode"
