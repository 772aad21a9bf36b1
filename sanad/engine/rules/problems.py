"""What is wrong with a programme: each problem says what, where, and what to do."""

from collections.abc import Sequence
from dataclasses import dataclass

from sanad.engine.rules.declared import Where


@dataclass(frozen=True, slots=True)
class Problem:
    """`code` names the kind of problem; `message` says what is wrong, `todo` what to do."""

    where: Where
    code: str
    message: str
    todo: str

    def __str__(self) -> str:
        return f"{self.where}: {self.message} {self.todo}".strip()


class ProgrammeRefused(Exception):
    """The programme cannot be used; every problem found is listed."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = tuple(problems)
