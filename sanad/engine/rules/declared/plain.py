"""What every declaration is made of: words in two languages, places in files, expression texts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

Words = Mapping[str, str]
"""One text in several languages: `{"en": ..., "ar": ...}`."""

Published = str | Words
"""A text in the language in which it was published, or in several."""

Rounding = Literal["half_up", "half_even", "down", "up"]
Literals = Decimal | bool | str | date


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a file; line 0 where the file has no lines of its own (a stored round)."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Expression:
    text: str
    where: Where
