"""Places within places: a choice whose options lie within one another."""

from collections.abc import Iterator

from sanad.engine.rules.types import Choice


def outwards(code: str, kind: Choice) -> Iterator[str]:
    """The place itself, then those around it, nearest first."""
    around = dict(kind.within)
    while code:
        yield code
        code = around.get(code, "")


def inside(code: str, kind: Choice) -> tuple[str, ...]:
    """The places that lie within the place, itself included, sorted."""
    return tuple(sorted(option for option in kind.options if code in outwards(option, kind)))
