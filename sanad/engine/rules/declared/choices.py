"""Alternatives of which the family takes one, and what it gives up by taking it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sanad.engine.rules.declared.plain import Expression, Where, Words


@dataclass(frozen=True, slots=True)
class Waiver:
    """Lines that the family gives up by taking one of the alternatives in `by` (empty: any of them)."""

    lines: tuple[str, ...]
    by: tuple[str, ...]
    source: str
    where: Where


@dataclass(frozen=True, slots=True)
class Alternatives:
    """`chosen` names a choice field; `options` says which of its codes means which line (empty: named alike)."""

    name: str
    label: Words
    lines: tuple[str, ...]
    chosen: Expression
    source: str
    where: Where
    options: Mapping[str, str] = field(default_factory=dict)
    waives: tuple[Waiver, ...] = ()
