"""The phrase that ends right before a verb, past what is put in between commas."""

from collections.abc import Sequence

from sanad.record.proposing.english.phrases import (
    GENITIVES,
    LONGEST,
    SOME,
    STOPS,
    Phrase,
    description,
    has_people,
    is_name_word,
    is_small_title,
    name,
    pronoun,
)
from sanad.record.proposing.english.table import English
from sanad.record.proposing.words import Word

FARTHEST = 40
SHORT = 6
OPENERS = {")": "(", "—": "—", "–": "–", ",": ","}
RELATIVE = ("who", "whose", "whom")
BELONGS = frozenset(("of", "for", "from", "in", "at", "with", "by", "to", "on"))
HAS_IN_CHARGE = frozenset(("responsible", "head", "charge", "spokesman"))


def phrase_before(words: Sequence[Word], end: int, table: English) -> Phrase | None:
    """The phrase whose last word stands right before `end`; insertions between commas are passed over."""
    at = end - 1
    while at >= 0 and (words[at].text in OPENERS or words[at].is_quotation):
        named = _apposed(words, at, table)
        if named:
            return named
        at = at - 1 if words[at].is_quotation else _before_insertion(words, at, table)
    return _whole(words, ending_at(words, at, table), table) if at >= 0 else None


def _whole(words: Sequence[Word], phrase: Phrase | None, table: English) -> Phrase | None:
    if phrase is None or phrase.first < 2:
        return phrase
    who = _before_who(words, phrase, table)
    if who is not None:
        return who
    owner = phrase.first - 1 - (phrase.kind == "name" and words[phrase.first - 1].low == "the")
    if words[owner].low not in table.prepositions:
        return phrase
    if words[phrase.first - 2].low in table.titles and words[phrase.first].low in table.no_people:
        core = phrase.core[1:] if phrase.core[0] is phrase.words[0] and len(phrase.core) > 1 else phrase.core
        return Phrase(phrase.words, phrase.kind, core, phrase.first, phrase.last)
    return _apposed_left(words, phrase, table) or _headed(words, owner + 1, table) or phrase


def _before_who(words: Sequence[Word], phrase: Phrase, table: English) -> Phrase | None:
    """`Lotte Brandt who lived there with her family, said`: she begins the sentence."""
    who = next((at for at in range(phrase.first - 1, max(0, phrase.first - FARTHEST), -1) if words[at].low == "who"), 0)
    if not who or any(word.text in STOPS for word in words[who : phrase.first]):
        return None
    named = ending_at(words, who - 1, table) if words[who - 1].is_word else None
    return named if named and named.kind == "name" and named.first == 0 else None


def _headed(words: Sequence[Word], first: int, table: English) -> Phrase | None:
    """`Officials at Homeland Security said`: what begins at `first` belongs to what its clause begins with."""
    start = first - 1
    while start > 0 and words[start - 1].is_word and words[start - 1].low not in table.subordinators:
        if words[start - 1].low in table.joins and not words[start - 2].is_capital:
            break
        start -= 1
    for end in range(start, first - 1):
        if words[end + 1].low in table.prepositions:
            found = (ending_at(words, at, table) for at in range(end, start - 1, -1))
            return next((one for one in found if one and one.first == start), None)
    return None


def _apposed_left(words: Sequence[Word], phrase: Phrase, table: English) -> Phrase | None:
    for comma in range(phrase.first - 2, max(0, phrase.first - 12), -1):
        if not (words[comma].is_word or words[comma].text == ","):
            return None
        if words[comma].text == ",":
            named = ending_at(words, comma - 1, table)
            if named is None or named.kind != "name" or not _may_be_subject(words, comma - 1, table):
                return None
            is_put_in = words[comma + 1].low in table.insertions
            return named if is_put_in or _is_office(words[comma + 1 : phrase.first], named, table) else None
    return None


def _is_office(inside: Sequence[Word], named: Phrase, table: English) -> bool:
    """`Lotte Brandt, Head of Mills for the Sarn Trust said`: large words without a name, behind one of a person."""
    is_person = named.first == 0 and named.core[0].low in table.forenames
    return is_person and has_people(inside, table) and not any(word.low in table.forenames for word in inside)


def ending_at(words: Sequence[Word], at: int, table: English) -> Phrase | None:
    word = words[at]
    if not word.is_word:
        return None
    if word.low in table.pronouns:
        return pronoun(words, at)
    if word.low in SOME and (at == 0 or not words[at - 1].is_word or words[at - 1].low in table.joins):
        return description(words, at, at)
    if word.low in ("who", "which", "that") and at:
        return phrase_before(words, at, table)
    if is_name_word(words, at, table):
        return _name_ending_at(words, at, table)
    described = _described(words, at, table) or _bare(words, at, table)
    return described or _thing(words, at, table) or _plural(words, at, table)


def _apposed(words: Sequence[Word], comma: int, table: English) -> Phrase | None:
    """`The council’s secretary, Leila Barakat, said`: the name between the commas is who speaks."""
    if words[comma].text != "," or comma < 3:
        return None
    named = ending_at(words, comma - 1, table)
    if named is None or named.kind != "name" or named.first < 2 or words[named.first - 1].text != ",":
        return None
    described = ending_at(words, named.first - 2, table)
    if described is None or described.kind != "description":
        return None
    is_body = any(word.text == "&" or word.low in table.no_people for word in named.core)
    return described if is_body and any(word.low == "for" for word in described.words) else named


def _before_insertion(words: Sequence[Word], at: int, table: English) -> int:
    """`Aoun, who has headed the fund since March, said`: from the second comma to before the first; -1 for none."""
    opener = OPENERS[words[at].text]
    for back in range(at - 1, max(0, at - FARTHEST), -1):
        if words[back].is_quotation or words[back].text in ".?!;":
            break
        if words[back].text == opener and back + 1 < at and (opener != "," or _is_insertion(words, back, at, table)):
            return back - 1
    return at - 1 if words[at].text == "," and at and not words[at - 1].is_quotation else -1


def _is_insertion(words: Sequence[Word], comma: int, end: int, table: English) -> bool:
    """Whether what stands between two commas is put in, and who is spoken of stands before it."""
    first = words[comma + 1]
    if first.low in RELATIVE and words[comma - 1].is_capital and ending_at(words, comma - 1, table) is not None:
        return True
    if first.low in table.insertions or first.text[0].isdigit():
        return _may_be_subject(words, comma - 1, table) or not _is_long(words, comma, end)
    if end - comma <= 9 and first.low in table.before_names:
        return True
    is_office = first.text.endswith(GENITIVES) and has_people(words[comma:end], table)
    return (is_office or not first.is_capital) and _may_be_subject(words, comma - 1, table)


def _is_long(words: Sequence[Word], comma: int, end: int) -> bool:
    return any(words[at].text == "," for at in range(comma - 1, max(0, comma - FARTHEST), -1)) and end - comma > 1


def _may_be_subject(words: Sequence[Word], at: int, table: English) -> bool:
    """Whether a phrase ends here that begins a sentence or a clause."""
    phrase = ending_at(words, at, table)
    if phrase is None:
        return False
    before = words[phrase.first - 1] if phrase.first else None
    if before is not None and before.text == "," and _is_place(words, phrase.first - 2, table):
        return phrase.core[0].low in table.forenames or _is_fronted(words, phrase.first - 1, table)
    return before is None or not before.is_word or before.low in table.joins or before.low in table.subordinators


def _is_fronted(words: Sequence[Word], comma: int, table: English) -> bool:
    """`Speaking in New York, Lotte Brandt, the clerk, said`: what stands before the first comma is no subject."""
    opens = words[0].low in table.prepositions or words[0].low.endswith("ing")
    return opens and not any(word.text == "," for word in words[:comma])


def _is_place(words: Sequence[Word], at: int, table: English) -> bool:
    """`of Ashton, Maryland`: a name behind a preposition."""
    while at > 0 and words[at].is_capital:
        at -= 1
    return at >= 0 and words[at].low in ("of", "in", "from", "at", "near")


def _name_ending_at(words: Sequence[Word], at: int, table: English) -> Phrase:
    first = at
    while first > 0 and at - first < LONGEST:
        if is_name_word(words, first - 1, table) or (
            (words[first - 1].low in table.particles or words[first - 1].text == "&")
            and first > 1
            and is_name_word(words, first - 2, table)
        ):
            first -= 1
        else:
            break
    begins = first
    while begins > 0 and is_small_title(words[begins - 1], table):
        begins -= 1
    return name(words, begins, first, at, table)


def _described(words: Sequence[Word], at: int, table: English) -> Phrase | None:
    """`the entity responsible for the repairs`: back to its article, over what belongs to it."""
    for first in range(at, max(-1, at - LONGEST), -1):
        word = words[first]
        if word.text in STOPS or not (word.is_word or word.text[0].isdigit()):
            break
        if word.low not in table.determiners and not word.text[0].isdigit():
            continue
        if has_people(words[first : at + 1], table) and not _goes_on(words, first - 1, table):
            return description(words, first, _end_of(words, first, at, table))
    return None


def _end_of(words: Sequence[Word], first: int, at: int, table: English) -> int:
    """`an officer aiming a gun` ends with the officer; what belongs to him goes with him."""
    head = next(place for place in range(first, at + 1) if words[place].low in table.people)
    while head < at and words[head + 1].low in table.people:
        head += 1
    if head == at or words[head + 1].low in BELONGS or words[head + 1].low in HAS_IN_CHARGE:
        return at
    return at if any(word.low in table.people for word in words[head + 1 : at + 1]) else head


def _thing(words: Sequence[Word], at: int, table: English) -> Phrase | None:
    """`the operator`, `the court’s ruling`: whatever it is, back to its article."""
    for first in range(at, max(-1, at - SHORT), -1):
        low = words[first].low
        if not words[first].is_word or (low in table.breaks and first < at) or low in table.pronouns:
            return None
        if low in table.determiners or (first < at and words[first].text.endswith(GENITIVES)):
            return description(words, first, at) if first < at else None
    return None


def _plural(words: Sequence[Word], at: int, table: English) -> Phrase | None:
    """`human rights groups`: with which a clause begins."""
    if words[at].is_capital or not words[at].low.endswith("s") or words[at].low in table.cues:
        return None
    first = at
    while first > 0 and at - first < SHORT and _is_adjective(words[first - 1], table):
        first -= 1
    before = words[first - 1] if first else None
    begins = before is None or not before.is_word or before.low in table.joins or before.low in table.subordinators
    return description(words, first, at) if begins else None


def _goes_on(words: Sequence[Word], preposition: int, table: English) -> bool:
    """Whether a noun of people stands before the preposition, so that the phrase began earlier."""
    if preposition < 1 or words[preposition].low not in BELONGS:
        return False
    before = words[preposition - 1]
    return before.is_word and (before.low in table.people or before.low in HAS_IN_CHARGE)


def _bare(words: Sequence[Word], at: int, table: English) -> Phrase | None:
    """`Israeli officials`, `top black lawmakers`: without an article."""
    if words[at].low not in table.people:
        return None
    first = at
    while first > 0 and at - first < 3 and _is_adjective(words[first - 1], table):
        first -= 1
    return description(words, first, at)


def _is_adjective(word: Word, table: English) -> bool:
    if not word.is_word or word.low in table.breaks or word.low in table.cues or word.low in table.adverbs:
        return False
    return word.low not in table.auxiliaries and word.low not in table.prepositions
