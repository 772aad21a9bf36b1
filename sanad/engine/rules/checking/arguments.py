"""What every named function is built from: its arguments, and how many it takes."""

import ast
from collections.abc import Callable

from sanad.engine.rules.checking.look_up import Typed
from sanad.engine.rules.checking.scope import Scope
from sanad.engine.rules.tree import Node
from sanad.engine.rules.types import Unit

Arguments = list[ast.expr]
Builder = Callable[[str, Arguments, Scope, Unit | None, Typed], Node]


def counted(function: str, arguments: Arguments, least: int, most: int, scope: Scope) -> None:
    """Raises RuleError."""
    if not least <= len(arguments) <= most:
        number = str(least) if least == most else f"{least} to {most}"
        raise scope.error("wrong_arguments", f"`{function}()` takes {number} arguments.", "See docs/rulebook.md.")
