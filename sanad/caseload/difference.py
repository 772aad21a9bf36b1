"""The first thing in a stored round that is not as it was sealed."""

from dataclasses import dataclass, field
from typing import Any

from sanad.caseload.replay_words import REPLAY_WORDS


@dataclass(frozen=True, slots=True)
class Found:
    """`code` names the kind of difference; `at` is where to look (claim, column, line) and what stands there."""

    file: str
    code: str
    at: dict[str, Any] = field(default_factory=dict)

    @property
    def says(self) -> dict[str, str]:
        return {language: text.format(file=self.file, **self.at) for language, text in REPLAY_WORDS[self.code].items()}

    def as_data(self) -> dict[str, Any]:
        return {"file": self.file, "code": self.code, "at": dict(self.at), "says": self.says}
