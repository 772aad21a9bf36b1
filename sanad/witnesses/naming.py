"""A name in its parts, and the forms in which a word of a text may be one of them."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from sanad.witnesses.folding import HELD, Word, is_arabic, words_in

ARTICLES = frozenset(["ال", "al", "el", "ul"])
TURNED = frozenset(["ar", "as", "ash", "an", "at", "ad", "az", "ath", "er", "es", "esh", "en", "et", "ed", "ez"])
"""The article before a letter that it is drawn to; one only before a hyphen, since some of these are words."""
OF = frozenset(["بن", "ابن", "بنت", "bin", "ibn", "ben", "bint"])
SERVANT, FATHER = "عبد", "ابو"
JOINED = {
    **dict.fromkeys([SERVANT, "abd", "abdel", "abdul", "abdal", "abdol"], SERVANT),
    **dict.fromkeys([FATHER, "ابي", "ابا", "بو", "abu", "abou", "abo", "aboo"], FATHER),
    **dict.fromkeys(["ام", "umm", "oum", "um"], "ام"),
}
LATIN_SERVANT = re.compile(r"^abd(?:[aeou][lrsdtnz](?=[a-z]{3}))?(?=[a-z]{2})")
ARABIC_SERVANT = re.compile("^عبدال(?=.{2})")
OF_FAITH = {"الدين": "دين", "الله": "له"}
"""Words that are one name with the word before them, as in Nasrallah and Noureddine."""
LATIN_FAITH = {
    re.compile(r"(?<=[a-z]{2})[aeou][ld]d?[iye]+ne?$"): "din",
    re.compile(r"(?<=[a-z]{2})[aou]ll?ah?$"): "lah",
}
AFTER = frozenset([*OF_FAITH, "din", "deen", "dine", "eddine", "eddin", "uddin", "addin", "allah", "ullah"])
BEFORE_A_WORD = "وفبلك"


def parts_of(name: str) -> list[frozenset[str]]:
    """Each part in the forms that it is known by; `Abd` and `Abu` belong to the part after them."""
    words = _without_articles([word for word in words_in(name) if word.plain not in OF])
    found: list[frozenset[str]] = []
    at = 0
    while at < len(words):
        whole = _joined(words, at)
        found.append(frozenset(_own_forms(whole or words[at].plain)))
        at += 2 if whole else 1
    return found


def forms_in(text: str) -> Iterator[tuple[Word, frozenset[str]]]:
    """Each word of the text with every form in which it may be a part of a name."""
    words = _without_articles(list(words_in(text)))
    for at, word in enumerate(words):
        whole = _joined(words, at)
        yield word, _text_forms(word.plain) | (_text_forms(whole) if whole else frozenset())


def _without_articles(words: Sequence[Word]) -> list[Word]:
    """Articles that stand apart count for nothing, so that names stay as near to each other with them as without."""
    return [one for one in words if one.plain not in ARTICLES and not (one.plain in TURNED and one.before_hyphen)]


def _joined(words: Sequence[Word], at: int) -> str:
    """Two words that are one name; empty where they are not."""
    first = words[at].plain
    bare = first[1:] if first[1:] in (SERVANT, FATHER) and first[:1] in BEFORE_A_WORD else first
    after = words[at + 1].plain if at + 1 < len(words) else ""
    if after in AFTER:
        return bare + after
    if not after or bare not in JOINED:
        return ""
    return (JOINED[bare] if is_arabic(after) else bare) + after


def _own_forms(part: str) -> set[str]:
    if is_arabic(part):
        return {_without_article(_arabic_faith(ARABIC_SERVANT.sub(SERVANT, part)))}
    faith = {pattern.sub(plain, part) for pattern, plain in LATIN_FAITH.items()}
    return {LATIN_SERVANT.sub("abd", part), *faith, *_latin_forms(part)}


def _arabic_faith(part: str) -> str:
    for written, plain in OF_FAITH.items():
        if part.endswith(written) and len(part) > len(written) + 1:
            return part.removesuffix(written) + plain
    return part


@lru_cache(maxsize=HELD)
def _text_forms(word: str) -> frozenset[str]:
    if not is_arabic(word):
        return frozenset({*_own_forms(word)})
    found = {word}
    if len(word) > 3 and word[0] in BEFORE_A_WORD:
        found |= {word[1:], *(["ال" + word[2:]] if word.startswith("لل") else [])}
    return frozenset(one for form in found for one in (form, *_own_forms(form)))


def _latin_forms(word: str) -> set[str]:
    """With and without an article that is written as one with it; with the numbers that an address may end in."""
    plain = word.rstrip("0123456789") or word
    glued = plain[2:] if plain[:2] in ARTICLES and len(plain) > 5 else ""
    return {plain, glued} - {""}


def _without_article(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > 4 else word
