"""What one Arabic word may be: read once for every way in which it is written."""

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from sanad.record.proposing.arabic.table import FEMALE, MALE, MANY, MARKS, Arabic, Verb, arabic, fold
from sanad.record.proposing.page import Span
from sanad.record.proposing.words import FOLD, TOKEN, Forms, placed

OF_CONTENTS = ("فيه", "فيها", "وفيه", "وفيها")
SAYING_OTHERWISE = (*OF_CONTENTS, "علي")
OWNERS = ("ها", "هم", "ه")
DAMMA, TANWIN = "\u064f", ("ًا", "اً", "ةً")
ALEF_WITHOUT_DOTS, SHADDA = "ى", "\u0651"


@dataclass(frozen=True, slots=True)
class Reading:
    """`plain`: the word folded; `stem`: without the letters that join it to the sentence, where a cue is left.

    `cue`: verb, passive, participle, saying, according or nothing. `kind`: name, title, people, body or nothing.
    `is_before_name`: a name always follows, `الدكتور`, `زميلته`. `may_say`: a cue may stand here.
    """

    plain: str
    stem: str
    joined: str
    cue: str
    verb: Verb | None
    kind: str
    gender: str
    is_that: bool
    is_stop: bool
    is_time: bool
    is_manner: bool
    is_doubtful: bool
    is_before_name: bool
    may_say: bool


class Token(NamedTuple):
    """A word or sign in its place, with what it may be."""

    start: int
    end: int
    text: str
    plain: str
    is_word: bool
    is_quotation: bool
    read: Reading

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


FLAGS = ("is_that", "is_stop", "is_time", "is_manner", "is_doubtful", "is_before_name", "may_say")
SIGN = Reading("", "", "", "", None, "", "", **dict.fromkeys(FLAGS, False))


def tokens_of(text: str, begin: int) -> list[Token]:
    """Of a text in which what is quoted is folded; `begin`: where it stands in the page."""
    return placed(Token, TOKEN.findall(text), begin, FORMS)


def _form(text: str) -> tuple[str, str, bool, bool, Reading]:
    return _of_word(text) if text[0].isalpha() else (text, "", False, text[0] == FOLD, SIGN)


def _of_word(text: str) -> tuple[str, str, bool, bool, Reading]:
    read = _reading_of(text)
    return text, read.plain, True, False, read


FORMS = Forms(_form)


def unjoined(token: Token) -> Token:
    """Without a letter that joins a noun to what stands before: `بأمين السرّ`, `للوزير`, `وأهالي`."""
    text = token.text
    if token.read.kind or token.read.cue or len(text) < 4 or text[0] not in "وفبل":
        return token
    rest = f"ا{text[1:]}" if text.startswith("لل") else text[1:]
    return Token(token.start + 1, token.end, *_of_word(rest))


@lru_cache(maxsize=20_000)
def _reading_of(text: str) -> Reading:
    table, plain = arabic(), fold(text)
    is_stop = _is_stop(text, plain, table)
    kind, gender = ("", "") if is_stop else _kind(plain, table)
    joined, stem, cue, verb = _cue(text, plain, kind, table) if not is_stop or SHADDA in text else ("", plain, "", None)
    return Reading(
        plain,
        stem,
        joined,
        cue,
        verb,
        kind,
        gender,
        is_that=_is_that(text, plain, table),
        is_stop=is_stop,
        is_time=plain in table.times,
        is_manner=text.endswith(TANWIN) and cue != "participle",
        is_before_name=plain in table.personal or ((noun := unowned(plain, table)) != plain and noun in table.titles),
        may_say=bool(cue)
        or plain in SAYING_OTHERWISE
        or plain in table.own_answers
        or is_noun_and_verb(plain, kind, table),
        is_doubtful=kind == "name" and plain in table.doubtful_names,
    )


def is_noun_and_verb(plain: str, kind: str, table: Arabic) -> bool:
    """`طالب`: a student, and who demanded."""
    return kind in ("title", "people") and plain in table.verbs


def _is_stop(text: str, plain: str, table: Arabic) -> bool:
    """`على` is one and `علي` is a name; `وإلى` is one and `والي` an office."""
    if text[:1] in ("و", "ف") and MARKS.sub("", text[1:]) in table.plain_stops:
        return True
    is_name = plain in table.male_names or plain in table.female_names
    is_sure = is_name and plain not in table.doubtful_names
    return plain in table.stops and (not is_sure or text.endswith(ALEF_WITHOUT_DOTS))


def _is_that(text: str, plain: str, table: Arabic) -> bool:
    """`ألّا` is one and `إلّا` is not."""
    if plain in ("الا", "بالا"):
        return "أ" in text
    return plain in table.that or (plain[:1] == "و" and plain[1:] in table.that)


def _kind(plain: str, table: Arabic) -> tuple[str, str]:
    definite = plain[2:] if plain.startswith("ال") else unowned(plain, table)
    if plain in table.male_names:
        return "name", "" if plain in table.female_names else MALE
    if plain in table.female_names:
        return "name", FEMALE
    if plain in table.fathers:
        return "people", FEMALE if plain in table.feminine else MALE
    if definite in table.titles or plain in table.personal:
        is_female = definite.endswith(("ة", "ته", "تها")) and definite not in table.masculine
        return "title", FEMALE if is_female or definite in table.feminine else MALE
    if definite in table.people:
        return "people", _gender_of_people(definite, table)
    if definite in table.bodies and (definite != plain or plain not in table.verbs):
        return "body", FEMALE if definite.endswith(("ة", "ات")) else MALE
    many = definite[:-2]
    is_many = plain.endswith(("ون", "ين")) and plain.startswith("ال") and len(many) > 3
    return ("people", MANY) if is_many and many.startswith(("م", "مت")) else ("", "")


def unowned(plain: str, table: Arabic) -> str:
    """`زميلته`, `مكتبهم`: the word of a person or body, without whose it is; any other stays."""
    for owner in OWNERS:
        if plain.endswith(owner) and len(plain) > len(owner) + 2:
            noun = plain[: -len(owner)]
            noun = f"{noun[:-1]}ة" if noun.endswith("ت") and noun not in table.titles else noun
            if noun in table.stops:
                continue
            if noun in table.titles or noun in table.people or (noun in table.bodies and noun not in table.papers):
                return noun
    return plain


def _gender_of_people(plain: str, table: Arabic) -> str:
    if plain in table.plurals or plain.endswith(("ون", "ين")):
        return MANY
    return FEMALE if plain.endswith(("ة", "ات")) or plain in table.feminine else MALE


def _cue(text: str, plain: str, kind: str, table: Arabic) -> tuple[str, str, str, Verb | None]:
    """How the word is joined, its stem, and which cue it is."""
    if kind == "name" and plain not in table.doubtful_names:
        return "", plain, "", None
    for joined, stem in _stems(plain):
        if not joined and plain[:1] == "و" and text.endswith(SHADDA):
            continue
        cue, verb = _cue_of_stem(text[len(joined) :] if joined else text, stem, table)
        is_noun = kind == "body" and cue == "participle" and SHADDA not in text
        if cue and not is_noun and not (kind and cue == "verb" and not joined):
            return joined, stem, cue, verb
    return "", plain, "", None


def _stems(plain: str) -> list[tuple[str, str]]:
    found = [("", plain)]
    if plain[:1] in ("و", "ف") and len(plain) > 2:
        found.append((plain[0], plain[1:]))
    for joined, stem in tuple(found):
        if stem[:1] in ("س", "ب") and stem[1:2] in ("ي", "ت") and len(stem) > 4:
            found.append((joined + stem[0], stem[1:]))
    return found


def _cue_of_stem(text: str, stem: str, table: Arabic) -> tuple[str, Verb | None]:
    if stem in table.passives and (DAMMA in text[:3] or stem in ("قيل", "يقال")):
        return "passive", table.passives[stem]
    if text[1:2] == DAMMA and stem in table.impersonal:
        return "", None
    if stem in table.verbs and not (
        text.endswith("ي") and table.verbs[stem].base.endswith(ALEF_WITHOUT_DOTS) and table.verbs[stem].form == "past"
    ):
        return "verb", table.verbs[stem]
    if stem in table.participles:
        return "participle", table.participles[stem]
    if stem in table.by_saying:
        return "saying", None
    return ("according", None) if stem in table.according else ("", None)
