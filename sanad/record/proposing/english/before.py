"""What stands before a quotation: `Ali said: “...”`, `Putin disagreed, saying, “...”`, `she was told that “...”`."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sanad.record.proposing.english.cues import CueAt, last_cue
from sanad.record.proposing.english.found import Found, according, spoken_to
from sanad.record.proposing.english.leftwards import ending_at, phrase_before
from sanad.record.proposing.english.phrases import GENITIVES, Phrase
from sanad.record.proposing.english.rightwards import phrase_after, whole_phrase_after
from sanad.record.proposing.english.subject import clause_subject, subject_of
from sanad.record.proposing.english.table import English
from sanad.record.proposing.page import Span
from sanad.record.proposing.words import Word

CONFIDENCE = {"before:colon": 0.97, "before:comma": 0.96, "before:direct": 0.85, "before:inside": 0.7}
FEW = 5
OWNERS = {"his": "he", "her": "she", "their": "they"}


@dataclass(frozen=True, slots=True)
class Left:
    """The words from the last quotation, or from the beginning of the sentence, to the one at `place`; `sign` is what
    stands right before it where that is no word.
    """

    words: Sequence[Word]
    begin: int
    place: int
    table: English

    @property
    def sign(self) -> str:
        before = self.words[self.place - 1]
        return "" if before.is_word else before.text


def found_before(words: Sequence[Word], place: int, text: str, table: English, names: Collection[int]) -> Found | None:
    """None where nothing before the quotation says whose it is. `names` are the starts of marks that hold no speech."""
    spoken = (at + 1 for at in range(place) if words[at].is_quotation and words[at].start not in names)
    left = Left(words, max(spoken, default=0), place, table)
    if left.begin == place:
        return None
    return _label(left) or _verb(left, text) or _noun(left) or _named(left) or according(words, left.begin, table)


def _verb(left: Left, text: str) -> Found | None:
    words, table = left.words, left.table
    cue = last_cue(words, left.begin, left.place, table)
    if cue is None or _is_in_clause_before(left, cue):
        return None
    gap = left.place - 1 - cue.last
    is_beside = gap == 0 or (gap <= 3 and left.sign in (":", ",")) or _is_as(words, cue.last + 1, left.place)
    if cue.cue.only_beside and not is_beside:
        return None
    subject, is_passive = subject_of(words, left.begin, cue, table)
    if subject is None and left.begin > 0 and not is_passive:
        subject, is_passive = subject_of(words, 0, cue, table)
    rule = {":": "before:colon", ",": "before:comma"}.get(left.sign, "before:direct" if gap == 0 else "before:inside")
    is_mixed = rule == "before:inside" or (rule == "before:direct" and _is_fragment(text, words[left.place]))
    sure = CONFIDENCE[rule] if subject or is_passive else 0.5
    return Found(subject, cue.span, spoken_to(words, cue, table), rule, sure, is_passive, is_mixed)


def _is_in_clause_before(left: Left, cue: CueAt) -> bool:
    """`After the fair ends, “...”`: a clause of its own, in which nobody speaks."""
    if not cue.cue.only_beside or left.sign != ",":
        return False
    first = left.words[left.begin].low
    clause = left.words[left.begin : cue.first]
    return first in left.table.subordinators and not any(word.text == "," for word in clause)


def _is_as(words: Sequence[Word], at: int, place: int) -> bool:
    """`described as a “...”`."""
    return place - at <= 2 and all(word.low in ("as", "a", "an", "the") for word in words[at:place])


def _is_fragment(text: str, quotation: Word) -> bool:
    return text[quotation.start + 1 : quotation.end - 1].strip()[:1].islower()


def _label(left: Left) -> Found | None:
    """`Mona Khalil: “...”`."""
    if left.sign != ":" or left.place > 6 or left.begin:
        return None
    phrase = phrase_after(left.words, 0, left.table)
    if phrase and phrase.last == left.place - 2 and phrase.kind != "pronoun":
        return Found(phrase, None, None, "label", 0.93)
    return None


def _noun(left: Left) -> Found | None:
    """`raised a question: “...”`, `in a statement: “...”`: a noun of saying, and a colon or comma."""
    words, table = left.words, left.table
    if left.sign not in (":", ","):
        return None
    noun = next((at for at in range(left.place - 1, left.begin - 1, -1) if words[at].low in table.nouns), None)
    if noun is None or (left.sign == "," and left.place - 2 - noun > 4):
        return None
    verb = next((at for at in range(noun - 1, left.begin - 1, -1) if words[at].low in table.verbs_of_nouns), None)
    subject = _owner(words, noun, left.begin, table)
    if subject is None and verb is not None:
        subject = phrase_before(words, verb, table)
    if subject is None and words[left.begin].is_capital:
        subject = clause_subject(words, left.begin, noun, table)
    if subject is None:
        return None
    first = verb if verb is not None else noun
    return Found(subject, Span(words[first].start, words[noun].end), None, "before:noun", 0.84)


def _named_owner(words: Sequence[Word], noun: int, begin: int, table: English) -> Phrase | None:
    """`Pell’s much mocked remark to the clerk: “...”`."""
    for at in range(noun - 1, max(begin, noun - FEW) - 1, -1):
        if not words[at].is_word or words[at].low in table.prepositions:
            return None
        if words[at].text.endswith(GENITIVES) and words[at].is_capital:
            return ending_at(words, at, table)
    return None


def _owner(words: Sequence[Word], noun: int, begin: int, table: English) -> Phrase | None:
    """`his answer was short: “...”`."""
    before = words[noun - 1] if noun > begin else None
    if before is None or before.low not in OWNERS:
        return _named_owner(words, noun, begin, table)
    stands_for = OWNERS[before.low]
    return Phrase((before._replace(text=stands_for, low=stands_for),), "pronoun", (before,), noun - 1, noun - 1)


def _begins_clause(words: Sequence[Word], at: int, table: English) -> bool:
    """Whether somebody and a verb begin here: `and Haddad was blunt`, not `and Hill Street in one month`."""
    subject = phrase_after(words, at, table)
    if subject is None or subject.last + 1 >= len(words):
        return False
    verb = words[subject.last + 1].low
    return verb in table.auxiliaries or verb in table.cues or verb.endswith(("ed", "s"))


def _named(left: Left) -> Found | None:
    """A sentence with a colon before the quotation, and one name as its subject: `Haddad was blunt: “...”`."""
    words, table, begin = left.words, left.table, left.begin
    if left.sign != ":":
        return None
    for at in range(left.place - 2, begin, -1):
        if words[at].low in ("and", "but", "so") and _begins_clause(words, at + 1, table):
            begin = at + 1
            break
    subject = whole_phrase_after(words, begin, table)
    if subject is None or (subject.kind == "description" and subject.words[0].low in ("a", "an")):
        return None
    return Found(subject, None, None, "before:named", 0.87)
