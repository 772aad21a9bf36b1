"""A worked case held against what each engine decided."""

from collections.abc import Mapping
from dataclasses import dataclass

from sanad.rulebook.reading.case_results import UNKNOWN
from sanad.rulebook.reading.worked import Case

Rows = Mapping[str, Mapping[str, object]]
"""The awards of one engine: by claim, the columns of awards.parquet."""


@dataclass(frozen=True, slots=True)
class Difference:
    """`expected` is None where the case names nothing and the engines disagree; `got` is by engine."""

    claim_id: str
    column: str
    expected: object
    got: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class CaseResult:
    """`tried` names the engines; a case passes when all of them give what is expected, and the same."""

    case: Case
    tried: tuple[str, ...]
    differences: tuple[Difference, ...]

    @property
    def has_passed(self) -> bool:
        return not self.differences

    def has_passed_on(self, engine: str) -> bool:
        """Whether this engine gave what is expected."""
        stated = [difference for difference in self.differences if difference.expected is not None]
        return all(difference.got[engine] == difference.expected for difference in stated)


def compare(case: Case, awards: Mapping[str, Rows]) -> CaseResult:
    """`awards` by engine. What the case does not name must still be the same on all engines."""
    found = []
    for claim in case.claims:
        expected = case.expect.get(claim.id, {})
        rows = {engine: rows.get(claim.id, {}) for engine, rows in awards.items()}
        columns = sorted({*expected, *(column for row in rows.values() for column in row)})
        for column in columns:
            wanted = _plain(expected.get(column))
            empty = UNKNOWN if wanted == UNKNOWN else None
            got = {engine: _plain(row.get(column), empty) for engine, row in rows.items()}
            first = wanted if column in expected else next(iter(got.values()))
            if any(value != first for value in got.values()):
                found.append(Difference(claim.id, column, wanted, got))
    return CaseResult(case, tuple(awards), tuple(found))


def _plain(value: object, empty: object = None) -> object:
    """Lists in order, so that the order of reasons does not count; `empty` for what holds nothing."""
    if value is None:
        return empty
    return tuple(sorted(value)) if isinstance(value, list | tuple) else value
