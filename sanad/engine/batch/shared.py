"""Ceilings that several claims share, and setting off, as columns: what `rules.settling` says of one claim."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

import ibis

from sanad.engine.batch.cells import Cell, meets, union, when
from sanad.engine.batch.engine import Engine
from sanad.engine.batch.functions import WIDE_SHARES, Column, big, div
from sanad.engine.batch.outcomes import Judge
from sanad.engine.batch.ranks import Ranked, number, total
from sanad.engine.batch.verdicts import mask_words, ordered, outcome_cases
from sanad.engine.rules.outcomes import AWARD, RIVAL_UNDECIDED, WAITING
from sanad.engine.rules.typed_rules import TypedLine, TypedShared

FITS, LACKS, BLOCKED = range(3)
"""Whether a claim's room under a ceiling is known; LACKS: a sort key of its own is missing."""


@dataclass(frozen=True, slots=True)
class Shared:
    judge: Judge
    place: int
    ceiling: TypedShared

    @property
    def name(self) -> str:
        return f"shared{self.place}"

    @property
    def ranked(self) -> Ranked:
        return Ranked(self.name, self.ceiling.declared.level, self.ceiling.keys)

    @property
    def lines(self) -> list[TypedLine]:
        return [line for line in self.judge.rules.lines if line.name in self.ceiling.declared.lines]

    def narrow(self, **columns: Column) -> Column:
        """The claims with their group, their keys and the ceiling, and no more."""
        table = self.judge.stage.table
        ceiling = ibis.greatest(self.judge.cell(self.name).value.fill_null(0), big(0))
        own = {"claim_id": table.claim_id, self.ranked.owner: table[self.ranked.owner], "ceiling": ceiling}
        return table.select(**own, **self.ranked.columns(self.judge), **columns)

    # what is awarded

    def apply(self, engine: Engine) -> None:
        """Cut the awarded lines to the room that is left for them, or let them wait where it is not known."""
        self.judge.persist(engine, f"{self.name}_before")
        room = engine.keep(f"{self.name}_room", self._room())
        self.judge.put(joined(self.judge.stage.table, room))
        self._wait()
        table = self.judge.stage.table
        amounts = [table[f"{line.name}_kept"] for line in self.lines]
        kept = reached(table[f"{self.name}_room"].fill_null(0), amounts)
        self.judge.keep(**{f"{line.name}_kept": Cell(cut) for line, cut in zip(self.lines, kept, strict=True)})

    def _room(self) -> Column:
        table, ranked = self.judge.stage.table, self.ranked
        outcomes = [table[f"{line.name}_outcome"] for line in self.lines]
        waits = reduce(or_, (outcome.isin(WAITING) for outcome in outcomes), ibis.literal(False))
        narrow = self.narrow(amount=total([table[f"{line.name}_kept"] for line in self.lines]), waits=waits)
        takes_part = (narrow.amount > big(0)) | narrow.waits
        narrow = narrow.mutate(part=takes_part, several=ranked.whole(narrow, number(takes_part)) > big(1))
        keyed = narrow[f"{self.name}_keyed"] | ~narrow.several
        narrow = narrow.mutate(keyed=keyed, placed=ibis.ifelse(keyed, narrow.amount, big(0)))
        by = self._in_order if self.ceiling.declared.sharing == "in_order" else self._pro_rata
        narrow = by(narrow)
        found = ibis.cases((~narrow.keyed, big(LACKS)), (self._is_blocked(narrow), big(BLOCKED)), else_=big(FITS))
        columns = {"room_claim": narrow.claim_id, f"{self.name}_found": found, f"{self.name}_room": narrow.room}
        return narrow.select(**columns, amount=narrow.amount).filter(ibis._.amount > big(0)).drop("amount")

    def _is_blocked(self, table: Column) -> Column:
        if self.ceiling.declared.undecided == "skip":
            return ibis.literal(False)
        unplaced = self.ranked.others(table, number(table.part & ~table.keyed))
        waiting = number(table.waits & table.keyed)
        in_order = self.ceiling.declared.sharing == "in_order"
        waits = self.ranked.ahead(table, waiting) if in_order else self.ranked.others(table, number(table.waits))
        return (unplaced > big(0)) | (waits > big(0))

    def _in_order(self, table: Column) -> Column:
        """Adds `room`: what those ranked before leave of the ceiling."""
        return table.mutate(room=ibis.greatest(table.ceiling - self.ranked.ahead(table, table.placed), big(0)))

    def _pro_rata(self, table: Column) -> Column:
        """Adds `room`: everyone's part rounded down; units left over go one each to the first in order."""
        ranked = self.ranked
        table = table.mutate(owed=ranked.whole(table, table.placed))
        part = WIDE_SHARES["down"](table.ceiling, table.placed, ibis.greatest(table.owed, big(1)))
        table = table.mutate(parts=part)
        left = table.ceiling - ranked.whole(table, table.parts)
        first = (ranked.ahead(table, number(table.placed > big(0))) < left) & (table.placed > big(0))
        return table.mutate(room=ibis.ifelse(table.owed <= table.ceiling, table.placed, table.parts + number(first)))

    def _wait(self) -> None:
        """Lines without a known room are not awarded yet: for a fact of their own, or for another claim."""
        judge, table = self.judge, self.judge.stage.table
        found = table[f"{self.name}_found"].fill_null(FITS)
        gaps = self.ranked.gaps(judge)
        kinds = ordered({kind: meets(gaps, bits) for kind, bits in judge.kinds.items()})
        lacking = outcome_cases([(condition & (found == big(LACKS)), kind) for condition, kind in kinds], "defer")
        cells: dict[str, Any] = {}
        for line in self.lines:
            waits = (table[f"{line.name}_outcome"] == AWARD) & (found != big(FITS))
            cells[f"{line.name}_outcome"] = Cell(ibis.ifelse(waits, lacking, table[f"{line.name}_outcome"]))
            for amount in (f"{line.name}_kept", f"{line.name}_asked_for"):
                cells[amount] = Cell(ibis.ifelse(waits, big(0), table[amount]))
            missing = union([judge.kept_mask(f"{line.name}_why__gaps"), when(waits & (found == big(LACKS)), gaps)])
            blocked = when(waits & (found == big(BLOCKED)), judge.codes.reason(RIVAL_UNDECIDED))
            cells |= mask_words(f"{line.name}_why__gaps", missing)
            cells |= mask_words(f"{line.name}_why__codes", union([judge.kept_mask(f"{line.name}_why__codes"), blocked]))
        judge.keep(**cells)

    # what is due

    def hold_back(self, engine: Engine) -> None:
        """What was paid in the group fills the ceiling first; what is due goes no further than the room left."""
        judge = self.judge
        judge.persist(engine, f"{self.name}_unpaid")
        table, ranked = judge.stage.table, self.ranked
        due = total([table[f"{line.name}_due"] for line in self.lines])
        paid = total([table[f"{line.name}_paid"] for line in self.lines])
        known = judge.cell(self.name).value.notnull()
        narrow = self.narrow(due=due, paid=paid, known=known)
        whole = ranked.whole(narrow, narrow.paid)
        room = ibis.greatest(narrow.ceiling - whole - ranked.ahead(narrow, narrow.due), big(0))
        left = ibis.ifelse(narrow.known & (whole > big(0)), room, narrow.due)
        judge.put(
            joined(
                table,
                engine.keep(f"{self.name}_left", narrow.select(room_claim="claim_id", **{f"{self.name}_left": left})),
            )
        )
        table = judge.stage.table
        dues = reached(table[f"{self.name}_left"], [table[f"{line.name}_due"] for line in self.lines])
        judge.keep(**{f"{line.name}_due": Cell(cut) for line, cut in zip(self.lines, dues, strict=True)})


def reached(room: Column, amounts: Sequence[Column]) -> list[Column]:
    """What of each amount there is room for after those before it."""
    found, before = [], big(0)
    for amount in amounts:
        found.append(ibis.least(amount, ibis.greatest(room - before, big(0))))
        before = before + amount
    return found


def joined(table: Column, room: Column) -> Column:
    return table.left_join(room, table.claim_id == room.room_claim).drop("room_claim")


def set_off(judge: Judge, engine: Engine, at_most: Column | None, overpaid: Column) -> None:
    """Take what was paid too much in a group off what is due in it: `<line>_set_off`, and `<line>_due` less that."""
    rule = judge.rules.set_off
    assert rule is not None
    ranked = Ranked("set_off", rule.declared.level, rule.keys)
    table = judge.stage.table
    names = rule.declared.lines
    due = total([table[f"{name}_due"] for name in names])
    wanted = due if at_most is None else ibis.least(due, at_most)
    narrow = table.select(
        **{"claim_id": table.claim_id, ranked.owner: table[ranked.owner], **ranked.columns(judge)},
        wanted=wanted,
        overpaid=overpaid,
    )
    pool = ranked.whole(narrow, narrow.overpaid)
    off = ibis.greatest(ibis.least(narrow.wanted, pool - ranked.ahead(narrow, narrow.wanted)), big(0))
    judge.put(joined(table, engine.keep("set_off_taken", narrow.select(room_claim="claim_id", set_off_taken=off))))
    table = judge.stage.table
    taken = reached(table.set_off_taken, [table[f"{name}_due"] for name in names])
    judge.keep(**{f"{name}_set_off": Cell(part) for name, part in zip(names, taken, strict=True)})
    table = judge.stage.table
    judge.keep(**{f"{name}_due": Cell(table[f"{name}_due"] - table[f"{name}_set_off"]) for name in names})
    judge.keep(set_off=Cell(div(total([judge.stage.table[f"{name}_set_off"] for name in names]), 1)))
