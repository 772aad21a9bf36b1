"""Who is mentioned in a sentence, in their order, and which of them it is about."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sanad.record.proposing.english.phrases import GENITIVES, Phrase, is_name_word, name
from sanad.record.proposing.english.rightwards import apposed, phrase_after, thing_after
from sanad.record.proposing.english.table import English
from sanad.record.proposing.words import Word

LONGEST_TITLE = 7
OWNERS = ("his", "her", "their")
SUBJECT, CLAUSE, OWNER, OTHER = "subject", "clause", "owner", "other"


class Mention(NamedTuple):
    """`role`: the subject of the sentence, of a clause of it, an owner (`Scott’s niece`), or none of these. `beside`:
    the description that stands between commas behind the name.
    """

    phrase: Phrase
    role: str
    beside: Phrase | None = None


def mentions_of(words: Sequence[Word], table: English, known: frozenset[str] | set[str]) -> Iterator[Mention]:
    """`known` are the words of names met so far: one of them alone, at the beginning of a sentence, is that name."""
    done, small = 0, table.mentioning
    for at in [at for at, word in enumerate(words) if word.is_capital or word.low in small]:
        if at < done:
            continue
        phrase = _phrase(words, at, table, known)
        if phrase is not None:
            beside = _beside(words, phrase, table)
            yield Mention(phrase, _role(words, phrase, table), beside)
            done = (beside or phrase).last + 1


def _phrase(words: Sequence[Word], at: int, table: English, known: frozenset[str] | set[str]) -> Phrase | None:
    word = words[at]
    if word.low in table.pronouns:
        return None
    if word.is_capital and is_name_word(words, at, table):
        if _is_large_by_place(words, at) and not _is_known(word, table, known):
            return None
    elif not (word.low in table.determiners or (word.low in table.people and _begins(words, at))):
        return None
    found = phrase_after(words, at, table) or (_thing(words, at, table) if _begins(words, at) else None)
    return apposed(words, found, table) if found else _owner(words, at, table)


def _owner(words: Sequence[Word], at: int, table: English) -> Phrase | None:
    """`Osei Brandt’s mind`."""
    last = at
    while last + 1 < len(words) and is_name_word(words, last, table) and not words[last].text.endswith(GENITIVES):
        last += 1
    return name(words, at, at, last, table) if words[at].is_capital and words[last].text.endswith(GENITIVES) else None


def _thing(words: Sequence[Word], at: int, table: English) -> Phrase | None:
    found = thing_after(words, at, table)
    return found if found and found.words[-1].low in table.sayings else None


def _beside(words: Sequence[Word], phrase: Phrase, table: English) -> Phrase | None:
    """`Saliba, the board member, put ...`, `Amundsen, 48, a former officer`."""
    at = phrase.last + 1
    if phrase.kind != "name" or at + 1 >= len(words) or words[at].text != ",":
        return None
    if words[at + 1].text[0].isdigit():
        at = next((one for one in range(at + 2, min(at + 5, len(words) - 1)) if words[one].text == ","), at)
    if words[at + 1].is_capital:
        return None
    found = phrase_after(words, at + 1, table)
    if found and found.words[0].low in OWNERS and words[min(found.last + 1, len(words) - 1)].is_capital:
        return None
    return found if found and found.kind == "description" and found.words[-1].low in table.people else None


def _begins(words: Sequence[Word], at: int) -> bool:
    return at == 0 or not words[at - 1].is_word or words[at - 1].low in ("and", "but")


def _is_large_by_place(words: Sequence[Word], at: int) -> bool:
    """A single large word that begins the sentence may be any word."""
    begins = at == 0 or words[at - 1].is_quotation
    return begins and at + 1 < len(words) and not words[at + 1].is_capital


def _is_known(word: Word, table: English, known: frozenset[str] | set[str]) -> bool:
    low = word.low.removesuffix("’s").removesuffix("'s")
    return low in known or low in table.male_names or low in table.female_names or low in table.before_names


def _role(words: Sequence[Word], phrase: Phrase, table: English) -> str:
    if phrase.words[-1].text.endswith(GENITIVES):
        return OWNER
    first = _with_title(words, phrase.first, table) if phrase.kind == "name" else phrase.first
    before = words[first - 1] if first else None
    if before is None or not before.is_word or before.low in table.joins or before.low in table.adverbs:
        return SUBJECT
    return CLAUSE if before.low in table.subordinators else OTHER


def _with_title(words: Sequence[Word], first: int, table: English) -> int:
    """Where `Alder manager Petra Lind` begins."""
    if not first or words[first - 1].low not in table.before_names:
        return first
    at = first - 1
    while at > 0 and first - at < LONGEST_TITLE and words[at - 1].is_word and _is_of_title(words[at - 1], table):
        at -= 1
    return at


def _is_of_title(word: Word, table: English) -> bool:
    return word.is_capital or word.low in table.before_names or word.low in table.determiners or word.low == "campaign"
