"""How one part of a name is spelled in the other script, and in how many ways in Latin letters."""

import re
from functools import lru_cache

from sanad.witnesses.folding import HELD, is_arabic

SHORT = "(?:ou|[aeiou])?"
A, U, I = "(?:aa|a|e)", "(?:ou|oo|au|aw|ow|u|o|w)", "(?:ei|ai|ay|ey|ee|ie|ii|iy|i|y|e)y?"  # noqa: E741
LAST_I = "(?:ee|ie|ei|ey|ay|iy|i|y|e|a)y?"
LAST_A = "(?:[ae]h?|h)?"
LETTERS = {
    "ب": "[bp]", "ت": "t", "ث": "(?:th|t|s)", "ج": "(?:dj|j|g)", "ح": "[h7]", "خ": "(?:kh|x|k|5)", "د": "d",
    "ذ": "(?:dh|th|d|z)", "ر": "r", "ز": "[zs]", "س": "[sc]", "ش": "(?:sh|ch|s)", "ص": "s", "ض": "(?:dh|d|z)",
    "ط": "[t6]", "ظ": "(?:dh|th|d|z)", "غ": "(?:gh|g|8)", "ف": "(?:ph|f|v)", "ق": "[qkgc]", "ك": "(?:ck|k|c)",
    "ل": "l", "م": "m", "ن": "n", "ه": "h", "پ": "[pb]", "گ": "(?:gh|g|k)", "چ": "(?:ch|j)", "ڤ": "[vf]",
}  # fmt: skip
AYN = "(?:3|aa|ou|[aeiou])?"
LATIN_UNIT = re.compile(r"kh|gh|sh|ch|th|dh|ph|dj|ck|[aeiouyw]+|(.)\1|.")
LATIN = {
    "kh": "(?:kh|x|k|5)", "gh": "(?:gh|g|8)", "sh": "(?:sh|ch|s)", "ch": "(?:sh|ch)", "th": "(?:th|t|d|z|s)",
    "dh": "(?:dh|d|z|th)", "ph": "(?:ph|f)", "dj": "(?:dj|j|g)", "j": "(?:dj|j|g)", "g": "(?:gh|dj|g|j|q|k)",
    "ck": "(?:ck|k|c|q)", "k": "(?:ck|kh|k|c|q)", "c": "(?:ck|k|c|q|s)", "q": "[qkgc]", "z": "(?:dh|z|d|s)",
    "s": "(?:sh|s|c|z|ss)", "f": "(?:ph|f|v)", "v": "[vf]", "b": "[bp]", "p": "[pb]", "h": "h?", "x": "(?:kh|ks|x)",
    "d": "(?:dh|d)", "t": "(?:th|t)",
}  # fmt: skip
SOUNDS = {
    **dict.fromkeys("بپpb", "B"), **dict.fromkeys("فڤfv", "F"), **dict.fromkeys("مm", "M"),
    **dict.fromkeys("نn", "N"), **dict.fromkeys("لl", "L"), **dict.fromkeys("رr", "R"),
    **dict.fromkeys("تثدذزسشصضطظtdsz6", "T"), **dict.fromkeys("جخغقكگkgqxj58", "K"), "چ": "T", "c": "K",
}  # fmt: skip
SOFT = re.compile(r"ch|c(?=[eiy])|ph|dj")
AS_SOFT = {"ch": "t", "c": "t", "ph": "f", "dj": "j"}


def sounds_of(part: str) -> str:
    """What every spelling of the part has in common, in either script: a coarse key, so that few are compared."""
    soft = SOFT.sub(lambda found: AS_SOFT[found[0]], part)
    kept = "".join(SOUNDS.get(sign, "") for sign in soft)
    return re.sub(r"(.)\1+", r"\1", kept)


def is_same(part: str, other: str) -> bool:
    """Whether two folded parts may be one name: letter by letter in Arabic, by their spellings otherwise."""
    if part == other:
        return True
    if is_arabic(part) and is_arabic(other):
        return False
    arabic, latin = (part, other) if is_arabic(part) else (other, part)
    return not is_arabic(latin) and spellings(arabic).fullmatch(latin) is not None


@lru_cache(maxsize=HELD)
def spellings(part: str) -> re.Pattern[str]:
    """All that the part may look like in Latin letters."""
    return re.compile(_of_arabic(part) if is_arabic(part) else _of_latin(part))


def _of_arabic(part: str) -> str:
    letters = re.sub("ي+", "ي", part)
    last = len(letters) - 1
    return "".join(_arabic_letter(letter, at, last) for at, letter in enumerate(letters))


def _arabic_letter(letter: str, at: int, last: int) -> str:
    if letter == "ا":
        return "(?:ou|ee|[aeiou])" if at == 0 else A
    if letter == "و":
        return f"(?:{U}|w{{1,2}}){SHORT if at < last else ''}"
    if letter == "ي":
        return LAST_I if at == last else f"{I}{SHORT}"
    if letter == "ع":
        return AYN + (SHORT if at < last else "")
    if letter == "ه" and at == last:
        return LAST_A
    return f"{LETTERS.get(letter, re.escape(letter))}{{1,2}}" + (SHORT if at < last else "")


def _of_latin(part: str) -> str:
    units = [found[0] for found in LATIN_UNIT.finditer(part)]
    consonants = sum(1 for unit in units if unit[0] not in "aeiouyw")
    return "".join(_latin_unit(unit, at, len(units) - 1, consonants) for at, unit in enumerate(units)) + "h?"


def _latin_unit(unit: str, at: int, last: int, consonants: int) -> str:
    if unit[0] not in "aeiouyw":
        one = unit if unit in LATIN else unit[0]
        return f"(?:{LATIN.get(one, re.escape(one))}){{1,2}}"
    if len(unit) > 1:
        return "[aeiouyw]{1,4}"
    sound = U if unit in "ouw" else f"(?:{A}|{I})"
    may_go = consonants > 2 and 0 < at < last
    return f"(?:{sound}){'?' if may_go else ''}"
