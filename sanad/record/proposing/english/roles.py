"""Who is mentioned in a sentence as what, for telling later whom a pronoun stands for."""

from dataclasses import dataclass, field

from sanad.record.proposing.english.cast import Somebody
from sanad.record.proposing.english.mentions import OTHER, SUBJECT, Mention
from sanad.record.proposing.english.phrases import AGE, Phrase
from sanad.record.proposing.english.sentences import Sentence
from sanad.record.proposing.english.table import English
from sanad.record.proposing.words import Word

CARRIED = ("he", "she", "they")
DATED = "—–(,"
PLACED = frozenset(
    ("in", "at", "near", "across", "of", "from", "into", "through", "around", "toward", "towards", "outside", "off")
)
FRONTED = 14
"""So many words at most has what stands before the first comma of a sentence that begins with it."""


@dataclass(slots=True)
class Mentioned:
    """Who is mentioned in one sentence, each with place and role; `about`: its subject, or who speaks in it;
    `is_fronted`: it begins with a clause that belongs to the one behind it; `sure`: how sure it is whom it is about,
    where a pronoun told it.
    """

    start: int
    begins: bool = False
    is_fronted: bool = False
    sure: float = 1.0
    about: Somebody | None = None
    is_spoken: bool = False
    all: list[tuple[int, str, Somebody]] = field(default_factory=list)


def is_beyond(sentence: Sentence, mention: Mention, table: English) -> bool:
    """`who lives in Stone Hollow`, `told the Evening Bell`: a place, or whom the story was told."""
    first = mention.phrase.first
    if mention.phrase.kind != "name" or first == 0:
        return False
    before = sentence.words[first - 1].low
    return before in PLACED or (before in table.cues and table.cues[before].speaks_to)


def is_dateline(sentence: Sentence, mention: Mention) -> bool:
    """`PORT SARN — The gate fell`, `PORT SARN, Norland (AP) — The gate fell`."""
    last = mention.phrase.last
    is_large = mention.phrase.first == 0 and all(word.text.isupper() for word in mention.phrase.words)
    return is_large and last + 1 < len(sentence.words) and sentence.words[last + 1].text in DATED


def is_said_ahead(sentence: Sentence, mention: Mention) -> bool:
    """`A single mother of two, she was one of them`, `having come as a boy`: what somebody is, and nobody new."""
    at, first = mention.phrase.first, mention.phrase.words[0].low
    if at and sentence.words[at - 1].low == "as" and first in ("a", "an"):
        return True
    is_such = mention.phrase.first == 0 and mention.phrase.kind == "description" and first in ("a", "an")
    return is_such and carrying(sentence) is not None


def is_thing(sentence: Sentence, mention: Mention) -> bool:
    """`Sarnoil, which owns the mill`."""
    return _is_followed(sentence, mention, "which")


def is_who(sentence: Sentence, mention: Mention) -> bool:
    return _is_followed(sentence, mention, "who")


def _is_followed(sentence: Sentence, mention: Mention, by: str) -> bool:
    after = [word.low for word in sentence.words[mention.phrase.last + 1 : mention.phrase.last + 3]]
    return mention.phrase.kind == "name" and len(after) == 2 and after[0] in DATED and after[1] == by


def carrying(sentence: Sentence) -> Word | None:
    """The pronoun with which a sentence begins, or its clause behind the first comma: `Full of fear, he ran`."""
    words = sentence.words
    first = next((word for word in words[:4] if word.low in CARRIED), None)
    if first is None:
        comma = next((at for at in range(1, min(len(words) - 1, FRONTED)) if words[at].text == ","), None)
        first = words[comma + 1] if comma and words[comma + 1].low in CARRIED else None
    return first


def joined_role(sentence: Sentence, mention: Mention, last: tuple[int, str] | None) -> str:
    """In `the home of Osei Brandt and his father` both have the same role."""
    if last is None or mention.role != SUBJECT or mention.phrase.first != last[0] + 2:
        return mention.role
    return last[1] if sentence.words[last[0] + 1].low == "and" and last[1] == OTHER else mention.role


def is_aged(phrase: Phrase) -> bool:
    """`The 60-year-old` is whom the sentence before is about."""
    return phrase.kind == "description" and phrase.words[0].low == "the" and phrase.words[-1].low.endswith(AGE)


def surely(who: Somebody) -> float:
    """How surely it is one person."""
    if who.kind == "unnamed":
        return 0.8
    return 0.97 if who.is_sure else 0.8


def is_plural(alias: str, table: English) -> bool:
    last = alias.rpartition(" ")[2]
    return last in table.many_people or (last.endswith("s") and not last.endswith("ss"))


def apposed(sentence: Sentence, here: Mentioned) -> Somebody | None:
    """`His former partner at Lenox, Lawrence Cummings, called`: the name between commas is whom it is about."""
    if len(here.all) < 2 or here.all[0][1] != SUBJECT or here.all[0][2].kind != "unnamed":
        return None
    place, role, who = next((one for one in here.all[1:] if one[1] == SUBJECT), here.all[0])
    words = sentence.words
    at = next((at for at, word in enumerate(words) if word.start == place), 0)
    if role != SUBJECT or who.kind != "person" or at == 0 or words[at - 1].text != ",":
        return None
    closes = next((word for word in words[at + 1 : at + 5] if not word.is_capital), None)
    return who if closes is not None and closes.text == "," else None
