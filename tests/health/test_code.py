"""What no linter rule says, or what must hold even where somebody silences the linter."""

import ast
from pathlib import Path

from tests.health.tree import CODE, ROOT, calls, functions, parsed, place, python_files

MAY_READ_THE_CLOCK = ("sanad/ops/", "sanad/web/")
CLOCKS = {"now", "utcnow", "today"}
CLOCK_MODULES = {"time"}
FLOAT_MONEY = {"float"}


def imports_inside(path: Path) -> list[str]:
    return [
        place(path, node)
        for function in functions(path)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]


def clock_calls(path: Path) -> list[str]:
    named = [(call, name.rpartition(".")[2]) for call, name in calls(path)]
    return [f"{place(path, call)} {verb}" for call, verb in named if verb in CLOCKS]


def imported_modules(path: Path) -> set[str]:
    nodes = list(ast.walk(parsed(path)))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return plain | {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}


def test_no_import_stands_inside_a_function():
    found = [line for path in python_files(*CODE) for line in imports_inside(path)]

    assert found == []


def test_only_the_outer_rooms_read_the_clock():
    inner = [path for path in python_files("sanad") if not place(path).startswith(MAY_READ_THE_CLOCK)]

    found = [line for path in inner for line in clock_calls(path)]
    modules = [place(path) for path in inner if imported_modules(path) & CLOCK_MODULES]

    assert inner
    assert found == []
    assert modules == []


def test_the_money_module_knows_no_float():
    money = ROOT / "sanad/engine/money.py"

    names = {node.id for node in ast.walk(parsed(money)) if isinstance(node, ast.Name)}
    divisions = [place(money, node) for node in ast.walk(parsed(money)) if is_true_division(node)]

    assert names & FLOAT_MONEY == set()
    assert divisions == []


def is_true_division(node: ast.AST) -> bool:
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div)


def test_nothing_is_evaluated_as_code():
    evaluators = {"eval", "exec", "compile", "__import__", "importlib.import_module"}
    files = python_files("sanad")

    found = [place(path, call) for path in files for call, name in calls(path) if name in evaluators]

    assert found == []
