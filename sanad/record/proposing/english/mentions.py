"""Who is mentioned in a sentence, in their order, and which of them it is about."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sanad.record.proposing.english.phrases import GENITIVES, Phrase, is_name_word
from sanad.record.proposing.english.rightwards import apposed, phrase_after
from sanad.record.proposing.english.table import English
from sanad.record.proposing.words import Word

SUBJECT, CLAUSE, OWNER, OTHER = "subject", "clause", "owner", "other"


@dataclass(frozen=True, slots=True)
class Mention:
    """`role`: the subject of the sentence, of a clause of it, an owner (`Scott’s niece`), or none of these."""

    phrase: Phrase
    role: str


def mentions_of(words: Sequence[Word], table: English, known: frozenset[str] | set[str]) -> Iterator[Mention]:
    """`known` are the words of names met so far: one of them alone, at the beginning of a sentence, is that name."""
    at = 0
    while at < len(words):
        phrase = _phrase(words, at, table, known) if words[at].is_word else None
        if phrase is None:
            at += 1
            continue
        yield Mention(phrase, _role(words, phrase, table))
        at = phrase.last + 1


def _phrase(words: Sequence[Word], at: int, table: English, known: frozenset[str] | set[str]) -> Phrase | None:
    word = words[at]
    if word.low in table.pronouns:
        return None
    if word.is_capital and is_name_word(words, at, table):
        if _is_large_by_place(words, at) and not _is_known(word, table, known):
            return None
    elif not (word.low in table.determiners or (word.low in table.people and _begins(words, at))):
        return None
    found = phrase_after(words, at, table)
    return apposed(words, found, table) if found else None


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
    before = words[phrase.first - 1] if phrase.first else None
    if before is None or not before.is_word or before.low in table.joins or before.low in table.adverbs:
        return SUBJECT
    return CLAUSE if before.low in table.subordinators else OTHER
