"""A simulated or issued round in figures, read from its files: what its approver has to see."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pyarrow as pa

from sanad.caseload.rounds import AWARDS, connect, read_round
from sanad.casework.awards.models import Award, Round, State
from sanad.casework.awards.storing import arrow_table
from sanad.casework.rounds.selectors import folder_of

STEPS = 8
NICE = (1, 2, 5)
SPREAD = """
    select net // ? as step, count(*) as awards from read_parquet(?) where outcome = 'award'
    group by step order by step
"""
REACHED = """
    select
        count(*) filter (due_now > 0),
        count(*) filter (due_now > 0 and allocated = due_now),
        max(queue_place) filter (due_now > 0 and allocated = due_now),
        min_by(due_now, queue_place) filter (due_now > 0 and allocated < due_now)
    from read_parquet(?)
"""
CHANGES = """
    select
        case
            when before.net is null and now.net is null then 'none'
            when before.net is null then 'new'
            when now.net is null then 'ends'
            when now.net > before.net then 'higher'
            when now.net < before.net then 'lower'
            else 'unchanged'
        end as change,
        count(*) as claims,
        sum(coalesce(now.net, 0) - coalesce(before.net, 0)) as amount
    from (select claim_id, net from read_parquet(?) where outcome = 'award') as now
    full join before using (claim_id)
    group by change
"""


@dataclass(frozen=True, slots=True)
class OutcomeCount:
    """How many claims end so, and for which reason most of them."""

    outcome: str
    reason: str
    claims: int


@dataclass(frozen=True, slots=True)
class Step:
    """Awards from an amount on and under the next, in minor units."""

    since: int
    until: int
    awards: int


@dataclass(frozen=True, slots=True)
class Reach:
    """How far the money goes in the order of payment. `next_due` is owed to the first whom it does not reach whole."""

    waiting: int
    paid_in_full: int
    last_place: int | None
    next_due: int | None


@dataclass(frozen=True, slots=True)
class Change:
    claims: int
    amount: int


@dataclass(frozen=True, slots=True)
class FundUse:
    """What of a part of a fund was at hand, and what the round takes, in minor units.

    `held_back` is kept for appeals by the programme's order of payment.
    """

    code: str
    at_hand: int
    allocated: int
    held_back: int
    left: int
    earmarks: str


@dataclass
class Figures:
    round: Round
    folder: Path
    meta: Mapping[str, Any]

    @classmethod
    def of(cls, round_: Round) -> "Figures":
        """Raises RoundRefused where the files are not there."""
        folder = folder_of(round_)
        return cls(round_, folder, read_round(folder))

    @property
    def counts(self) -> Mapping[str, Any]:
        return dict(self.meta["counts"])

    @property
    def missing(self) -> int:
        """What is due now and has no money behind it."""
        return int(self.counts["totals"]["due_now"]) - int(self.counts["totals"].get("allocated", 0))

    @property
    def without_award(self) -> list[OutcomeCount]:
        """Claims that end without an award, the most frequent outcome first."""
        found = [
            OutcomeCount(outcome, _most_frequent(self.counts["reasons"].get(outcome, {})), claims)
            for outcome, claims in self.counts["outcomes"].items()
            if outcome != "award" and claims
        ]
        return sorted(found, key=lambda one: -one.claims)

    @property
    def funds(self) -> list[FundUse]:
        return [
            FundUse(one["fund"], one["amount"], one["allocated"], one["reserved"], one["left"], one["earmarks"])
            for one in self.meta["funds"] or []
        ]

    @cached_property
    def spread(self) -> list[Step]:
        """Awards by size, in about eight steps of a round width."""
        with connect() as duck:
            greatest = duck.execute("select max(net) from read_parquet(?)", [self._awards]).fetchall()[0][0] or 0
            width = nice_width(greatest, STEPS)
            rows = dict(duck.execute(SPREAD, [width, self._awards]).fetchall())
        return [Step(at * width, (at + 1) * width, rows.get(at, 0)) for at in range(max(rows, default=-1) + 1)]

    @cached_property
    def reach(self) -> Reach | None:
        """None where the round was decided without money."""
        if self.meta["funds"] is None:
            return None
        with connect() as duck:
            return Reach(*duck.execute(REACHED, [self._awards]).fetchall()[0])

    @cached_property
    def changes(self) -> dict[str, Change]:
        """Against the awards that stood before: unchanged, higher, lower, new, ends; empty where none stood."""
        before = _before(self.round)
        if not before:
            return {}
        with connect() as duck:
            duck.register("before", arrow_table(iter(before), claim_id=pa.string(), net=pa.int64()))
            rows = duck.execute(CHANGES, [self._awards]).fetchall()
        return {change: Change(claims, int(amount)) for change, claims, amount in rows if change != "none"}

    def claims_ending(self, outcome: str, most: int, skip: int = 0) -> list[tuple[str, list[str], int | None]]:
        """Number, reason codes and sum of claims that end so, in the order of their numbers."""
        query = "select claim_id, reasons, net from read_parquet(?) where outcome = ? order by 1 limit ? offset ?"
        with connect() as duck:
            return duck.execute(query, [self._awards, outcome, most, skip]).fetchall()

    @property
    def _awards(self) -> str:
        return str(self.folder / AWARDS)


def nice_width(greatest: int, steps: int) -> int:
    """The least of 1, 2, 5, 10, 20, ... of which so many steps reach beyond the greatest."""
    power = 1
    while True:
        for nice in NICE:
            if nice * power * steps > greatest:
                return nice * power
        power *= 10


def _most_frequent(reasons: Mapping[str, int]) -> str:
    return max(reasons, key=lambda code: reasons[code], default="")


def _before(round_: Round) -> list[tuple[str, int | None]]:
    """The awards that stand, or that stood until this round was issued: the claim's number and its sum."""
    issued = round_.state == State.ISSUED
    stood = {"superseded_by__round": round_} if issued else {"superseded_by": None}
    awards = Award.objects.filter(claim__programme=round_.programme_id, outcome="award", **stood)
    return list(awards.values_list("claim__number", "net"))
