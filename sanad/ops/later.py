"""Parts that are loaded when they are first used: whoever only reads a rule file does not wait for the engines."""

from collections.abc import Callable
from importlib import import_module
from typing import Any


def part(place: str) -> Any:
    """What stands at `module:name`."""
    module, name = place.split(":")
    return getattr(import_module(module), name)


def later(place: str) -> Callable[..., Any]:
    """A function at `module:name`, loaded when it is called."""
    return lambda *given, **named: part(place)(*given, **named)
