"""The sentences of an Arabic paragraph: none ends inside marks, nor where a cue follows them."""

from collections.abc import Iterator, Mapping

from sanad.record.proposing.arabic.phrase import Tokens, plain_at
from sanad.record.proposing.arabic.table import arabic
from sanad.record.proposing.marks import Pair
from sanad.record.proposing.words import SENTENCE_ENDS

ENDS = (".", "؟", "!", "…")
BETWEEN = "،,—–-"
NEAR = 6


def sentences_of(tokens: Tokens, pairs: Mapping[int, Pair], text: str) -> Iterator[Tokens]:
    begun = 0
    for at, one in enumerate(tokens):
        if one.is_word:
            continue
        if (one.text in SENTENCE_ENDS and _ends(tokens, at, begun)) or (
            one.is_quotation and _is_whole(tokens, at, pairs[one.start], text)
        ):
            yield tokens[begun : at + 1]
            begun = at + 1
    if begun < len(tokens):
        yield tokens[begun:]


def _ends(tokens: Tokens, at: int, begun: int) -> bool:
    """A point inside `ل.ل.` or after `د` ends nothing."""
    if at + 1 < len(tokens) and at > begun and tokens[at - 1].is_quotation and _is_thus(tokens, at + 1):
        return False
    if tokens[at].text != "." or at == begun:
        return True
    before = tokens[at - 1]
    if len(before.text) == 1 and before.is_word:
        return at + 1 >= len(tokens)
    return at + 1 >= len(tokens) or tokens[at + 1].start > tokens[at].end


def _verb_after(tokens: Tokens, at: int) -> int | None:
    """`«...»، كان السائق يردّد`."""
    near = range(at + 1, min(len(tokens), at + NEAR))
    return next((place for place in near if tokens[place].read.cue == "verb"), None)


def _is_thus(tokens: Tokens, at: int) -> bool:
    """`هكذا لخّص`, `قالها`: what is said was told before."""
    if at >= len(tokens):
        return False
    verb = tokens[at].read.verb
    return tokens[at].plain in arabic().thus or (
        verb is not None and verb.is_addressed and tokens[at].plain.endswith("ها")
    )


def _is_whole(tokens: Tokens, at: int, pair: Pair, text: str) -> bool:
    """Marks that end as a sentence does, and no cue after them."""
    if text[pair.inner.end - 1 : pair.inner.end] not in ENDS:
        return False
    return place_after(tokens, at) is None and not (at + 1 < len(tokens) and tokens[at + 1].text in SENTENCE_ENDS)


def place_after(tokens: Tokens, at: int) -> int | None:
    """The place of the cue after a quotation: `«...»، قالت هدى`, `«...»، بحسب رئيس البلدية`."""
    place = at + 1
    while place < len(tokens) and (
        tokens[place].text in BETWEEN
        or tokens[place].plain in arabic().thus
        or (tokens[place].text == "." and _is_thus(tokens, place + 1))
    ):
        place += 1
    if place >= len(tokens) or not tokens[place].is_word:
        return None
    if tokens[place].plain in arabic().topics:
        return _verb_after(tokens, place)
    read = tokens[place].read
    if plain_at(tokens, place - 1) in arabic().thus:
        return place
    is_cue = read.cue == "according" or (read.cue in ("verb", "passive") and not read.joined.startswith(("و", "ف")))
    if read.plain == "كما" and place + 1 < len(tokens):
        return place + 1
    return place if is_cue or read.plain == "علي" else None
