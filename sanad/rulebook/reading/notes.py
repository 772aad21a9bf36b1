"""What is found while a programme is read: reading goes on, so that every problem is told at once."""

from collections.abc import Iterable
from difflib import get_close_matches

from sanad.engine.rules.declared import Where
from sanad.engine.rules.problems import Problem, quoted


class Notes:
    """Problems refuse the programme, warnings do not; `cited` is every place that names a source."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.warnings: list[Problem] = []
        self.cited: list[tuple[str, Where]] = []

    def problem(self, where: Where, code: str, message: str, todo: str) -> None:
        self.problems.append(Problem(where, code, message, todo))

    def warning(self, where: Where, code: str, message: str, todo: str) -> None:
        self.warnings.append(Problem(where, code, message, todo))


def did_you_mean(wrong: str, known: Iterable[str]) -> str:
    """What to write instead: the nearest known name, or the list of them."""
    names = sorted(known)
    near = get_close_matches(wrong[:60], names, n=1, cutoff=0.6)
    if near:
        return f"Did you mean `{near[0]}`?"
    return f"Known here: {quoted(names[:30])}." if names else "None is declared."
