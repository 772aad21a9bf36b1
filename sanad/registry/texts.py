"""What people type as names and telephone numbers: made plain, or refused with a sentence."""

import unicodedata

from sanad.evidence.refusals import Problem, Sayings, problem
from sanad.sheets.texts import DIGITS, clean_text, is_readable

LONGEST_NAME = 200
LONGEST_LABEL = 64
OLDEST = 125
LATIN_DIGITS = str.maketrans(DIGITS, "0123456789" * 2)
PHONE_MARKS = str.maketrans("", "", " -().\u00a0/")

SAYINGS: Sayings = {
    "no_name": ("Write the name.", "اكتب الاسم."),
    "name_too_long": (
        "The name has {length:,} characters; at most {limit} are kept. Write it shorter.",
        "في الاسم {length:,} حرف، والحد الأقصى {limit}. اكتبه أقصر.",
    ),
    "not_readable": (
        "There are signs in it that cannot be read or printed. Delete the text and type it again.",
        "في النص رموز لا تُقرأ ولا تُطبع. امسح النص واكتبه من جديد.",
    ),
    "no_letters": ("A name has letters. Write it with letters.", "الاسم يُكتب بالأحرف. اكتبه بالأحرف."),
    "no_members": ("Name at least one person.", "اذكر شخصًا واحدًا على الأقل."),
    "too_many_members": (
        "A household has at most {limit} people. Register the others as a household of their own.",
        "في الأسرة {limit} شخصًا على الأكثر. سجّل الباقين أسرةً أخرى.",
    ),
    "bad_phone": (
        "A telephone number has 6 to 15 digits, and a plus sign before them where it is from abroad.",
        "رقم الهاتف من 6 إلى 15 رقمًا، وتسبقه علامة زائد إن كان من الخارج.",
    ),
    "bad_year": (
        "The year of birth lies between {low} and {high}. Correct it, or leave it empty.",
        "سنة الميلاد بين {low} و{high}. صحّحها أو اتركها فارغة.",
    ),
}


def plain_name(text: str) -> str:
    """In one form of each letter, without marks that turn the direction of what stands beside it."""
    return " ".join(unicodedata.normalize("NFC", clean_text(text)).split(" ")) if is_readable(text) else text


def name_problems(text: str, where: str) -> list[Problem]:
    if not is_readable(text):
        return [problem(SAYINGS, "not_readable", where)]
    plain = plain_name(text)
    if not plain:
        return [problem(SAYINGS, "no_name", where)]
    if len(plain) > LONGEST_NAME:
        return [problem(SAYINGS, "name_too_long", where, length=len(plain), limit=LONGEST_NAME)]
    return [] if any(sign.isalpha() for sign in plain) else [problem(SAYINGS, "no_letters", where)]


def label_problems(text: str, where: str) -> list[Problem]:
    """Of a house number or the name of a home."""
    if not is_readable(text):
        return [problem(SAYINGS, "not_readable", where)]
    plain = plain_name(text)
    if not plain:
        return [problem(SAYINGS, "no_name", where)]
    too_long = len(plain) > LONGEST_LABEL
    return [problem(SAYINGS, "name_too_long", where, length=len(plain), limit=LONGEST_LABEL)] if too_long else []


def plain_phone(text: str) -> str:
    return clean_text(text).translate(LATIN_DIGITS).translate(PHONE_MARKS)


def phone_problems(text: str, where: str) -> list[Problem]:
    digits = plain_phone(text).removeprefix("+")
    is_phone = digits.isascii() and digits.isdigit() and 6 <= len(digits) <= 15
    return [] if is_phone else [problem(SAYINGS, "bad_phone", where)]


def year_problems(year: int, this_year: int, where: str) -> list[Problem]:
    low = this_year - OLDEST
    return [] if low <= year <= this_year else [problem(SAYINGS, "bad_year", where, low=low, high=this_year)]
