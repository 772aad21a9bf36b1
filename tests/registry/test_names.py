import pytest

from sanad.registry.naming import name_parts, name_tokens, phone_token
from sanad.registry.texts import LONGEST_NAME, name_problems, phone_problems, plain_name, plain_phone, year_problems


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أحمد", "احمد"),
        ("فاطمة", "فاطمه"),
        ("مصطفى", "مصطفي"),
        ("مُحَمَّد", "محمد"),
        ("محمـــد", "محمد"),
        ("الحداد", "حداد"),
        ("Ḥaddād", "haddad"),
        ("al-Haddad", "Haddad"),
        ("O'Hara", "ohara"),
        ("سميرة  حداد", "حداد سميرة"),
    ],
)
def test_one_name_written_in_two_ways_has_the_same_parts(one: str, other: str):
    assert name_parts(one) == name_parts(other)


def test_other_names_have_other_tokens():
    assert not name_tokens("سميرة") & name_tokens("سمير")


def test_a_token_shows_nothing_of_the_name():
    (token,) = name_tokens("Samira")

    assert len(token) == 32
    assert token not in {phone_token("Samira")}


def test_a_telephone_is_the_same_with_and_without_its_country():
    assert phone_token("+961 3 123 456") == phone_token("96103123456"[:3] + "3123456")
    assert phone_token("0096171654321") == phone_token("+96171654321")


@pytest.mark.parametrize(
    "name", ["سميرة", "كريم Haddad", "Ana-María d'Oca", "علي (أبو حسن)", "李雷", "ل" * LONGEST_NAME]
)
def test_a_name_of_any_script_is_kept(name: str):
    assert name_problems(name, "name") == []
    assert plain_name(name) == name


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("", "no_name"),
        (" \u200f\u202e ", "no_name"),
        ("ل" * 5_000, "name_too_long"),
        ("Sa\x00mira", "not_readable"),
        ("Samira\nHaddad", "not_readable"),
        ("Samira\x1b[31m", "not_readable"),
        ("\ud800", "not_readable"),
        ("12/3", "no_letters"),
    ],
)
def test_what_is_no_name_is_refused_with_a_sentence_in_both_languages(name: str, code: str):
    (found,) = name_problems(name, "members.0.name")

    assert (found.code, found.where) == (code, "members.0.name")
    assert found.says["en"]
    assert found.says["ar"]


def test_marks_that_turn_the_direction_are_taken_out_of_a_name():
    assert plain_name("كريم \u202eHaddad\u202c") == "كريم Haddad"


@pytest.mark.parametrize("phone", ["03 123 456", "+961-71-654.321", "٠٣١٢٣٤٥٦", "(03) 123456"])
def test_a_telephone_is_read_as_people_write_it(phone: str):
    assert phone_problems(phone, "phone") == []
    assert plain_phone(phone).removeprefix("+").isdigit()


@pytest.mark.parametrize("phone", ["12345", "1" * 16, "03-CALL", "++961712345", "0312٣4x6"])
def test_what_is_no_telephone_is_refused(phone: str):
    assert [found.code for found in phone_problems(phone, "phone")] == ["bad_phone"]


@pytest.mark.parametrize(("year", "is_right"), [(1901, True), (2026, True), (1899, False), (2027, False), (-5, False)])
def test_a_year_of_birth_is_that_of_a_living_person(year: int, is_right: bool):
    assert (year_problems(year, 2026, "birth_year") == []) == is_right
