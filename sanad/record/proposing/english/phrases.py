"""Noun phrases around a verb: the subject to its left or, turned round, to its right; names, descriptions, pronouns."""

from collections.abc import Sequence
from dataclasses import dataclass

from sanad.record.proposing.page import Span
from sanad.record.proposing.english.table import English
from sanad.record.proposing.words import Word

STOPS = ",;:()[]—–…"
LONGEST = 14
"""So many words at most has a phrase that names a speaker."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """`words` name somebody. `kind`: name, pronoun or description; `core` is the name alone, without title or article.

    `first` and `last` are places among the words of the sentence.
    """

    words: tuple[Word, ...]
    kind: str
    core: tuple[Word, ...]
    first: int
    last: int

    @property
    def span(self) -> Span:
        return Span(self.words[0].span.start, self.words[-1].span.end)

    @property
    def core_span(self) -> Span:
        return Span(self.core[0].span.start, self.core[-1].span.end)


def phrase_before(words: Sequence[Word], end: int, table: English) -> Phrase | None:
    """The noun phrase whose last word stands right before `end`; insertions between commas are passed over."""
    at = end - 1
    while at >= 0 and words[at].text in ",)—–" and not words[at].is_quotation:
        apposed = _apposed_before(words, at, table)
        if apposed:
            return apposed
        at = _before_insertion(words, at, table)
    if at < 0:
        return None
    return _ending_at(words, at, table)


def _apposed_before(words: Sequence[Word], comma: int, table: English) -> Phrase | None:
    """`The council’s secretary, Leila Barakat, said`: the name between the commas is who speaks."""
    if words[comma].text != "," or comma < 3:
        return None
    name = _ending_at(words, comma - 1, table)
    if name is None or name.kind != "name" or name.first < 2 or words[name.first - 1].text != ",":
        return None
    described = _ending_at(words, name.first - 2, table)
    return name if described and described.kind == "description" else None


def _before_insertion(words: Sequence[Word], at: int, table: English) -> int:
    """`Aoun, who has headed the fund since March, said`: from the second comma to before the first."""
    opener = {")": "(", "—": "—", "–": "–"}.get(words[at].text, ",")
    for back in range(at - 1, max(-1, at - 26), -1):
        if words[back].is_quotation or words[back].text in ".?!;":
            break
        if words[back].text == opener:
            inside = words[back + 1 : at]
            if inside and (_is_insertion(inside, table) or opener != ","):
                return back - 1
            if opener == ",":
                continue
    return at - 1 if words[at].text == "," and at and not words[at - 1].is_quotation else -1


def _is_insertion(inside: Sequence[Word], table: English) -> bool:
    first = inside[0].low
    if first in (
        "who",
        "whose",
        "whom",
        "which",
        "where",
        "a",
        "an",
        "the",
        "one",
        "his",
        "her",
        "their",
        "its",
        "aged",
        "speaking",
        "himself",
        "herself",
        "then",
        "now",
        "also",
        "in",
        "on",
        "at",
        "from",
        "with",
        "according",
        "however",
        "meanwhile",
        "like",
        "as",
        "head",
        "president",
        "director",
        "chairman",
        "co-founder",
        "founder",
        "spokesman",
        "spokeswoman",
        "deputy",
        "chief",
        "himself",
        "standing",
        "sitting",
        "appointed",
        "named",
        "elected",
        "known",
        "based",
        "employed",
        "hired",
        "chosen",
        "backed",
        "funded",
        "run",
        "led",
        "holding",
        "looking",
        "pointing",
        "referring",
        "asked",
        "quoted",
        "citing",
        "himself",
        "after",
        "before",
        "during",
        "while",
        "when",
        "of",
        "by",
        "for",
        "born",
        "formerly",
        "both",
        "mother",
        "father",
        "owner",
        "resident",
    ):
        return True
    return inside[0].text[0].isdigit() or (len(inside) <= 8 and first in table.people | table.titles)


def _ending_at(words: Sequence[Word], at: int, table: English) -> Phrase | None:
    word = words[at]
    if not word.is_word:
        return None
    if word.low in table.pronouns:
        return Phrase((word,), "pronoun", (word,), at, at)
    if word.low in ("who", "which", "that") and at:
        return phrase_before(words, at, table)
    if _is_name_word(words, at, table):
        return _name_ending_at(words, at, table)
    return _description_ending_at(words, at, table)


def _is_name_word(words: Sequence[Word], at: int, table: English) -> bool:
    word = words[at]
    if not word.is_word or not word.is_capital:
        return False
    return word.low not in table.determiners | table.adverbs | table.pronouns.keys() | _BEGINNERS | NO_NAMES


def _name_ending_at(words: Sequence[Word], at: int, table: English) -> Phrase:
    first = at
    while first > 0 and at - first < LONGEST:
        before = words[first - 1]
        if not before.is_word or before.is_quotation:
            break
        if _is_name_word(words, first - 1, table) and not (first - 1 == 0 and _only_begins(words, first - 1, table)):
            first -= 1
        elif before.low in table.particles and first - 2 >= 0 and _is_name_word(words, first - 2, table):
            first -= 1
        else:
            break
    core_first = first
    while core_first < at and words[core_first].low in table.all_titles | table.people:
        core_first += 1
    phrase_first = first
    while phrase_first > 0 and words[phrase_first - 1].is_word and _is_title(words[phrase_first - 1], table):
        phrase_first -= 1
    return Phrase(tuple(words[phrase_first : at + 1]), "name", tuple(words[core_first : at + 1]), phrase_first, at)


def _only_begins(words: Sequence[Word], at: int, table: English) -> bool:
    """A word that is large only because a sentence begins with it."""
    return words[at].low in _BEGINNERS


NO_NAMES = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday thursday friday "
    "saturday sunday english french arabic".split()
)
_BEGINNERS = frozenset(
    "but and so yet when while after before as if although though because since in on at by for from with of to still then "
    "later earlier meanwhile however also today yesterday asked according once now there here what why how where who".split()
)


def _is_title(word: Word, table: English) -> bool:
    return (
        word.low in table.titles | table.people | {"co-founder", "vice", "deputy", "then-president"}
        and not word.is_capital
    )


def _description_ending_at(words: Sequence[Word], at: int, table: English) -> Phrase | None:
    """`the entity responsible for the repairs`, `a resident of the building`: back to its article, over what belongs to it."""
    for first in range(at, max(-1, at - LONGEST), -1):
        word = words[first]
        if word.is_quotation or word.text in STOPS + ".?!;" or (not word.is_word and not word.text[0].isdigit()):
            break
        if word.low in table.determiners or word.text[0].isdigit():
            inside = words[first : at + 1]
            head = _head(inside, table)
            if head is None:
                continue
            before = words[first - 1] if first else None
            if (
                before is not None
                and before.low in ("of", "for", "from", "in", "at", "with", "by", "to", "on")
                and _goes_on(words, first - 1, table)
            ):
                continue
            return Phrase(tuple(inside), "description", tuple(inside), first, at)
    first = at
    while (
        first > 0
        and words[first - 1].is_word
        and words[first - 1].low not in table.cues
        and at - first < 3
        and (
            words[first - 1].low.endswith(("ed", "al", "ic", "ian", "ese", "ing", "ish", "ary", "or", "ior"))
            or words[first - 1].is_capital
        )
    ):
        first -= 1
    if words[at].low in table.people:
        inside = words[first : at + 1]
        return Phrase(tuple(inside), "description", tuple(inside), first, at)
    return None


def _goes_on(words: Sequence[Word], preposition: int, table: English) -> bool:
    """Whether a noun of people stands before the preposition, so that the phrase began earlier."""
    back = preposition - 1
    return (
        back >= 0
        and words[back].is_word
        and (words[back].low in table.people or words[back].low in ("responsible", "head", "charge", "spokesman"))
    )


def _head(inside: Sequence[Word], table: English) -> Word | None:
    """The noun of the phrase: the last word of people before a preposition, or of all."""
    for word in inside:
        if word.low in table.people:
            return word
    return None


def phrase_after(words: Sequence[Word], start: int, table: English) -> Phrase | None:
    """The noun phrase that begins at `start`."""
    at = start
    if at >= len(words) or not words[at].is_word:
        return None
    if words[at].low in table.pronouns or words[at].low in ("him", "her", "them", "me", "us"):
        return Phrase((words[at],), "pronoun", (words[at],), at, at)
    first = at
    while at < len(words) and words[at].is_word and not words[at].is_capital and _is_title(words[at], table):
        at += 1
    if at < len(words) and _is_name_word(words, at, table):
        last = at
        while last + 1 < len(words) and (
            _is_name_word(words, last + 1, table)
            or (
                words[last + 1].low in table.particles
                and last + 2 < len(words)
                and _is_name_word(words, last + 2, table)
            )
        ):
            last += 1
        if words[last].text.endswith(("’s", "'s", "s’", "s'")):
            owned = _description_from(words, last + 1, table)
            return (
                Phrase(
                    tuple(words[first : owned.last + 1]),
                    "description",
                    tuple(words[first : owned.last + 1]),
                    first,
                    owned.last,
                )
                if owned
                else None
            )
        core = at
        while core < last and words[core].low in table.all_titles | table.people:
            core += 1
        return Phrase(tuple(words[first : last + 1]), "name", tuple(words[core : last + 1]), first, last)
    return _description_from(words, first, table)


def apposed(words: Sequence[Word], phrase: Phrase, table: English) -> Phrase:
    """`the mayor, Tanios Kfoury` and `the deputy Anselm Roe` are the name; `a third mother, who gave her name as Therese` too."""
    at = phrase.last + 1
    if phrase.kind != "description" or at >= len(words):
        return phrase
    if words[at].text == ",":
        at += 1
        if at < len(words) and words[at].low == "who":
            given = next(
                (one for one in range(at, min(len(words), at + 12)) if words[one].low in ("name", "named", "called")),
                None,
            )
            end = next((one for one in range(at, min(len(words), at + 14)) if words[one].text == ","), None)
            name = _ending_at(words, end - 1, table) if given is not None and end else None
            if name is None or name.kind != "name":
                return phrase
            return Phrase(name.words, "name", name.core, phrase.first, name.last)
    elif not _is_name_word(words, at, table):
        return phrase
    name = phrase_after(words, at, table)
    if name is None or name.kind != "name":
        return phrase
    return Phrase(tuple(words[phrase.first : name.last + 1]), "name", name.core, phrase.first, name.last)


def _description_from(words: Sequence[Word], first: int, table: English) -> Phrase | None:
    found = None
    for at in range(first, min(len(words), first + LONGEST)):
        word = words[at]
        if not (word.is_word or word.text[0].isdigit()) or word.is_quotation:
            break
        if word.low in table.cues and at > first + 1 and word.low not in table.people:
            break
        if word.low in table.people:
            found = at
            if at + 1 < len(words) and words[at + 1].low in table.people:
                continue
            break
    if found is None:
        return None
    inside = tuple(words[first : found + 1])
    return Phrase(inside, "description", inside, first, found)
