"""A protected name is found however it is written, and a text without it names nobody."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanad.witnesses.folding import counted_as
from sanad.witnesses.scanning import Protected, Scanner

KHOURY = Protected("W-000001", ("علي حسين خوري",), ("03 123 456", "SSP-000117-6", "ali.k@example.org"))
SHAMI = Protected("W-000002", ("Abdel Rahman al-Shami",), ())
HAJJ = Protected("W-000003", ("عبد الله الحاج", "أبو كريم"), ())
BADR = Protected("W-000004", ("علي بدر الدين", "Ali Badreddine"), ())
ALL = Scanner([KHOURY, SHAMI, HAJJ, BADR])

FIRST = {
    "محمد": "Mohammad Muhammad Mohamed Mohammed Mhamad", "حسين": "Hussein Hussain Hossein Houssein Husayn",
    "سميرة": "Samira Sameera Samirah", "فاطمة": "Fatima Fatme Fatmeh Fatma", "مصطفى": "Mustafa Moustafa Mustapha",
    "عمر": "Omar Umar Omer", "زينب": "Zeinab Zaynab Zainab", "ليلى": "Layla Leila Laila", "نادر": "Nader Nadir",
    "فؤاد": "Fouad Fuad", "رئيف": "Raif Raef", "جعفر": "Jaafar Jafar Jaffar", "قاسم": "Kassem Qasim Qassem",
    "يوسف": "Youssef Yusuf Yousif", "إبراهيم": "Ibrahim Ebrahim", "أحمد": "Ahmad Ahmed", "وليد": "Walid Waleed",
    "هدى": "Huda Hoda Houda", "رضا": "Rida Reda Ridha", "عبد الرحمن": "Abdulrahman Abdel-Rahman Abdurrahman",
}  # fmt: skip
LAST = {
    "خوري": "Khoury Khouri Khuri", "حداد": "Haddad Hadad", "الشامي": "al-Shami Shami Chami ash-Shami", "سعد": "Saad",
    "نصر الله": "Nasrallah Nasralla", "العلي": "al-Ali El-Ali Aly", "ضاهر": "Daher", "غندور": "Ghandour Ghandur",
    "شمس الدين": "Shamseddine Chamseddine", "عيسى": "Issa Eissa", "حيدر": "Haydar Haidar", "ثابت": "Thabet Tabet",
}  # fmt: skip
HARAKAT = "\u064b\u064e\u064f\u0650\u0651\u0652\u0670"
UNSEEN = "\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\u061c"
FORMS = {"ا": "اأإآٱ", "ي": "يىی", "ه": "هة", "ك": "كک"}


@st.composite
def dressed(draw: st.DrawFn, name: str) -> str:
    """An Arabic name as somebody may write it: drawn long, with vowel signs, with other forms of a letter, with signs
    that nobody sees."""
    out = []
    for sign in name:
        forms = FORMS.get({"أ": "ا", "إ": "ا", "ى": "ي", "ة": "ه"}.get(sign, sign), sign)
        between = draw(st.sampled_from(["", "", "", "ـ", "ــ", *HARAKAT, *UNSEEN])) if sign != " " else ""
        out.append(draw(st.sampled_from(forms)) + between)
    return "".join(out)


Parts = st.tuples(st.sampled_from(sorted(FIRST)), st.sampled_from(sorted(LAST)))
AROUND = st.sampled_from(["", "قالت لنا ", "شهد بذلك ", "told by ", "«", "(", "و"])


@given(Parts, st.booleans(), AROUND, st.data())
def test_a_name_is_found_in_its_own_script_however_it_is_dressed(
    name: tuple[str, str], is_turned: bool, before: str, data: st.DataObject
):
    scanner = Scanner([Protected("W-000009", (" ".join(name),), ())])
    parts = [data.draw(dressed(part)) for part in (reversed(name) if is_turned else name)]

    found = scanner.names_found(f"{before}{' '.join(parts)}، ثم سكت.")

    assert found == ["W-000009"]


@given(Parts, st.booleans(), st.data())
def test_a_name_is_found_in_the_other_script(name: tuple[str, str], is_turned: bool, data: st.DataObject):
    latin = [data.draw(st.sampled_from(table[part].split())) for table, part in zip((FIRST, LAST), name, strict=True)]
    written = ", ".join(latin[::-1]) if is_turned else " ".join(latin)
    arabic, other = " ".join(name), Scanner([Protected("W-000009", (" ".join(name),), ())])

    assert other.names_found(f"Then {written.upper()}’s neighbour said so.") == ["W-000009"]
    assert Scanner([Protected("W-000009", (" ".join(latin),), ())]).names_found(f"ثم قال {arabic} ذلك") == ["W-000009"]


PLAIN = (
    "The list is ready and the families were told on Monday. There is no funding currently, please wait; the council "
    "said that all of the courses and the care of the houses would be paid before the winter."
)
DULL = "قال المجلس إن القائمة جاهزة وإن الأسر بُلّغت يوم الاثنين ولا يوجد تمويل حاليًا والمبالغ ستُدفع قبل الشتاء على مراحل"


@given(st.lists(st.sampled_from((PLAIN + " " + DULL).split()), max_size=60), st.lists(Parts, min_size=1, max_size=8))
def test_a_text_without_a_name_names_nobody(words: list[str], names: list[tuple[str, str]]):
    scanner = Scanner(Protected(f"W-{at:06}", (" ".join(name),), ()) for at, name in enumerate(names))

    assert scanner.names_found(" ".join(words)) == []


@given(Parts, Parts)
def test_one_part_of_a_name_is_nobodys(name: tuple[str, str], other: tuple[str, str]):
    scanner = Scanner([Protected("W-000009", (" ".join(name),), ())])

    assert scanner.names_found(f"{name[0]} {'س ' * 6} {other[1] if other[1] != name[1] else ''}") == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ali Khoury", "W-000001"),
        ("Khoury, Ali", "W-000001"),
        ("ali.khoury@elsewhere.example", "W-000001"),
        ("وعلي الخوري", "W-000001"),
        ("علــــيّ خُوري", "W-000001"),
        ("هاتف ٠٣/١٢٣٤٥٦", "W-000001"),
        ("+961 3 123 456", "W-000001"),
        ("+961-3-12 34 56", "W-000001"),
        ("claim ssp 000117 6", "W-000001"),
        ("write to Ali.K@Example.org", "W-000001"),
        ("عبدالرحمن الشامي", "W-000002"),
        ("Abd ar-Rahman ash-Shami", "W-000002"),
        ("ABDULRAHMAN SHAMI", "W-000002"),
        ("Abdallah el-Hajj", "W-000003"),
        ("ابوكريم", "W-000003"),
        ("abou Karim", "W-000003"),
        ("Ali Badr el-Din", "W-000004"),
        ("alibadreddine84", "W-000004"),
        ("ＡＬＩ ＢＡＤＲＥＤＤＩＮＥ", "W-000004"),
    ],
)
def test_a_witness_is_found(text: str, who: str):
    assert who in ALL.names_found(text)


@pytest.mark.parametrize("text", ["", "123", PLAIN, DULL, "Ali said so to Nour", "كريم قال", "+961 3 765 432"])
def test_nobody_is_found(text: str):
    assert ALL.names_found(text) == []


def test_a_place_is_told_and_never_a_name():
    text = "Then علي خوري spoke."

    hit = ALL.hits(text)[0]

    assert (hit.reference, text[hit.start : hit.end]) == ("W-000001", "علي خوري")
    assert not re.search("[^W0-9-]", hit.reference)


def test_equal_answers_are_counted_as_one_however_they_are_written():
    assert counted_as("لا يوجد تمويلٌ حالياً، يُرجى الانتظار!") == counted_as("لا يوجد تمويل حاليا يرجى الإنتظار")
    assert counted_as("There is no money.") != counted_as("There is money.")
