"""Why a line comes to its sum: the reason at once, the reckoning with rule and source one tap below."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sanad.casework.answers.told import LineTold, Piece
from sanad.web.shared.formats import language

SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Line:
    """`reason` are sentences; `below` is what one tap opens."""

    told: LineTold
    reason: list[str]
    below: Sequence[Piece]


def lines(told: Sequence[LineTold]) -> list[Line]:
    return [_line(one) for one in told]


def _line(told: LineTold) -> Line:
    why = pieces(told.why)
    ends = next((at for at, piece in enumerate(why) if not _is_reason(piece)), len(why))
    reason = [piece.text for piece in why[:ends]] or [one.words[language()] for one in told.reasons]
    return Line(told, reason, why[ends:])


def pieces(why: Mapping[str, Sequence[Piece]]) -> Sequence[Piece]:
    """In the reader's language; nothing where it is not explained."""
    return why.get(language(), ())


def _is_reason(piece: Piece) -> bool:
    return piece.part == "sentence" and piece.kind != SOURCE
