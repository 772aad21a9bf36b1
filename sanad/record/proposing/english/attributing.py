"""Whose words a quotation holds: the cue before it or after it, the speaker beside the cue, and what goes on from before."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from sanad.record.proposing.english.cues import CueAt, cue_at, last_cue
from sanad.record.proposing.marks import Pair
from sanad.record.proposing.page import Span
from sanad.record.proposing.english.sentences import Sentence
from sanad.record.proposing.english.phrases import Phrase, apposed, phrase_after, phrase_before
from sanad.record.proposing.english.table import Cue, English
from sanad.record.proposing.words import Word

QUESTION_ENDS = "?!…—"


@dataclass(frozen=True, slots=True)
class Found:
    """What the sentence says of one quotation. `is_passive`: nobody is named who said it. `to`: who is spoken to.

    `is_mixed`: the quotation is a part of the sentence, not what its cue introduces.
    """

    subject: Phrase | None
    cue: Span | None
    to: Phrase | None
    rule: str
    confidence: float
    is_passive: bool = False
    is_mixed: bool = False


def attributed(
    sentence: Sentence, place: int, pair: Pair, text: str, table: English, names: Collection[int] = ()
) -> Found | None:
    """What stands beside the quotation at `place` of the sentence; None where nothing does. `names` are the starts of
    marks that hold no speech: they part nothing.
    """
    words = sentence.words
    before = _before(words, place, text, table, names)
    after = _after(words, place, pair, text, table)
    if before and after:
        return _better(before, after, words, place, pair, text)
    return before or after


def _better(before: Found, after: Found, words: Sequence[Word], place: int, pair: Pair, text: str) -> Found:
    """A cue that stands right before the quotation goes first; a far one behind one that follows at once."""
    if before.rule in ("before:colon", "before:comma", "before:direct", "label"):
        return before
    return after


# After the quotation: `“...,” said Mona Khalil`, `“...,” she told reporters`, `“...,” according to the mayor`.


def _after(words: Sequence[Word], place: int, pair: Pair, text: str, table: English) -> Found | None:
    at = place + 1
    last = text[pair.inner.end - 1] if pair.inner.end > pair.inner.start else ""
    had_comma = last in ",،" or last in QUESTION_ENDS
    if at < len(words) and words[at].text in (",", "—", "–"):
        had_comma, at = True, at + 1
    if at >= len(words):
        return None
    according = _according(words, at, table)
    if according:
        return according
    if last == "." and not had_comma and not _closes(words, at, table):
        return None
    while at < len(words) and words[at].low in table.adverbs:
        at += 1
    turned = cue_at(words, at, table)
    if turned and turned.cue.form in ("past", "present") and not turned.is_passive:
        subject = _whole_after(words, _past_adverbs(words, turned.last + 1, table), table)
        if subject and subject.words[0].low not in ("him", "them", "me", "us"):
            return Found(subject, turned.span, _to(words, turned, table), "after:turned", 0.97 if had_comma else 0.9)
    subject = _whole_after(words, at, table)
    if subject is None:
        return None
    verb = _verb_after(words, subject, table) or (_any_verb(words, subject) if last in ",،" else None)
    if verb is None or not (had_comma or _is_close(words, subject, verb)):
        return None
    if _leads_on(words, verb) and last not in ",،" + QUESTION_ENDS and not (words[place + 1].text == ","):
        return None
    if verb.is_passive:
        return Found(None, verb.span, subject, "after:passive", 0.85, is_passive=True)
    return Found(subject, verb.span, _to(words, verb, table), "after:subject", 0.97 if had_comma else 0.85)


def _whole_after(words: Sequence[Word], at: int, table: English) -> Phrase | None:
    """The phrase that begins here, with the name that stands in apposition to it."""
    phrase = phrase_after(words, at, table)
    return apposed(words, phrase, table) if phrase else None


def _closes(words: Sequence[Word], at: int, table: English) -> bool:
    """`“All is lost.” Rouhani said.`: cue and subject alone, up to the end of the sentence."""
    return len(words) - at <= 6 and any(word.low in table.cues for word in words[at:])


def _any_verb(words: Sequence[Word], subject: Phrase) -> CueAt | None:
    """Right after a comma inside the marks a name and a verb of any kind say who spoke: `“...,” Inga prompts`."""
    at = subject.last + 1
    if at < len(words) and words[at].is_word and not words[at].is_capital and words[at].low.endswith(("ed", "s")):
        return CueAt(Cue(words[at].low, "past", False, True), at, at, words[at].span, False)
    return None


def _leads_on(words: Sequence[Word], verb: CueAt) -> bool:
    after = words[verb.last + 1 :]
    return bool(after) and any(word.is_quotation for word in after[:3])


def _is_close(words: Sequence[Word], subject: Phrase, verb: CueAt) -> bool:
    return verb.first - subject.last <= 2


def _past_adverbs(words: Sequence[Word], at: int, table: English) -> int:
    while at < len(words) and (words[at].low in table.adverbs or words[at].text in ","):
        at += 1
    return at


def _verb_after(words: Sequence[Word], subject: Phrase, table: English) -> CueAt | None:
    """The cue of which the phrase is the subject: next to it, or behind an insertion between commas."""
    at = subject.last + 1
    for _ in range(4):
        while at < len(words) and (words[at].low in table.adverbs or words[at].low in table.auxiliaries):
            found = cue_at(words, at, table)
            if found:
                return found
            at += 1
        found = cue_at(words, at, table)
        if found:
            return found if found.cue.form != "ing" or found.is_passive else None
        if at < len(words) and words[at].text in ",(—–":
            beside = cue_at(words, at + 1, table)
            if beside and words[at].text == "," and subject.kind == "name":
                return beside if beside.cue.form != "ing" or beside.is_passive else None
            closing = {"(": ")", "—": "—", "–": "–"}.get(words[at].text, ",")
            end = next((one for one in range(at + 1, min(len(words), at + 28)) if words[one].text == closing), None)
            if end is None:
                return None
            at = end + 1
            continue
        if at < len(words) and words[at].low in ("of", "from", "in", "at", "for", "with", "and", "who"):
            further = next(
                (
                    one
                    for one in range(at + 1, min(len(words), at + 12))
                    if cue_at(words, one, table) or words[one].text in ",."
                ),
                None,
            )
            if further is None or words[further].text == ".":
                return None
            at = further
            continue
        return None
    return None


def _according(words: Sequence[Word], at: int, table: English) -> Found | None:
    for phrase in table.according:
        if tuple(word.low for word in words[at : at + len(phrase)]) == phrase:
            subject = _whole_after(words, at + len(phrase), table)
            if subject:
                cue = Span(words[at].span.start, words[at + len(phrase) - 1].span.end)
                return Found(subject, cue, None, "according", 0.93)
    return None


# Before the quotation: `Ali said: “...”`, `Putin disagreed, saying, “...”`, `she was told that “...”`.


def _before(words: Sequence[Word], place: int, text: str, table: English, names: Collection[int]) -> Found | None:
    begin = max(
        (at + 1 for at in range(place) if words[at].is_quotation and words[at].span.start not in names), default=0
    )
    left = words[begin:place]
    if not left:
        return None
    sign = left[-1].text if not left[-1].is_word else ""
    label = _label(words, begin, place, table)
    if label:
        return label
    cue = last_cue(words, begin, place, table)
    if cue is None:
        return (
            _noun_cue(words, begin, place, sign, table)
            or _named_before_colon(words, begin, place, sign, table)
            or _opening_according(words, begin, place, table)
        )
    gap = place - 1 - cue.last
    direct = sign in (":", ",") or gap == 0
    if cue.cue.only_beside and not (gap <= 3 and direct) and sign != ":":
        return _noun_cue(words, begin, place, sign, table)
    subject, passive = subject_of(words, begin, cue, table)
    if subject is None and begin > 0 and not passive:
        subject, passive = subject_of(words, 0, cue, table)
    rule = {":": "before:colon", ",": "before:comma"}.get(sign, "before:direct" if gap == 0 else "before:inside")
    confidence = {"before:colon": 0.97, "before:comma": 0.96, "before:direct": 0.9, "before:inside": 0.7}[rule]
    mixed = rule == "before:inside" or (rule == "before:direct" and _is_fragment(text, words[place]))
    return Found(
        subject, cue.span, _to(words, cue, table), rule, confidence if subject or passive else 0.5, passive, mixed
    )


def _is_fragment(text: str, quotation: Word) -> bool:
    inner = text[quotation.span.start + 1 : quotation.span.end - 1].strip()
    return bool(inner) and inner[0].islower()


def _opening_according(words: Sequence[Word], begin: int, place: int, table: English) -> Found | None:
    return _according(words, begin, table)


def _label(words: Sequence[Word], begin: int, place: int, table: English) -> Found | None:
    """`Mona Khalil: “...”`."""
    left = words[begin:place]
    if left[-1].text != ":" or len(left) > 6 or begin:
        return None
    phrase = phrase_after(words, begin, table)
    if phrase and phrase.last == place - 2 and phrase.kind != "pronoun":
        return Found(phrase, None, None, "label", 0.93)
    return None


def _noun_cue(words: Sequence[Word], begin: int, place: int, sign: str, table: English) -> Found | None:
    """`raised a question that unsettled Rouhani: “...”`, `in a statement: “...”`: a noun of saying, and a colon or comma."""
    if sign not in (":", ","):
        return None
    noun = next((at for at in range(place - 1, begin - 1, -1) if words[at].low in table.nouns), None)
    if noun is None or (sign == "," and place - 2 - noun > 4):
        return None
    verb = next((at for at in range(noun - 1, begin - 1, -1) if _is_verb_of_noun(words[at])), None)
    subject = phrase_before(words, verb, table) if verb is not None else None
    if verb is None and noun - 1 >= begin and words[noun - 1].low in ("his", "her", "their", "my", "our", "its"):
        owner = {"his": "he", "her": "she", "their": "they"}.get(words[noun - 1].low)
        if owner:
            pronoun = words[noun - 1]
            subject = Phrase((replace(pronoun, text=owner),), "pronoun", (pronoun,), noun - 1, noun - 1)
    first = verb if verb is not None else noun
    if subject is None:
        subject = phrase_after(words, begin, table) if words[begin].is_capital else None
    if subject is None:
        return None
    return Found(subject, Span(words[first].span.start, words[noun].span.end), None, "before:noun", 0.88)


VERBS_OF_NOUNS = frozenset(
    "raised raises posed poses put puts had has gave gives made makes issued issues sent sends left leaves offered offers released releases "
    "posted posts published repeated asked asks delivered delivers got gets received".split()
)


def _is_verb_of_noun(word: Word) -> bool:
    return word.low in VERBS_OF_NOUNS


def _named_before_colon(words: Sequence[Word], begin: int, place: int, sign: str, table: English) -> Found | None:
    """A sentence with a colon before the quotation, and one name as its subject: `Haddad was blunt: “...”`."""
    if sign != ":":
        return None
    for at in range(place - 2, begin, -1):
        if words[at].low in ("and", "but", "so") and phrase_after(words, at + 1, table):
            begin = at + 1
            break
    subject = _whole_after(words, begin, table)
    if subject is None or subject.kind == "description" and subject.words[0].low in ("a", "an"):
        return None
    return Found(subject, None, None, "before:named", 0.75)


def subject_of(words: Sequence[Word], begin: int, cue: CueAt, table: English) -> tuple[Phrase | None, bool]:
    """The subject of the cue, and whether it is passive without an agent."""
    if cue.is_passive:
        by = next((at for at in range(cue.last + 1, min(len(words), cue.last + 8)) if words[at].low == "by"), None)
        agent = phrase_after(words, by + 1, table) if by is not None else None
        return (agent, False) if agent else (None, True)
    if cue.cue.form == "ing":
        return _subject_of_clause(words, begin, cue.first, table), False
    at = cue.first
    while at > begin and (
        words[at - 1].low in table.adverbs or words[at - 1].low in table.auxiliaries or words[at - 1].low == "not"
    ):
        at -= 1
    if at > begin and words[at - 1].low in ("and", "but", "then", "or"):
        return _subject_of_clause(words, begin, at - 1, table), False
    phrase = phrase_before(words, at, table) if at > begin else None
    if phrase is not None and phrase.first >= begin:
        return phrase, False
    turned = phrase_after(words, cue.last + 1, table)
    if turned and cue.first == begin:
        return turned, False
    return _subject_of_clause(words, begin, at, table), False


def _subject_of_clause(words: Sequence[Word], begin: int, end: int, table: English) -> Phrase | None:
    """Of a participle or a second verb: the first phrase of the clause that could be somebody."""
    at = begin
    while at < end:
        word = words[at]
        if word.is_word and (
            word.is_capital or word.low in table.determiners or word.low in table.pronouns or word.low in table.people
        ):
            phrase = _whole_after(words, at, table)
            if phrase and phrase.last < end and (phrase.kind != "name" or phrase.words[0].low not in _OPENERS):
                return phrase
            at = (phrase.last if phrase else at) + 1
            continue
        at += 1
    return None


_OPENERS = frozenset("in on at by after before since during on according asked when while as with for from".split())


def _to(words: Sequence[Word], cue: CueAt, table: English) -> Phrase | None:
    """Who is spoken to: the object of `told`, or who stands behind `to`."""
    at = cue.last + 1
    if at < len(words) and words[at].low == "to":
        return phrase_after(words, at + 1, table)
    if not cue.cue.speaks_to or cue.is_passive:
        return None
    return phrase_after(words, at, table)
