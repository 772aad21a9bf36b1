"""The phrase that begins at a word, with the name that stands in apposition to it."""

from collections.abc import Sequence

from sanad.record.proposing.english.leftwards import ending_at
from sanad.record.proposing.english.phrases import (
    GENITIVES,
    LONGEST,
    OBJECTS,
    Phrase,
    description,
    is_name_word,
    is_small_title,
    joins_names,
    name,
    pronoun,
)
from sanad.record.proposing.english.table import English
from sanad.record.proposing.words import Word

LONGEST_TITLE = 4
FEW = 8
NAMED = ("name", "named", "called")


def whole_phrase_after(words: Sequence[Word], at: int, table: English) -> Phrase | None:
    """The phrase that begins here; where a name stands beside it, the name."""
    phrase = phrase_after(words, at, table)
    return apposed(words, phrase, table) if phrase else None


def phrase_after(words: Sequence[Word], start: int, table: English) -> Phrase | None:
    """The phrase that begins at `start`."""
    if start < len(words) and words[start].text[0].isdigit() and _is_of_number(words, start + 1, table):
        return _named_or_described(words, start + 1, table)
    if start >= len(words) or not words[start].is_word:
        return None
    low = words[start].low
    if low in table.pronouns or low in OBJECTS:
        return pronoun(words, start)
    if low in table.breaks:
        return None
    if _is_plural_opening(words, start, table):
        return description(words, start, start)
    return _named_or_described(words, start, table)


def _named_or_described(words: Sequence[Word], start: int, table: English) -> Phrase | None:
    if _is_adjective_opening(words, start, table):
        return _described(words, start, table)
    owned = _owned_name(words, start, table)
    if owned:
        return _named(words, start, owned, table)
    at = start + 1 if words[start].low == "the" and _is_large_title(words, start + 1, table) else start
    while at < len(words) and is_small_title(words[at], table):
        at += 1
    if at < len(words) and is_name_word(words, at, table):
        return _named(words, start, at, table)
    return _described(words, start, table)


def _owned_name(words: Sequence[Word], start: int, table: English) -> int | None:
    """Where `Lotte Brandt` begins in `the mill’s Lotte Brandt`."""
    if words[start].low not in table.determiners:
        return None
    for at in range(start + 1, min(len(words) - 1, start + LONGEST_TITLE)):
        if words[at].text.endswith(GENITIVES) and words[at + 1].is_capital and words[at + 1].low in table.forenames:
            return at + 1
        if not words[at].is_word or words[at].low in table.prepositions:
            return None
    return None


def _is_large_title(words: Sequence[Word], at: int, table: English) -> bool:
    """`the Rev. Peter Wherry`."""
    return at + 1 < len(words) and words[at].is_capital and words[at].low in table.titles


def _is_of_number(words: Sequence[Word], at: int, table: English) -> bool:
    """`9/11 widow Terry Strada`, `34-year-old Mona Khalil`."""
    if at >= len(words) or not words[at].is_word:
        return False
    return is_small_title(words[at], table) or ("-" in words[at - 1].text and is_name_word(words, at, table))


def _is_plural_opening(words: Sequence[Word], at: int, table: English) -> bool:
    """`Critics of the plan said`: large only because the sentence begins with it."""
    begins = at == 0 or not words[at - 1].is_word
    if not begins or words[at].low not in table.people or (at + 1 < len(words) and words[at + 1].is_capital):
        return False
    return words[at].low.endswith("s") or words[at].low in table.many_people


def _is_adjective_opening(words: Sequence[Word], at: int, table: English) -> bool:
    """`Small groups of protesters`, `Federal officials`: no name, though large."""
    if at or len(words) < 3 or words[1].is_capital or not words[0].is_capital or words[0].low in table.before_names:
        return False
    if words[1].low in table.people:
        return words[1].low in table.many_people or words[1].low.endswith("s")
    return words[1].low.endswith("s") and words[2].low == "of"


def apposed(words: Sequence[Word], phrase: Phrase, table: English) -> Phrase:
    """`the mayor, Tanios Kfoury`, `the deputy Anselm Roe`, `a mother, who gave her name as Therese` are the name."""
    at = phrase.last + 1
    if phrase.kind != "description" or at >= len(words):
        return phrase
    at = _past_body(words, at, table) if words[at].low == "of" else at
    beside = words[at].text == ","
    if beside and at + 1 < len(words) and words[at + 1].low == "who":
        return _given_name(words, phrase, at + 1, table) or phrase
    if not beside and not is_name_word(words, at, table):
        return phrase
    named = phrase_after(words, at + 1 if beside else at, table)
    if named is None or named.kind != "name" or (beside and _goes_on_with(words, phrase, named, table)):
        return phrase
    return Phrase(tuple(words[phrase.first : named.last + 1]), "name", named.core, phrase.first, named.last)


def _past_body(words: Sequence[Word], of: int, table: English) -> int:
    """Behind `of Sarn Mills` in `the leader of Sarn Mills, Lotte Brandt, said`, else where it begins."""
    for at in range(of + 1, min(len(words) - 1, of + FEW)):
        if words[at].text == ",":
            return at
        if not (words[at].is_capital or words[at].low in table.determiners or words[at].low in table.prepositions):
            break
    return of


def _goes_on_with(words: Sequence[Word], phrase: Phrase, named: Phrase, table: English) -> bool:
    """`To the authorities, Ali said`: the name behind the comma begins the clause, it is nobody's of before."""
    if phrase.words[-1].low in table.many_people:
        return True
    is_fronted = phrase.first > 0 and words[phrase.first - 1].low in table.prepositions
    return is_fronted and named.last + 1 < len(words) and words[named.last + 1].is_word


def _given_name(words: Sequence[Word], phrase: Phrase, at: int, table: English) -> Phrase | None:
    says = any(word.low in NAMED for word in words[at : at + 12])
    end = next((one for one in range(at, min(len(words), at + 14)) if words[one].text == ","), None)
    named = ending_at(words, end - 1, table) if says and end else None
    if named is None or named.kind != "name":
        return None
    return Phrase(named.words, "name", named.core, phrase.first, named.last)


def _named(words: Sequence[Word], first: int, at: int, table: English) -> Phrase | None:
    last = at
    while last + 1 < len(words) and (is_name_word(words, last + 1, table) or joins_names(words, last + 1, table)):
        last += 1
        if words[last - 1].text.endswith(GENITIVES) and words[last].low in table.forenames:
            at = last
    if words[last].text.endswith(GENITIVES):
        owned = _described(words, last + 1, table)
        return description(words, first, owned.last) if owned else None
    if last == first and _is_adjective_of(words, last + 1, table):
        return _described(words, first, table)
    titled = _behind_title(words, last + 1, table)
    if titled:
        return _named(words, first, titled, table)
    return name(words, first, at, last, table)


def _behind_title(words: Sequence[Word], at: int, table: English) -> int | None:
    """Where `Lotte Brandt` begins in `Sarn Mills crew member Lotte Brandt`; None without a small title between."""
    for end in range(at, min(len(words) - 1, at + LONGEST_TITLE)):
        if not words[end].is_word or words[end].is_capital or not _goes_into(words, end, at, table):
            return None
        if is_small_title(words[end], table) and words[end + 1].is_capital and is_name_word(words, end + 1, table):
            return end + 1
    return None


def _is_adjective_of(words: Sequence[Word], at: int, table: English) -> bool:
    """`Israeli officials`: a large word before many people, no name."""
    if at >= len(words) or words[at].is_capital or words[at].low not in table.people:
        return False
    return words[at].low in table.many_people or words[at].low.endswith("s")


def thing_after(words: Sequence[Word], first: int, table: English) -> Phrase | None:
    """`the ruling`, `her lawyers’ letter`: whatever it is, to the last noun before something else begins."""
    if first >= len(words) or not (words[first].low in table.determiners or words[first].text.endswith(GENITIVES)):
        return None
    last = first
    for at in range(first + 1, min(len(words), first + LONGEST)):
        is_adverb = words[at].low in table.adverbs and at > first + 1
        if not _goes_into(words, at, first, table) or is_adverb or words[at].low == "of":
            break
        last = at
    return description(words, first, last) if last > first else None


def _described(words: Sequence[Word], first: int, table: English) -> Phrase | None:
    """To the first noun of people; of several in a row to the last."""
    for at in range(first, min(len(words), first + LONGEST)):
        if words[at].low not in table.in_phrases and words[at].is_word:
            continue
        if at > first and not _goes_into(words, at, first, table):
            return None
        if (
            words[at].low in table.people
            and not (at == first and words[at].is_capital and at + 1 < len(words))
            and not (at + 1 < len(words) and words[at + 1].low in table.people)
        ):
            return None if _is_inside_name(words, at, first) else description(words, first, at)
    return None


def _is_inside_name(words: Sequence[Word], at: int, first: int) -> bool:
    """`the National Voter Registration Act`."""
    if not words[at].is_capital or at + 1 >= len(words):
        return False
    return at - 1 > first and words[at - 1].is_capital and words[at + 1].is_capital


def _goes_into(words: Sequence[Word], at: int, first: int, table: English) -> bool:
    """Whether the word may stand inside a phrase that names somebody."""
    word = words[at]
    if word.low in table.breaks or not (word.is_word or word.text[0].isdigit()):
        return False
    if word.low in table.determiners:
        return words[at - 1].low in ("of", "all", "both") or word.text[0].isdigit()
    cue = table.cues.get(word.low)
    return cue is None or at == first + 1 or word.low in table.people or cue.form in ("ing", "base")
