import ast
from pathlib import Path
from statistics import median

from tests.health.tree import CODE, ROOT, Function, functions, place, python_files

LONGEST_FILE = 300
TYPICAL_FILE = 80
TYPICAL_FUNCTION = 8
ALLOWED_TO_BE_LONG: dict[str, str] = {}  # file: the reason why it is one subject and still long


def lines_of(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def body_lines(function: Function) -> int:
    """From the first statement after the docstring to the last one."""
    has_words = ast.get_docstring(function) is not None and len(function.body) > 1
    first = function.body[1 if has_words else 0]
    return (function.body[-1].end_lineno or first.lineno) - first.lineno + 1


def test_no_file_is_longer_than_its_limit():
    files = python_files(*CODE)

    too_long = {place(path): lines_of(path) for path in files if lines_of(path) > LONGEST_FILE}

    assert files
    assert set(too_long) == set(ALLOWED_TO_BE_LONG), too_long
    assert all(ALLOWED_TO_BE_LONG.values())


def test_most_files_are_short():
    sizes = [lines_of(path) for path in python_files("sanad") if lines_of(path)]

    assert sizes
    assert median(sizes) <= TYPICAL_FILE


def test_most_functions_do_one_thing():
    sizes = [body_lines(function) for path in python_files("sanad") for function in functions(path)]

    assert sizes
    assert median(sizes) <= TYPICAL_FUNCTION


def test_every_exception_still_exists():
    gone = [name for name in ALLOWED_TO_BE_LONG if not (ROOT / name).is_file()]

    assert gone == []
