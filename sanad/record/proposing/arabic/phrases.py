"""Speakers in Arabic: the words after the verb up to what goes on with it, the name in them apart from its titles."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from sanad.record.proposing.arabic.table import FEMALE, MALE, Arabic, Verb, fold
from sanad.record.proposing.page import Span
from sanad.record.proposing.words import Word

LONGEST = 9


@dataclass(frozen=True, slots=True)
class ArabicPhrase:
    """`name` is empty where the phrase only describes; `title` are the words before it."""

    words: tuple[Word, ...]
    title: tuple[Word, ...]
    name: tuple[Word, ...]

    @property
    def span(self) -> Span:
        return Span(self.words[0].span.start, self.words[-1].span.end)

    @property
    def name_span(self) -> Span:
        return Span(self.name[0].span.start, self.name[-1].span.end) if self.name else self.span


@dataclass(frozen=True, slots=True)
class ArabicCue:
    """`verb` is None for a verbal noun or a participle, whose subject stands before."""

    at: int
    verb: Verb | None
    kind: str


def bare(word: Word, table: Arabic) -> str:
    """Folded, without the letters و and ف that join sentences, where a verb is left."""
    plain = fold(word.text)
    for prefix in ("و", "ف", "س"):
        if (
            plain.startswith(prefix)
            and plain not in table.verbs
            and (plain[1:] in table.verbs or plain[1:] in table.participles or plain[1:] in table.according)
        ):
            return plain[1:]
    return plain


def cue_of(words: Sequence[Word], at: int, table: Arabic) -> ArabicCue | None:
    plain = bare(words[at], table)
    if plain == "ورد" and not (at + 1 < len(words) and fold(words[at + 1].text) == "في"):
        plain = "رد"
    if plain in ("قيل", "يقال", "وقيل") or (plain in table.verbs and _is_passive(words[at].text)):
        return ArabicCue(at, None, "passive")
    if plain in table.verbs:
        return ArabicCue(at, table.verbs[plain], "verb")
    if plain in table.participles:
        return ArabicCue(at, None, "participle")
    return ArabicCue(at, None, "saying") if plain in table.by_saying else None


def _is_passive(text: str) -> bool:
    """`أُبلغ`, `وُعدت`: a damma on the first letter of the verb, where it is written."""
    plain = text[1:] if text[:1] in "وف" and len(text) > 4 and text[2:3] == "\u064f" else text
    return plain[1:2] == "\u064f" and plain[:1] not in "يت"


def whole_phrase(words: Sequence[Word], start: int, table: Arabic) -> ArabicPhrase | None:
    """With the name that stands behind an office in something, or in apposition: `مسؤولة التواصل في ... كلارا فايس`."""
    phrase = phrase_from(words, start, table)
    if phrase is None or phrase.name:
        return phrase
    at = start + len(phrase.words)
    if at >= len(words):
        return phrase
    if words[at].text == "،":
        return _with_apposition(words, start, at, phrase, table) or phrase
    if fold(words[at].text) in ("في", "ب", "لدي", "باسم"):
        return _with_place(words, start, at, phrase, table) or phrase
    return phrase


def _with_apposition(
    words: Sequence[Word], start: int, comma: int, phrase: ArabicPhrase, table: Arabic
) -> ArabicPhrase | None:
    beside = phrase_from(words, comma + 1, table)
    if beside is None or not beside.name or not (beside.title or fold(beside.name[0].text) in table.names):
        return None
    return ArabicPhrase(tuple(words[start : comma + 1 + len(beside.words)]), phrase.words, beside.name)


def _with_place(words: Sequence[Word], start: int, at: int, phrase: ArabicPhrase, table: Arabic) -> ArabicPhrase | None:
    """The name begins at a given name, or is the last two words where neither is an ordinary one."""
    further = list(takewhile(lambda word: word.is_word, words[at + 1 : at + 8]))
    whole, plain = tuple(words[start : at + 1 + len(further)]), [fold(word.text) for word in further]
    named = next((place for place, one in enumerate(plain) if one in table.names), None)
    if named is not None:
        return ArabicPhrase(whole, phrase.words, tuple(further[named : named + 3]))
    if len(further) < 3 or any(one.startswith("ال") or one in table.stops for one in plain[-2:]):
        return None
    return ArabicPhrase(whole, phrase.words, tuple(further[-2:]))


def phrase_from(words: Sequence[Word], start: int, table: Arabic) -> ArabicPhrase | None:
    """The subject that begins here; None where nothing could be one."""
    taken: list[Word] = []
    for word in words[start : start + LONGEST]:
        if word.is_quotation or not word.is_word:
            break
        plain = fold(word.text)
        if plain in table.stops or (
            taken and bare(word, table) in table.verbs and plain not in table.names and not _is_title(plain, table)
        ):
            break
        if _is_manner(word.text) or (
            plain.startswith(("ل", "ب")) and len(plain) > 3 and plain[1:3] in ("ال", "لا") and taken
        ):
            break
        if not taken and plain.startswith("لل"):
            break
        taken.append(word)
    return parted(taken, table) if taken else None


def _is_manner(text: str) -> bool:
    """`ساخرًا`, `مبتسمةً`: how it was said."""
    return text.endswith(("ًا", "اً", "ةً"))


def parted(taken: Sequence[Word], table: Arabic) -> ArabicPhrase | None:
    """Titles and name apart: the name begins at a given name, or is all where no title stands before."""
    plain = [fold(word.text) for word in taken]
    for at, one in enumerate(plain):
        if one in ("ابو", "ام", "بن", "ابن") and at + 1 < len(plain) and one in ("ابو", "ام"):
            return ArabicPhrase(tuple(taken[: at + 2]), tuple(taken[:at]), tuple(taken[at : at + 2]))
        if one in table.names and not (
            at + 1 == len(plain)
            and at
            and _is_title(plain[at - 1], table) is False
            and at > 1
            and plain[0] in table.people
        ):
            end = _end_of_name(plain, at)
            return ArabicPhrase(tuple(taken[:end]), tuple(taken[:at]), tuple(taken[at:end]))
    if _is_title(plain[0], table) or plain[0] in table.people:
        if (
            len(plain) == 2
            and plain[0].startswith("ال")
            and _is_title(plain[0], table)
            and not plain[1].startswith("ال")
        ):
            return ArabicPhrase(tuple(taken), tuple(taken[:1]), tuple(taken[1:]))
        return ArabicPhrase(tuple(taken), tuple(taken), ())
    if len(plain) <= 3 and not plain[0].startswith("ال"):
        return ArabicPhrase(tuple(taken), (), tuple(taken))
    if len(plain) == 1:
        return ArabicPhrase(tuple(taken), (), tuple(taken))
    return ArabicPhrase(tuple(taken), tuple(taken), ())


JOINING = frozenset(("بن", "ابن", "بنت", "ابو", "ابي", "بو", "عبد", "ال", "ولد", "سيدي", "حاج"))


def _end_of_name(plain: Sequence[str], at: int) -> int:
    """A given name and what follows it: one word more, or two where the first only joins."""
    end = at + 1
    while end < len(plain) and plain[end] in JOINING:
        end += 1
    return min(len(plain), end + 1)


def _is_title(plain: str, table: Arabic) -> bool:
    return plain in table.titles


def gender_of_phrase(phrase: ArabicPhrase, table: Arabic) -> str:
    first = fold(phrase.name[0].text) if phrase.name else ""
    if first in table.female_names or first == "ام":
        return FEMALE
    if first in table.male_names or first == "ابو":
        return MALE
    title = fold(phrase.title[0].text) if phrase.title else ""
    return FEMALE if title.endswith("ة") else ""
