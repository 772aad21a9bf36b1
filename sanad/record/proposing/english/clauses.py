"""How far what is reported reaches: from behind the verb of saying to where the paper goes on in its own voice."""

from collections.abc import Iterator, Sequence

from sanad.record.proposing.english.cues import CueAt, cue_at
from sanad.record.proposing.english.phrases import OBJECTS, Phrase
from sanad.record.proposing.english.rightwards import phrase_after, thing_after
from sanad.record.proposing.english.table import English
from sanad.record.proposing.page import Span
from sanad.record.proposing.words import SENTENCE_ENDS, Word

FEWEST = 3
AHEAD = 12
FEW = 5
STARTS = frozenset(("he", "she", "it", "they", "we", "i", "there"))
CUTTING = frozenset((",", ";", ":", "—", "and", "but"))
ASIDE = frozenset(("that", "how", "why", "whether"))
THATS = ASIDE | frozenset(("what", "if"))


def addressed(words: Sequence[Word], cue: CueAt, table: English) -> tuple[int, Phrase | None]:
    """Where what is said may begin, and who is spoken to."""
    at = cue.last + 1
    if cue.cue.speaks_to and not cue.is_passive and at < len(words) and words[at].low not in table.opens:
        return _behind_object(words, at, table)
    if at + 1 < len(words) and words[at].low == "to" and not is_infinitive(words, at, table):
        to = phrase_after(words, at + 1, table) or thing_after(words, at + 1, table)
        return (to.last + 1, to) if to else (at, None)
    return at, None


def _behind_object(words: Sequence[Word], at: int, table: English) -> tuple[int, Phrase | None]:
    """`told the forum he was`, `told the paper’s weekly show that`."""
    to = phrase_after(words, at, table) or thing_after(words, at, table)
    if to and to.kind == "pronoun" and words[at].low in STARTS:
        return at, None
    for place in range(at + 1, min(len(words), at + AHEAD)):
        if words[place].text in SENTENCE_ENDS + ",;:":
            break
        if words[place].low in THATS or words[place].low in STARTS or is_infinitive(words, place, table):
            return place, to
    return (to.last + 1, to) if to else (at, None)


def is_infinitive(words: Sequence[Word], at: int, table: English) -> bool:
    if words[at].low != "to" or at + 1 >= len(words):
        return False
    after = words[at + 1]
    no_verb = after.low in table.determiners or after.low in table.people or after.low in table.pronouns
    return after.is_word and not after.is_capital and not no_verb and after.low not in OBJECTS


def opening(words: Sequence[Word], at: int, table: English) -> int:
    """Past adverbs and times, and past a day or a place before `that` or `to`: `promised last summer to pay`."""
    while at < len(words) and (words[at].low in table.adverbs or words[at].low in table.times or words[at].text == ","):
        at += 1
    if at >= len(words) or words[at].low in table.opens or not _may_be_passed(words[at], table):
        return at
    place, end = at, min(len(words), at + AHEAD)
    while place < end:
        if words[place].text == ",":
            place = _behind_remark(words, place, table)
        if place >= end or words[place].text in SENTENCE_ENDS + ",;:" or words[place].is_quotation:
            return at
        if words[place].low in ASIDE or is_infinitive(words, place, table) or starts(words, place, table):
            return place
        place += 1
    return at


def _may_be_passed(word: Word, table: English) -> bool:
    return word.low in table.prepositions or word.low in ("last", "this")


def starts(words: Sequence[Word], at: int, table: English) -> bool:
    """`after the meeting he would`, `in Ohio she’s`."""
    if at >= len(words):
        return False
    low, mark, _ = words[at].low.replace("'", "’").partition("’")
    if low not in STARTS:
        return False
    return bool(mark) or (at + 1 < len(words) and words[at + 1].low in table.auxiliaries)


def _behind_remark(words: Sequence[Word], comma: int, table: English) -> int:
    """`at the prize-giving, she said, that`: behind the second comma."""
    for place in range(comma + 1, min(len(words), comma + 5)):
        if words[place].text == ",":
            return place + 1 if any(word.low in table.cues for word in words[comma + 1 : place]) else comma
    return comma


def clauses(words: Sequence[Word], at: int, table: English, *, parts: bool = False) -> Iterator[Span]:
    """What is said. `parts`: `there was a plan and that it would be paid` are two things."""
    end = _end(words, at, table)
    if end is None:
        return
    begun = at
    if parts and words[at].low != "that":
        for place in range(at + 1, end - 2):
            if words[place].low == "and" and words[place + 1].low == "that" and words[place + 2].is_word:
                stop = place - 1 if words[place - 1].text == "," else place
                yield Span(words[begun].start, words[stop - 1].end)
                begun = place + 2
    yield Span(words[begun].start, words[end - 1].end)


def _end(words: Sequence[Word], at: int, table: English) -> int | None:
    """To the end of the sentence, or to where another clause of the paper's own begins."""
    end = len(words)
    while end > at and words[end - 1].text in SENTENCE_ENDS + ":;,—":
        end -= 1
    end = next(
        (place for place in range(at + FEWEST, end) if words[place].low in CUTTING and _cuts(words, place, end, table)),
        end,
    )
    dashes = [place for place in range(at + FEWEST, end) if words[place].text == "—"]
    end = dashes[0] if len(dashes) == 1 else end
    while end > at and words[end - 1].text in ",—:":
        end -= 1
    begins = words[at] if at < len(words) else None
    if (
        begins is None
        or begins.low in table.no_content
        or not (begins.is_word or begins.is_quotation or begins.text[0].isdigit())
    ):
        return None
    if begins.is_quotation and not (at + 1 < end and words[at + 1].is_word):
        return None
    is_enough = end - at >= FEWEST or any(word.is_quotation for word in words[at:end])
    return end if is_enough else None


def _cuts(words: Sequence[Word], place: int, end: int, table: English) -> bool:
    word = words[place]
    if word.text in ";" or (word.text == ":" and place + 1 < end and words[place + 1].is_quotation):
        return True
    if word.text in ",—" and place + 1 < end:
        after = words[place + 1]
        if after.low == "but" and place + 2 < end and words[place + 2].low in table.auxiliaries:
            return False
        cue = table.cues.get(after.low)
        if cue is not None and cue.form == "ing" and not cue.only_beside and word.text == ",":
            return True
        behind = words[place + 2].low if place + 2 < end else ""
        if after.low == "and" and behind in ("when", "while", "asked", "as"):
            return True
        return after.low in table.cuts or (after.low in ("and", "which") and _says_anew(words, place + 2, table))
    if word.low == "but":
        return place + 1 >= end or words[place + 1].low not in table.auxiliaries
    return word.low == "and" and _says_again(words, place + 1, table)


def _says_again(words: Sequence[Word], at: int, table: English) -> bool:
    """`said he was ill and called it a pity`."""
    while at < len(words) and words[at].low in table.adverbs:
        at += 1
    cue = cue_at(words, at, table)
    if cue is None or cue.is_passive or cue.cue.form not in ("past", "present"):
        return False
    return not cue.cue.only_beside or cue.cue.base in table.with_marks


def _says_anew(words: Sequence[Word], at: int, table: English) -> bool:
    """`, and he noted that`, `, and rights groups warned that`."""
    for verb in range(at + 1, min(len(words), at + FEW)):
        before = words[verb - 1]
        if not before.is_word or (before.low in table.breaks and before.low not in table.pronouns):
            return False
        if _says_again(words, verb, table):
            return words[verb - 1].low not in table.no_verbs
    return False


def before_cue(words: Sequence[Word], subject: Phrase | None, cue: CueAt, rest: int, table: English) -> Span | None:
    """`The bill would be higher, the engineer said.`"""
    first = min(subject.first if subject else cue.first, cue.first)
    while first > 0 and words[first - 1].low in table.before_names:
        first -= 1
    if first < FEWEST + 1 or words[first - 1].text != "," or words[0].is_quotation:
        return None
    if not _is_over(words, rest, table):
        return None
    dash = next((at for at in range(min(4, first)) if words[at].text == "—"), -1)
    return Span(words[dash + 1].start, words[first - 2].end)


def _is_over(words: Sequence[Word], at: int, table: English) -> bool:
    """Nothing that is said stands behind the verb: the sentence ends, or says only when and where."""
    left = [word for word in words[at:] if word.text not in SENTENCE_ENDS]
    if any(word.is_quotation for word in left):
        return False
    return len(left) <= 5 or left[0].low in table.prepositions or words[at - 1].text == ","
