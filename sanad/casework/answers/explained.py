"""Why an award is as it is, told once in both languages and kept: an award and its round never change."""

import zlib
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from pydantic import TypeAdapter

from sanad.caseload.explaining_lines import ByLine, lines_explained
from sanad.caseload.rounds import RoundRefused
from sanad.caseload.stored import StoredRound, open_round
from sanad.casework.answers.rules import LANGUAGES
from sanad.casework.answers.told import Piece, Words
from sanad.casework.awards.models import Award
from sanad.casework.rounds.selectors import folder_of
from sanad.engine.rules.words.blocks import Figures, Heading, Listing, Paragraph, Sentence
from sanad.engine.rules.words.parts import Part

Why = dict[str, tuple[Piece, ...]]
"""Pieces by language."""


@dataclass(frozen=True, slots=True)
class PartWords:
    """A part of an awarded line as it stood at the round; `amount` is None where it cannot be known yet."""

    label: Words
    amount: int | None
    unlocked: bool
    waits_for: Words


@dataclass(frozen=True, slots=True)
class LineWords:
    why: Why
    parts: tuple[PartWords, ...]


Told = dict[str, LineWords]
"""By line; under the empty name what the claim is told as a whole."""
_FORM = TypeAdapter(Told)


def packed(told: Told) -> bytes:
    return zlib.compress(_FORM.dump_json(told), 6)


def unpacked(content: bytes | memoryview) -> Told:
    return _FORM.validate_json(zlib.decompress(content))


def explain_awards(awards: Collection[int]) -> Iterator[tuple[int, Told]]:
    """By award; nothing for one of which the round's files are not there."""
    by_round: dict[int, list[Award]] = defaultdict(list)
    asked = Award.objects.filter(pk__in=awards).select_related("round__programme", "claim")
    for award in asked if awards else ():
        by_round[award.round_id].append(award)
    for some in by_round.values():
        stored = _opened(some[0])
        if stored is not None:
            keys = {award.claim.number: award.pk for award in some}
            for number, told in lines_explained(stored, list(keys), LANGUAGES):
                yield keys[number], _by_line(told)


def _opened(award: Award) -> StoredRound | None:
    try:
        return open_round(folder_of(award.round))
    except RoundRefused:
        return None


def _by_line(told: Mapping[str, ByLine]) -> Told:
    first = told[LANGUAGES[0]]
    return {name: _line({language: told[language] for language in LANGUAGES}, name) for name in first}


def _line(told: Mapping[str, ByLine], name: str) -> LineWords:
    why = {language: tuple(_piece(one) for one in lines[name].paragraphs) for language, lines in told.items()}
    parts = zip(*(lines[name].parts for lines in told.values()), strict=True)
    return LineWords(why, tuple(_part(dict(zip(told, each, strict=True))) for each in parts))


def _part(by_language: Mapping[str, Part]) -> PartWords:
    one = next(iter(by_language.values()))
    label = {language: part.label for language, part in by_language.items()}
    waits_for = {language: part.waits_for for language, part in by_language.items()}
    return PartWords(label, one.amount, one.is_unlocked, waits_for)


def _piece(paragraph: Paragraph) -> Piece:
    match paragraph:
        case Heading(text, depth):
            return Piece("heading", str(depth), text)
        case Sentence(text, kind):
            return Piece("sentence", kind, text)
        case Figures(rows):
            return Piece("figures", "", "", rows)
        case Listing(items):
            return Piece("listing", "", "", tuple((item,) for item in items))
