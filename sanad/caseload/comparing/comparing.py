"""Compares two rounds over one caseload, claim by claim."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from sanad.caseload.comparing.counting import Cell, Rows, Sums, count_kinds, count_outcomes, count_rows
from sanad.caseload.comparing.features import chosen
from sanad.caseload.comparing.groups import Grouping, count_groups
from sanad.caseload.comparing.joining import COMPARED, join
from sanad.caseload.comparing.patterns import Pattern, find_patterns
from sanad.caseload.comparing.sides import Side
from sanad.caseload.problems import refused
from sanad.caseload.rounds import connect
from sanad.caseload.snapshot import write_table


@dataclass(frozen=True, slots=True)
class Comparison:
    """All figures of a comparison; sums in minor units of each side's currency."""

    a: Side
    b: Side
    rows: Rows
    kinds: dict[str, Sums]
    outcomes: list[Cell]
    groupings: list[Grouping]
    patterns: list[Pattern]

    @property
    def is_one_money(self) -> bool:
        """Whether the sums of the two sides may be subtracted."""
        return self.a.programme.currency == self.b.programme.currency

    def total(self, name: str) -> tuple[int, int]:
        """A total of the rounds, such as `net`, on both sides."""
        return self.a.meta["counts"]["totals"][name], self.b.meta["counts"]["totals"][name]


def compare_rounds(a: Side, b: Side, by: Sequence[str], claims: Path | None = None) -> Comparison:
    """`claims` is the Parquet file for both answers of every claim, where somebody wants it.

    Raises CaseloadRefused where the rounds have no claim in common.
    """
    grouped = chosen(a, b, by)
    connection = connect()
    with TemporaryDirectory(prefix="sanad-compare-") as work:
        join(connection, a, b, grouped, Path(work))
    rows = count_rows(connection, int(a.meta["input"]["rows"]))
    if not rows.both:
        raise refused("nothing_in_common", rows=f"{rows.given:,}", a=f"{rows.only_a:,}", b=f"{rows.only_b:,}")
    sides = {side.letter: side for side in (a, b)}
    found = Comparison(
        a=a,
        b=b,
        rows=rows,
        kinds=count_kinds(connection, rows.neither),
        outcomes=count_outcomes(connection, rows.neither),
        groupings=[count_groups(connection, feature, sides[feature.first]) for feature in grouped],
        patterns=find_patterns(connection),
    )
    if claims:
        write_table(connection, COMPARED, claims)
    connection.close()
    return found
