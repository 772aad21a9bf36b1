"""Why a line comes to its sum: the reason at once, the reckoning with rule and source one tap below."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sanad.casework.answers.told import LineTold, Piece
from sanad.web.shared.formats import language

SOURCE = "source"
MARK = re.compile(r"\s*\[(?:source|المصدر|المصادر|مصدر)[^\[\]]*\]")
"""Points to the list of sources, which stands one tap below."""


@dataclass(frozen=True, slots=True)
class Line:
    """`reason` are sentences; `reckoning` is the first step of `below`, which one tap opens."""

    told: LineTold
    reason: list[str]
    reckoning: str
    below: Sequence[Piece]


def lines(told: Sequence[LineTold]) -> list[Line]:
    return [_line(one) for one in told]


def _line(told: LineTold) -> Line:
    why = pieces(told.why)
    ends = next((at for at, piece in enumerate(why) if not _is_reason(piece)), len(why))
    reason = [MARK.sub("", piece.text) for piece in why[:ends]] or [one.words[language()] for one in told.reasons]
    return Line(told, reason, _reckoning(why[ends:]), why[ends:])


def _reckoning(below: Sequence[Piece]) -> str:
    """The first step says how the sum came about."""
    listed = next((piece for piece in below if piece.part == "listing" and piece.rows), None)
    return MARK.sub("", listed.rows[0][0]) if listed else ""


def pieces(why: Mapping[str, Sequence[Piece]]) -> Sequence[Piece]:
    """In the reader's language; nothing where it is not explained."""
    return why.get(language(), ())


def _is_reason(piece: Piece) -> bool:
    return piece.part == "sentence" and piece.kind != SOURCE
