"""The biggest changes: claims that change in the same way taken together, each with the claim that changes most."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import duckdb

from sanad.caseload.comparing.joining import BAD_ROW, COMPARED
from sanad.sheets.sql import fill, listed, text

Section = Literal["more", "less", "outcome", "due", "other_money"]
SECTIONS: tuple[Section, ...] = ("more", "less", "outcome", "due", "other_money")
SHOWN = 3
"""How many of each section are explained."""
ALIKE = ("outcome_a", "outcome_b", "reasons_a", "reasons_b", "values_used_a", "values_used_b", "lines_a", "lines_b")
"""Claims with the same of all of these change for the same reasons, be it by different sums."""
# The claim that changes most stands for the others; of several, the first by its id.
PATTERNS = """
    create or replace temp table patterns as
    select kind, {alike}, count(*) as claims, coalesce(sum(net_a), 0) as net_a, coalesce(sum(net_b), 0) as net_b,
        coalesce(sum(due_now_b), 0) - coalesce(sum(due_now_a), 0) as due,
        min(struct_pack(net := -abs(coalesce(net_b, 0) - coalesce(net_a, 0)),
            due := -abs(coalesce(due_now_b, 0) - coalesce(due_now_a, 0)), id := claim_id)).id as claim_id
    from {compared} where outcome_a <> {bad} and outcome_b <> {bad} group by kind, {alike}
"""
TOLD = """
    select {alike}, claims, net_a, net_b, claim_id from patterns where {which} and claim_id not in (select unnest(?))
    order by {rank} desc, claims desc, claim_id limit {shown}
"""
WHICH = {
    "more": ("kind = 'more'", "net_b - net_a"),
    "less": ("kind = 'less'", "net_a - net_b"),
    "outcome": ("outcome_a <> outcome_b", "claims"),
    "due": ("kind = 'same' and due <> 0", "abs(due)"),
    "other_money": ("kind = 'other_money'", "claims"),
}


@dataclass(frozen=True, slots=True)
class Pattern:
    """Claims that change for the same reasons; `claim_id` is the one among them whose sum changes most."""

    section: Section
    outcome_a: str
    outcome_b: str
    reasons_a: tuple[str, ...]
    reasons_b: tuple[str, ...]
    claims: int
    net_a: int
    net_b: int
    claim_id: str


def find_patterns(connection: duckdb.DuckDBPyConnection) -> list[Pattern]:
    """The patterns of each section that move most: by money, or where only outcomes count by claims."""
    connection.execute(fill(PATTERNS, alike=listed(ALIKE), compared=COMPARED, bad=text(BAD_ROW)))
    found: list[Pattern] = []
    for section in SECTIONS:
        found += _section(connection, section, [pattern.claim_id for pattern in found])
    return found


def _section(connection: duckdb.DuckDBPyConnection, section: Section, told: list[str]) -> Iterator[Pattern]:
    which, rank = WHICH[section]
    query = fill(TOLD, alike=listed(ALIKE), which=which, rank=rank, shown=str(SHOWN))
    for row in connection.execute(query, [told]).fetchall():
        outcome_a, outcome_b, reasons_a, reasons_b, *_, claims, net_a, net_b, claim_id = row
        yield Pattern(
            section, outcome_a, outcome_b, tuple(reasons_a), tuple(reasons_b), claims, int(net_a), int(net_b), claim_id
        )
