"""What follows a quotation: `“...,” said Mona Khalil`, `“...,” she told reporters`, `“...,” according to the mayor`."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sanad.record.proposing.english.cues import CueAt, cue_at
from sanad.record.proposing.english.found import Found, according, spoken_to
from sanad.record.proposing.english.leftwards import ending_at, phrase_before
from sanad.record.proposing.english.phrases import OBJECTS, SOME, Phrase, description
from sanad.record.proposing.english.rightwards import apposed, phrase_after, thing_after, whole_phrase_after
from sanad.record.proposing.english.table import Cue, English
from sanad.record.proposing.marks import Pair
from sanad.record.proposing.words import SENTENCE_ENDS, Word

CLAUSE_ENDS = ",،?!…—"
DASHES = "—–―"
CLOSERS = {"(": ")", "—": "—", "–": "–", ",": ","}
GOES_ON = frozenset(("of", "from", "in", "at", "for", "with", "and", "who"))
FARTHEST = 28
WHOLE = 4
"""So many spaces at least are in what begins large and is quoted for itself."""
NEAR = 22


def found_after(words: Sequence[Word], place: int, pair: Pair, text: str, table: English) -> Found | None:
    """None where nothing after the quotation says whose it is."""
    last = pair.inner.of(text).rstrip("’'”\" ")[-1:]
    at, is_ended = place + 1, last != "" and last in CLAUSE_ENDS
    signed = _signed(words, at, table)
    if signed:
        return signed
    if at < len(words) and words[at].text in ",—–":
        at, is_ended = at + 1, True
    if at >= len(words):
        return None
    found = according(words, at, table)
    if found:
        return found
    if last == "." and not is_ended and not _closes(words, at, table):
        return None
    at = _past_adverbs(words, at, table)
    beside = _turned(words, at, table, is_ended=is_ended) or _straight(words, place, at, last, table, is_ended=is_ended)
    is_part = place > 0 and words[place - 1].is_word
    return replace(beside, is_mixed=True) if beside and is_part else beside or _at_end(words, place, at, text, table)


def _signed(words: Sequence[Word], at: int, table: English) -> Found | None:
    """`“...” — Pamela Padilla`: a name behind a dash, and nothing more."""
    if at + 1 >= len(words) or words[at].text not in DASHES or not words[at + 1].is_capital:
        return None
    subject = phrase_after(words, at + 1, table)
    if subject is None or subject.kind != "name" or subject.last < len(words) - 2:
        return None
    return Found(subject, None, None, "after:signed", 0.93)


def _at_end(words: Sequence[Word], place: int, at: int, text: str, table: English) -> Found | None:
    """`“They would change” for such crimes, she said.`: the quotation is the beginning of what she said."""
    end = len(words) - 1 if words[-1].text in SENTENCE_ENDS else len(words)
    comma = next((one for one in range(end - 1, max(at, end - 8), -1) if words[one].text == ","), None)
    if place or comma is None or any(word.is_quotation for word in words[at:]):
        return None
    subject, verb = _subject_and_verb(words, comma + 1, table, is_ended=True)
    if subject is None or verb is None or verb.is_passive or subject.first > comma + 2:
        return None
    inner = text[words[place].start + 1 : words[place].end - 1].strip()
    is_part = not inner[:1].isupper() or inner.count(" ") < WHOLE
    return Found(subject, verb.span, None, "after:end", 0.85, is_mixed=is_part)


def _turned(words: Sequence[Word], at: int, table: English, *, is_ended: bool) -> Found | None:
    """`said Mona Khalil`."""
    verb = cue_at(words, at, table)
    if verb is None or verb.is_passive or verb.cue.form not in ("past", "present"):
        return None
    begins = _past_adverbs(words, verb.last + 1, table)
    subject = whole_phrase_after(words, begins, table) or _whole_thing(words, begins, table) or _one(words, begins)
    if subject is None or subject.words[0].low in OBJECTS:
        return None
    return Found(subject, verb.span, spoken_to(words, verb, table), "after:turned", 0.97 if is_ended else 0.9)


def _whole_thing(words: Sequence[Word], at: int, table: English) -> Phrase | None:
    """`says the last in line, Omar Pell`."""
    thing = thing_after(words, at, table)
    return apposed(words, thing, table) if thing else None


def _one(words: Sequence[Word], at: int) -> Phrase | None:
    """`said one.`"""
    ends = at + 1 < len(words) and not words[at + 1].is_word
    return description(words, at, at) if ends and words[at].low in SOME else None


def _straight(words: Sequence[Word], place: int, at: int, last: str, table: English, *, is_ended: bool) -> Found | None:
    """`Mona Khalil said`."""
    subject, verb = _subject_and_verb(words, at, table, is_ended=is_ended)
    if subject is None:
        return None
    verb = verb or (_any_verb(words, subject, last) if last in "،,!?" else None)
    if verb is None or not (is_ended or verb.first - subject.last <= 2):
        return None
    if _leads_on(words, verb) and last not in CLAUSE_ENDS and words[place + 1].text != ",":
        return None
    if verb.is_passive:
        return Found(None, verb.span, subject, "after:passive", 0.85, is_passive=True)
    return Found(subject, verb.span, spoken_to(words, verb, table), "after:subject", 0.97 if is_ended else 0.85)


def _subject_and_verb(
    words: Sequence[Word], at: int, table: English, *, is_ended: bool
) -> tuple[Phrase | None, CueAt | None]:
    """A phrase that is known for a speaker, and its verb; else whatever stands between the quotation and a verb."""
    subject = whole_phrase_after(words, at, table)
    verb = verb_after(words, subject, table) if subject else None
    if subject and verb:
        verb = _behind_noun(words, verb, table)
        return _named_before(words, subject, verb, table) or subject, verb
    if not is_ended:
        return subject, verb
    near = next(_cues_near(words, at, table), None)
    if near is None:
        return subject, None
    near = _behind_noun(words, near, table)
    turned = _named_at_end(words, near, table)
    if turned:
        return turned, near
    between = phrase_before(words, _before_auxiliaries(words, near.first, at, table), table)
    if between is not None and between.first >= at:
        return (subject if subject and _is_beside(words, subject, between) else between), near
    thing = thing_after(words, at, table)
    return (thing, near) if thing else (subject, None)


def _named_before(words: Sequence[Word], subject: Phrase, verb: CueAt, table: English) -> Phrase | None:
    """`“...,” Mill Trust head of lasting repairs Lotte Brandt said`: a name right behind all that she is."""
    if subject.kind != "description" or verb.first - subject.last < 3:
        return None
    named = ending_at(words, _before_auxiliaries(words, verb.first, subject.last, table) - 1, table)
    if named is None or named.kind != "name" or len(named.core) < 2 or named.core[0].low not in table.forenames:
        return None
    before = words[named.first - 1]
    is_part = before.low in table.prepositions or before.low in table.joins or before.low in table.determiners
    return named if before.is_word and not is_part and named.first > subject.last else None


def _behind_noun(words: Sequence[Word], verb: CueAt, table: English) -> CueAt:
    """`Mill Trust head of claims Lotte Brandt said`: what looks like a verb before the name is a noun."""
    if verb.cue.form != "present" or verb.cue.base not in table.noun_like:
        return verb
    named = phrase_after(words, verb.last + 1, table)
    said = cue_at(words, named.last + 1, table) if named and named.kind == "name" else None
    return said if said and said.cue.form == "past" and not said.is_passive else verb


def _named_at_end(words: Sequence[Word], cue: CueAt, table: English) -> Phrase | None:
    """`“...,” the town nearest to the lake, said Lotte Brandt.`"""
    if words[cue.first - 1].text != ",":
        return None
    named = phrase_after(words, cue.last + 1, table)
    ends = named is not None and (named.last + 1 == len(words) or words[named.last + 1].text in SENTENCE_ENDS)
    return named if named and named.kind == "name" and ends else None


def _is_beside(words: Sequence[Word], subject: Phrase, between: Phrase) -> bool:
    """`Nils Okdal, a clerk at the mill in Sarn said`: nothing closes what is put in; `the man from Sarn who became a
    clerk, said`: what is put in has somebody of its own.
    """
    if any(word.low == "who" for word in words[subject.last + 1 : between.first]):
        return True
    return subject.kind == "name" and between.first == subject.last + 2 and words[subject.last + 1].text == ","


def _cues_near(words: Sequence[Word], at: int, table: English) -> Iterator[CueAt]:
    """Verbs of saying up to the end of the clause that follows."""
    for place in range(at + 1, min(len(words), at + NEAR)):
        if words[place].is_quotation or words[place].text in ".;:?!":
            return
        found = cue_at(words, place, table)
        if found and found.cue.form in ("past", "present") and words[place - 1].low not in table.determiners:
            yield found


def _before_auxiliaries(words: Sequence[Word], end: int, begin: int, table: English) -> int:
    while end > begin and (words[end - 1].low in table.adverbs or words[end - 1].low in table.auxiliaries):
        end -= 1
    return end


def _closes(words: Sequence[Word], at: int, table: English) -> bool:
    """`“All is lost.” Rouhani said.`: cue and subject alone, up to the end of the sentence."""
    return len(words) - at <= 6 and any(word.low in table.cues for word in words[at:])


def _any_verb(words: Sequence[Word], subject: Phrase, last: str) -> CueAt | None:
    """Right after a comma inside the marks a name and a verb of any kind say who spoke: `“...,” Inga prompts`; after
    another sign a pronoun and a verb that end their clause: `“Tea!” he snorts.`
    """
    at = subject.last + 1
    if last != "," and (subject.kind != "pronoun" or at + 1 >= len(words) or words[at + 1].is_word):
        return None
    if at < len(words) and words[at].is_word and not words[at].is_capital and words[at].low.endswith(("ed", "s")):
        return CueAt(Cue(words[at].low, "past", speaks_to=False, only_beside=True), at, at, words, False)
    return None


def _leads_on(words: Sequence[Word], verb: CueAt) -> bool:
    """Whether the verb introduces another quotation."""
    return any(word.is_quotation for word in words[verb.last + 1 : verb.last + 4])


def _past_adverbs(words: Sequence[Word], at: int, table: English) -> int:
    while at < len(words) and (words[at].low in table.adverbs or words[at].text == ","):
        at += 1
    return at


def verb_after(words: Sequence[Word], subject: Phrase, table: English) -> CueAt | None:
    """The cue of which the phrase is the subject: next to it, or behind what is put in between."""
    at: int | None = subject.last + 1
    for _ in range(4):
        if at is None:
            return None
        found, at = _cue_past_auxiliaries(words, at, table)
        if found:
            return found if found.cue.form != "ing" or found.is_passive else None
        if at >= len(words):
            return None
        beside = cue_at(words, at + 1, table) if words[at].text == "," and subject.kind == "name" else None
        if beside:
            return beside if beside.cue.form != "ing" or beside.is_passive else None
        at = _past_insertion(words, at, table)
    return None


def _cue_past_auxiliaries(words: Sequence[Word], at: int, table: English) -> tuple[CueAt | None, int]:
    while at < len(words):
        found = cue_at(words, at, table)
        if found or not (words[at].low in table.adverbs or words[at].low in table.auxiliaries):
            return found, at
        at += 1
    return None, at


def _past_insertion(words: Sequence[Word], at: int, table: English) -> int | None:
    """Behind a remark between commas, or behind what belongs to the subject: `the head of the fund in Tyre said`."""
    if words[at].text in CLOSERS:
        closing = CLOSERS[words[at].text]
        ends = (one + 1 for one in range(at + 1, min(len(words), at + FARTHEST)) if words[one].text == closing)
        return next(ends, None)
    if words[at].low not in GOES_ON:
        return None
    for one in range(at + 1, min(len(words), at + 12)):
        if words[one].text == ".":
            return None
        if words[one].text == "," or cue_at(words, one, table):
            return one
    return None
