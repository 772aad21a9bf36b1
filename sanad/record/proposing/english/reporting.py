"""Reported speech: what somebody is said to have said, without marks; its clause, its speaker, its cue."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sanad.record.proposing.english.clauses import AHEAD, ASIDE, FEWEST, addressed, before_cue, clauses, opening, starts
from sanad.record.proposing.english.cues import CueAt, cue_at
from sanad.record.proposing.english.phrases import GENITIVES, Phrase, description
from sanad.record.proposing.english.rightwards import apposed, phrase_after, thing_after
from sanad.record.proposing.english.sentences import Sentence
from sanad.record.proposing.english.subject import subject_of
from sanad.record.proposing.english.table import BEING, English
from sanad.record.proposing.page import Span
from sanad.record.proposing.words import Word

SHORT = 6
TELLS = frozenset(("tell", "inform", "warn", "assure"))
"""In the passive too these say that somebody spoke."""


class Voiced(NamedTuple):
    """`content` is the clause of what was said; None where the sentence only says that somebody spoke."""

    subject: Phrase | None
    cue: Span
    base: str
    to: Phrase | None
    content: Span | None
    is_passive: bool
    rule: str


def voices_of(sentence: Sentence, table: English) -> Iterator[Voiced]:
    """Every act of saying of the sentence, in its order; a clause that holds another act is told with it."""
    words, verbs, done = sentence.words, table.verbs, 0
    for at in [at for at, word in enumerate(words) if word.low in verbs]:
        if at < done:
            continue
        if words[at].low == "according":
            yield from _according(words, at, table)
        cue = cue_at(words, at, table)
        if cue is not None and _is_act(words, cue, table):
            yield from _voiced(words, cue, table)
            done = cue.last + 1


def _is_act(words: Sequence[Word], cue: CueAt, table: English) -> bool:
    before = words[cue.first - 1] if cue.first else None
    if before is not None and (before.text.endswith(GENITIVES) or (cue.cue.form == "past" and before.low in BEING)):
        return False
    if before is not None and before.low in table.no_acts and not (before.is_capital and cue.first > 1):
        return False
    follows = opening(words, cue.last + 1, table)
    after = words[follows].low if follows < len(words) else ""
    if cue.cue.form == "base":
        return before is not None and (not cue.cue.only_beside or after in ASIDE) and _is_plural(before, cue, table)
    if cue.cue.form == "ing" and not cue.is_passive:
        return before is not None and (before.low in BEING or (before.text == "," and not cue.cue.only_beside))
    if cue.cue.form == "present" and cue.cue.base in table.noun_like and _is_noun_here(words, cue, table):
        return False
    if not cue.cue.only_beside or after in ASIDE or starts(words, follows, table):
        return True
    if after == "to" and cue.cue.base in table.to_do:
        return True
    return _tells_of(words, cue, table) or _marks(words, cue, table)


def _marks(words: Sequence[Word], cue: CueAt, table: English) -> bool:
    """`called the decision a “win”`."""
    if cue.is_passive or cue.cue.base not in table.with_marks:
        return False
    ahead = words[cue.last + 1 : cue.last + AHEAD]
    marked = next((at for at, word in enumerate(ahead) if word.is_quotation or word.text in ",;:"), 0)
    return marked > 1 and ahead[marked].is_quotation


def _is_noun_here(words: Sequence[Word], cue: CueAt, table: English) -> bool:
    """`after the attacks in May`."""
    after = words[cue.last + 1] if cue.last + 1 < len(words) else None
    return after is None or not (after.is_word or after.is_quotation) or after.low in table.prepositions


def _is_plural(before: Word, cue: CueAt, table: English) -> bool:
    """`Developers say`, `they insist`, never `to say`."""
    if before.low in ("they", "we", "i", "you") or before.low in table.many_people:
        return True
    return (
        before.is_word and before.low not in table.auxiliaries and (cue.cue.base == "say" or before.low.endswith("s"))
    )


def _tells_of(words: Sequence[Word], cue: CueAt, table: English) -> bool:
    """`published a full account`: the object is something that tells."""
    if cue.cue.base not in table.names_content:
        return False
    object_ = thing_after(words, cue.last + 1, table)
    return object_ is not None and object_.words[-1].low in table.nouns


def _voiced(words: Sequence[Word], cue: CueAt, table: English) -> Iterator[Voiced]:
    subject, passive = subject_of(words, 0, cue, table)
    if subject is None and not passive:
        return
    at, to = addressed(words, cue, table)
    if at < len(words) and words[at].low == "about" and to is not None:
        at += 1
    at = opening(words, at, table)
    opens = at < len(words) and words[at].low in table.opens
    if passive and cue.cue.base not in TELLS and not (opens and words[at].low != "of"):
        return
    for content in _contents(words, subject, cue, at, table, opens=opens):
        yield Voiced(subject, cue.span, cue.cue.base, to, content, passive, "passive" if passive else "clause")


def _contents(
    words: Sequence[Word], subject: Phrase | None, cue: CueAt, at: int, table: English, *, opens: bool
) -> list[Span]:
    found = (
        list(clauses(words, at, table, parts=cue.is_passive)) if _may_follow(words, cue, at, table, opens=opens) else []
    )
    if found or cue.cue.form == "ing" or cue.is_passive:
        return found
    said_before = before_cue(words, subject, cue, at, table)
    return [said_before] if said_before else []


def _may_follow(words: Sequence[Word], cue: CueAt, at: int, table: English, *, opens: bool) -> bool:
    """Whether what is said may begin here."""
    if at >= len(words) or (opens and words[at].low == "of" and cue.cue.base != "accuse"):
        return False
    if not opens and words[at].low in table.prepositions and not _is_number(words, at):
        return False
    return _is_fit(words, cue, at, table, opens=opens)


def _is_number(words: Sequence[Word], at: int) -> bool:
    """`about 20 people`, `over half`; and what stands behind the `about` of `told them about`."""
    return words[at - 1].low == "about" or (at + 1 < len(words) and words[at + 1].text[0].isdigit())


def _is_fit(words: Sequence[Word], cue: CueAt, at: int, table: English, *, opens: bool) -> bool:
    """A clause without `that` needs a verb that takes one; others name their content: `denied the charge`."""
    if opens or cue.is_passive or cue.cue.base not in table.with_that:
        return True
    return words[at].low in ("he", "she", "it", "they", "we", "there")


def _according(words: Sequence[Word], at: int, table: English) -> Iterator[Voiced]:
    if at + 2 >= len(words) or words[at + 1].low != "to":
        return
    phrase = phrase_after(words, at + 2, table) or thing_after(words, at + 2, table) or _source(words, at + 2)
    if phrase is not None:
        subject = apposed(words, phrase, table)
        cue = Span(words[at].start, words[at + 1].end)
        yield Voiced(subject, cue, "according", None, _of_according(words, at, subject, table), False, "according")


def _of_according(words: Sequence[Word], at: int, subject: Phrase, table: English) -> Span | None:
    if at <= 1:
        comma = next((place for place in range(subject.last + 1, len(words)) if words[place].text == ","), None)
        return next(clauses(words, comma + 1, table), None) if comma is not None else None
    end = at - 1 if words[at - 1].text == "," else at
    return Span(words[0].start, words[end - 1].end) if end >= FEWEST else None


def _source(words: Sequence[Word], at: int) -> Phrase | None:
    """`federal statistics`: whatever stands there up to a sign."""
    end = next((place for place in range(at, min(len(words), at + SHORT)) if not words[place].is_word), at)
    return description(words, at, end - 1) if end > at else None
