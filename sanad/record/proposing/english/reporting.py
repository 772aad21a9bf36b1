"""Reported speech: what somebody is said to have said, without marks; its clause, its speaker, its cue."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sanad.record.proposing.english.cues import CueAt, cue_at
from sanad.record.proposing.english.phrases import Phrase
from sanad.record.proposing.english.rightwards import apposed, phrase_after
from sanad.record.proposing.english.sentences import Sentence
from sanad.record.proposing.english.subject import subject_of
from sanad.record.proposing.english.table import English
from sanad.record.proposing.page import Span
from sanad.record.proposing.words import SENTENCE_ENDS, Word

OPENS = frozenset(("that", "how", "why", "whether", "what", "if", "to", "of", "where", "when", "who"))
NO_ACTS = frozenset(("the", "a", "an", "his", "her", "their", "its", "to", "of", "who", "for", "no", "any", "this"))
NO_CONTENT = frozenset(("while", "whereas", "although", "though"))
CUTS = frozenset(("but", "while", "whereas", "although", "though", "which", "adding", "saying"))
NAMES_ITS_CONTENT = frozenset(
    (
        "accuse",
        "criticise",
        "criticize",
        "downplay",
        "reveal",
        "discuss",
        "deny",
        "publish",
        "blame",
        "denounce",
        "praise",
        "describe",
        "confirm",
        "announce",
        "disclose",
    )
)
FEWEST = 3


@dataclass(frozen=True, slots=True)
class Voiced:
    """`content` is the clause of what was said; None where the sentence only says that somebody spoke."""

    subject: Phrase | None
    cue: Span
    base: str
    to: Phrase | None
    content: Span | None
    is_passive: bool
    rule: str


def reported_voice(sentence: Sentence, table: English) -> Voiced | None:
    """The first who says something in the sentence."""
    return next((one for one in voices_of(sentence, table) if one.subject and not one.is_passive), None)


def voices_of(sentence: Sentence, table: English) -> Iterator[Voiced]:
    """Every act of saying of the sentence, in its order; a clause that holds another act is told with it."""
    words = sentence.words
    yield from _according(words, table)
    at = 0
    while at < len(words):
        cue = cue_at(words, at, table)
        if cue is None or not _is_act(words, cue):
            at += 1
            continue
        yield from _voiced(words, cue, table)
        at = cue.last + 1


def _is_act(words: Sequence[Word], cue: CueAt) -> bool:
    if cue.cue.form == "base" or (cue.cue.form == "ing" and not cue.is_passive):
        return False
    before = words[cue.first - 1].low if cue.first else ""
    after = words[cue.last + 1].low if cue.last + 1 < len(words) else ""
    if before in NO_ACTS:
        return False
    return (
        not cue.cue.only_beside
        or after in ("that", "how", "why", "whether")
        or (after == "to" and cue.cue.base in ("agree", "offer", "decide", "accept", "resolve"))
    )


def _voiced(words: Sequence[Word], cue: CueAt, table: English) -> Iterator[Voiced]:
    subject, passive = subject_of(words, 0, cue, table)
    if subject is None and not passive:
        return
    at, to = _addressed(words, cue, table)
    at = _opening(words, at, table)
    if (
        passive
        and not (at < len(words) and words[at].low in OPENS)
        and cue.cue.base not in ("tell", "inform", "warn", "assure")
    ):
        return
    contents = list(_clauses(words, at))
    if not contents and cue.cue.form in ("past", "present") and not passive:
        said_before = _before(words, subject, cue, at)
        contents = [said_before] if said_before else []
    for content in contents:
        yield Voiced(subject, cue.span, cue.cue.base, to, content, passive, "passive" if passive else "clause")


def _addressed(words: Sequence[Word], cue: CueAt, table: English) -> tuple[int, Phrase | None]:
    """Where what is said may begin, and who is spoken to."""
    at = cue.last + 1
    if cue.cue.speaks_to and not cue.is_passive and at < len(words) and words[at].low not in OPENS:
        to = phrase_after(words, at, table)
        return (to.last + 1, to) if to else (at, None)
    if at + 1 < len(words) and words[at].low == "to" and not _is_infinitive(words, at, table):
        to = phrase_after(words, at + 1, table)
        return (to.last + 1, to) if to else (at, None)
    return at, None


def _is_infinitive(words: Sequence[Word], at: int, table: English) -> bool:
    after = words[at + 1]
    return (
        after.is_word
        and not after.is_capital
        and after.low
        not in table.determiners | table.people | table.pronouns.keys() | {"him", "her", "them", "me", "us"}
    )


def _opening(words: Sequence[Word], at: int, table: English) -> int:
    """Past adverbs, and past a day or a place before `that` or `to`: `promised last summer to pay`."""
    while at < len(words) and (words[at].low in table.adverbs or words[at].text == ","):
        at += 1
    if at < len(words) and words[at].low not in OPENS:
        for place in range(at, min(len(words), at + 8)):
            if words[place].text in SENTENCE_ENDS + ",;:" or words[place].is_quotation:
                break
            if words[place].low == "that" or (
                words[place].low == "to"
                and place + 1 < len(words)
                and _is_infinitive(words, place, table)
                and words[at].low in ("last", "in", "on", "this", "yesterday", "at", "again")
            ):
                return place
    return at


def _clauses(words: Sequence[Word], at: int) -> Iterator[Span]:
    """A clause for each `that`."""
    whole = _clause(words, at)
    if whole is None:
        return
    inside = [word for word in words[at:] if word.span.end <= whole.end]
    begun = 0
    for place in range(1, len(inside) - 2):
        if inside[place].low == "and" and inside[place + 1].low == "that" and inside[0].low == "that":
            end = place - 1 if inside[place - 1].text == "," else place
            yield Span(inside[begun].span.start, inside[end - 1].span.end)
            begun = place + 1
    yield Span(inside[begun].span.start, whole.end) if begun else whole


def _clause(words: Sequence[Word], at: int) -> Span | None:
    """To the end of the sentence, or to where another clause of the paper's own begins."""
    end = len(words)
    while end > at and words[end - 1].text in SENTENCE_ENDS + ":;,":
        end -= 1
    for place in range(at + FEWEST, end):
        if (
            words[place].text == ";"
            or (words[place].text == "," and place + 1 < end and words[place + 1].low in CUTS)
            or words[place].low == "but"
        ):
            end = place
            break
    if (
        end - at < FEWEST
        or words[at].low in CUTS
        or words[at].is_quotation
        or not any(word.is_word for word in words[at:end])
    ):
        return None
    if words[at].low in (
        "in",
        "on",
        "at",
        "by",
        "with",
        "from",
        "during",
        "after",
        "before",
        "through",
        "about",
        "as",
    ) and at < len(words):
        that = next(
            (place for place in range(at, min(end, at + 9)) if words[place].low in ("that", "how", "whether")), None
        )
        if that is None:
            return None
        at = that
    return Span(words[at].span.start, words[end - 1].span.end)


def _before(words: Sequence[Word], subject: Phrase | None, cue: CueAt, rest: int) -> Span | None:
    """`The bill would be higher, the engineer said.`"""
    first = min(subject.first if subject else cue.first, cue.first)
    left = [word for word in words[rest:] if word.text not in SENTENCE_ENDS]
    if (
        len(left) > 5
        or any(word.is_quotation for word in left)
        or first < FEWEST + 1
        or words[first - 1].text != ","
        or any(word.is_quotation for word in words[: first - 1])
    ):
        return None
    return Span(words[0].span.start, words[first - 2].span.end)


def _according(words: Sequence[Word], table: English) -> Iterator[Voiced]:
    for at in range(len(words) - 2):
        if words[at].low == "according" and words[at + 1].low == "to":
            phrase = phrase_after(words, at + 2, table)
            if phrase is None:
                continue
            subject = apposed(words, phrase, table)
            cue = Span(words[at].span.start, words[at + 1].span.end)
            if at <= 1:
                comma = next((place for place in range(subject.last + 1, len(words)) if words[place].text == ","), None)
                content = _clause(words, comma + 1) if comma is not None else None
            else:
                end = at - 1 if words[at - 1].text == "," else at
                content = Span(words[0].span.start, words[end - 1].span.end) if end >= FEWEST else None
            yield Voiced(subject, cue, "according", None, content, False, "according")
