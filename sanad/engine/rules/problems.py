"""What is wrong with a programme: each problem says what, where, and what to do."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sanad.engine.rules.declared import Where


@dataclass(frozen=True, slots=True)
class Problem:
    """`code` names the kind of problem; `message` says what is wrong, `todo` what to do.

    What is written in the files stands in backticks in both, so that `words.problems` can tell it in Arabic too.
    `inside` is the expression, where the problem is in one.
    """

    where: Where
    code: str
    message: str
    todo: str
    inside: str = ""

    def __str__(self) -> str:
        inside = f" In: {self.inside}" if self.inside else ""
        return f"{self.where}: {self.message}{inside} {self.todo}".strip()


class ProgrammeRefused(Exception):
    """The programme cannot be used; every problem found is listed."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = tuple(problems)


def quoted(names: Iterable[str]) -> str:
    """The names as they are written in the files, each in backticks."""
    return ", ".join(f"`{name}`" for name in names)
