"""What is said in each language, and the parts of an explanation."""

from dataclasses import dataclass
from typing import Literal

Words = dict[str, str]
"""The same said in each language: `{"en": ..., "ar": ...}`."""


@dataclass(frozen=True, slots=True)
class Said:
    """A reason, a condition or a state: a stable code and what it is called."""

    code: str
    words: Words


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of an explanation in one language. `part` is heading, sentence, figures or listing; `kind` says of a
    heading its depth (2 or 3) and of a sentence plain, answer, notice or source. A listing's items are rows of one.
    """

    part: Literal["heading", "sentence", "figures", "listing"]
    kind: str
    text: str
    rows: tuple[tuple[str, ...], ...] = ()
