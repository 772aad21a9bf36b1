"""Words in one plain form, so that a name is the same however it is written: long drawn, with or without vowel signs,
with forms of one letter, with signs that nobody sees, in full width.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

MARKS = "\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u0300-\u036f"
UNSEEN = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
QUOTES = "'’‘`ʿʾʼ"
WORD = re.compile(f"[^\\W_](?:[^\\W_]|[{MARKS}{UNSEEN}{QUOTES}])*")
OWNING = re.compile(f"[{QUOTES}][sS]$")
DROPPED = re.compile(f"[{MARKS}{UNSEEN}{QUOTES}\u0621]")
SAME_LETTERS = str.maketrans("أإآٱىةؤئکی", "ااااي" + "هويكي")
DIGITS = {code: str(unicodedata.decimal(chr(code))) for code in range(0x80, 0x10000) if chr(code).isdecimal()}
SEEN = re.compile(f"[{UNSEEN}]")
HELD = 1 << 16


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text as it is compared, and where it stands there."""

    plain: str
    start: int
    end: int
    before_hyphen: bool


def words_in(text: str) -> Iterator[Word]:
    for found in WORD.finditer(text):
        plain = folded(found[0])
        if plain:
            yield Word(plain, found.start(), found.end(), text[found.end() : found.end() + 1] in ("-", "‑", "–"))


@lru_cache(maxsize=HELD)
def folded(word: str) -> str:
    """One word as it is compared."""
    whole = unicodedata.normalize("NFKC", OWNING.sub("", word)).translate(SAME_LETTERS)
    bare = DROPPED.sub("", unicodedata.normalize("NFKD", whole))
    return "".join(sign for sign in bare.translate(DIGITS) if not unicodedata.combining(sign)).casefold()


def is_arabic(word: str) -> bool:
    return "\u0600" <= word[:1] <= "\u06ff"


def counted_as(text: str) -> str:
    """The words alone: answers that differ in signs, spaces and spelling of one letter are one answer."""
    return " ".join(word.plain for word in words_in(text))


def digits_in(text: str) -> str:
    """The text with digits of every script as 0 to 9 and without signs that nobody sees."""
    return SEEN.sub("", text).translate(DIGITS)


def compact(text: str) -> str:
    """Letters and digits alone, for an address or a number that may be written apart."""
    whole = unicodedata.normalize("NFKC", digits_in(text)).casefold()
    return "".join(sign for sign in whole if sign.isalnum() or sign == "@")
