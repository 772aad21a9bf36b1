"""What is found of a claim or a line, as columns: the conditions of each outcome, and the bits of its reasons."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import ibis

from sanad.engine.batch.cells import Cell, Mask, bit
from sanad.engine.batch.functions import Column, as_outcome
from sanad.engine.rules.outcomes import (
    NO_LINE_APPLIES,
    NOT_ASKED,
    OUTCOMES,
    RIVAL,
    reason_codes,
)
from sanad.engine.rules.ruleset import RuleSet
from sanad.engine.rules.tree import Node, Result, walk

UNDECIDED = ("error", "incomplete", "unpublished")


@dataclass(frozen=True)
class Codes:
    """The bits of the masks: gate codes in the order of the rules, and ids of dated values."""

    rules: RuleSet

    @cached_property
    def reasons(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys([*reason_codes(self.rules), NO_LINE_APPLIES, NOT_ASKED]))

    @cached_property
    def values(self) -> tuple[str, ...]:
        return tuple(value.version_id(version) for value in self.rules.values.values() for version in value.versions)

    def reason(self, code: str) -> Mask:
        return bit(self.reasons.index(code))

    def kinds(self) -> dict[str, int]:
        """For each outcome of an undecided rule, the gaps that lead to it, as bits."""
        kinds = {"not_in_force": "error", "fact": "incomplete", "unpublished": "unpublished", RIVAL: "defer"}
        found = dict.fromkeys((*UNDECIDED, "defer"), 0)
        for place, gap in enumerate(self.rules.gaps):
            found[kinds[gap.kind]] |= 1 << place
        return found


@dataclass(frozen=True, slots=True)
class Verdict:
    """Gates, or a line: for each possible outcome its condition (None: never), with gaps and codes behind it."""

    conditions: dict[str, Column | None]
    gaps: Mask
    codes: Mask


def mask_words(name: str, mask: Mask) -> dict[str, Cell]:
    return {f"{name}{place}": Cell(word) for place, word in mask.items()}


def ordered(conditions: dict[str, Column | None]) -> list[tuple[Column, str]]:
    return [(found, kind) for kind in OUTCOMES if (found := conditions.get(kind)) is not None]


def reads_awarded(node: Node) -> bool:
    return any(isinstance(part, Result) for part in walk(node))


def first_kind(conditions: dict[str, Column | None], other: str | None) -> Column:
    return outcome_cases(ordered(conditions), other)


def outcome_cases(branches: Sequence[tuple[Column, str]], other: str | None) -> Column:
    last = as_outcome(ibis.null("string") if other is None else other)
    if not branches:
        return last
    return ibis.cases(*((condition, as_outcome(kind)) for condition, kind in branches), else_=last)
