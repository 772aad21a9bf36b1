"""A problem of a programme in the reader's language.

The Arabic sentence is the catalogue's for the code; what the English one quotes from the files (names, numbers, dates,
what to write) stands after it, each in an isolate that keeps its direction.
"""

import re
from collections.abc import Iterable

from sanad.engine.rules.problems import Problem
from sanad.engine.rules.words.catalogue.problems import PROBLEMS
from sanad.engine.rules.words.pen import AS_IT_BEGINS, END, LEFT_TO_RIGHT

_QUOTED = re.compile(r"`([^`]+)`")
_NUMBER = re.compile(r"\d[\d,.:-]*\d|\d")


def problem_in(problem: Problem, language: str) -> str:
    """Where, what is wrong, and what to do."""
    if language != "ar":
        return str(problem)
    what, todo = PROBLEMS[problem.code]
    inside = f" في العبارة: {_isolated(problem.inside)}." if problem.inside else ""
    sentences = (_with(what, _facts(problem.message)), _with(todo, _QUOTED.findall(problem.todo)))
    return f"{LEFT_TO_RIGHT}{problem.where}{END}: {sentences[0]}{inside} {sentences[1]}"


def _with(sentence: str, items: Iterable[str]) -> str:
    """The sentence, then what it speaks of, unless it names that itself."""
    named = [
        _isolated(item) for item in dict.fromkeys(items) if not re.search(rf"(?<!\w){re.escape(item)}(?!\w)", sentence)
    ]
    return _QUOTED.sub(lambda found: _isolated(found.group(1)), sentence) + (f": {'، '.join(named)}." if named else ".")


def _facts(message: str) -> list[str]:
    """What is in backticks, then the numbers and days beside it."""
    return [*_QUOTED.findall(message), *_NUMBER.findall(_QUOTED.sub(" ", message))]


def _isolated(text: str) -> str:
    return f"{AS_IT_BEGINS}`{text}`{END}"
