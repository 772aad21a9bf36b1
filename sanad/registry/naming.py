"""Parts of names in one plain form for both scripts, and the keyed hashes under which they are found."""

import hmac
import re
import unicodedata

from sanad.evidence.sealing import secret_for

TOKEN_BYTES = 16
SAME_LETTERS = str.maketrans("أإآٱىةؤئ", "ااااي" + "هوي")
DROPPED = re.compile("[\u0621\u0640\u064b-\u065f\u0670\u06d6-\u06ed'’‘`ʿʾ]")
WORDS = re.compile(r"[^\W_]+")
ARTICLES = {"al", "el", "ال"}
ARABIC_ARTICLE = "ال"


def name_parts(name: str) -> set[str]:
    """The parts as they are compared: without vowel signs, accents, articles and forms of one letter."""
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", name).translate(SAME_LETTERS))
    unmarked = "".join(sign for sign in folded if not unicodedata.combining(sign))
    words = WORDS.findall(DROPPED.sub("", unmarked).casefold())
    return {_without_article(word) for word in words} - ARTICLES


def _without_article(word: str) -> str:
    return word[2:] if word.startswith(ARABIC_ARTICLE) and len(word) > 4 else word


def name_tokens(*names: str) -> set[str]:
    return {_token(f"name {part}") for name in names for part in name_parts(name)}


def phone_token(phone: str) -> str:
    """By the last eight digits: the same telephone is written with and without the country's code."""
    digits = "".join(sign for sign in phone if sign.isdigit())
    return _token(f"phone {digits[-8:]}")


def _token(text: str) -> str:
    return hmac.digest(secret_for("name index"), text.encode(), "sha256")[:TOKEN_BYTES].hex()
