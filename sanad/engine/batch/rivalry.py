"""Rivals as columns: what `rules.rivalry` says of one claim and those that hang together with it, said of all.

Only claims that share a group with another take part in the passes; each pass is a stored table of few columns.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

import ibis

from sanad.engine.batch.cells import Mask, either, meets, union, when
from sanad.engine.batch.engine import Engine
from sanad.engine.batch.functions import Column, big
from sanad.engine.batch.outcomes import Judge
from sanad.engine.batch.ranks import Ranked, number
from sanad.engine.batch.verdicts import Verdict
from sanad.engine.rules.outcomes import AWARD, RIVAL_CHAIN, RIVAL_UNDECIDED
from sanad.engine.rules.ruleset import MOST_PASSES
from sanad.engine.rules.typed_rules import TypedRival

OPEN, AWARDED, REFUSED, REFERRED, WAITING = range(5)
"""How a claim stands among its rivals so far."""
PASSES, REFUSES, HOLDS_UP, LACKS, STAYS_OPEN = range(5)
"""What one rule says of a claim; LACKS: a fact of its own is missing."""


def decide_rivals(judge: Judge, engine: Engine) -> "Rivals":
    """Add `rival<n>_verdict` for each rule; the outcomes by itself must be there, as `alone`."""
    rivals = Rivals(judge, tuple(_Rule(place, rival) for place, rival in enumerate(judge.rules.rivals)))
    judge.persist(engine, "alone")
    standing = engine.keep("rivals_first", rivals.first())
    for place in range(MOST_PASSES):
        standing = engine.keep(f"rivals_{place % 2}", rivals.look(standing))
        if not engine.number(number(standing.standing == big(OPEN)).sum()):
            break
    verdicts = standing.select("claim_id", *rivals.verdicts).rename(rival_claim="claim_id")
    table = judge.stage.table
    table = table.left_join(verdicts, table.claim_id == verdicts.rival_claim).drop("rival_claim")
    judge.put(table.mutate(**{name: table[name].fill_null(0) for name in rivals.verdicts}))
    return rivals


@dataclass(frozen=True, slots=True)
class _Rule:
    place: int
    rival: TypedRival

    @property
    def name(self) -> str:
        return f"rival{self.place}"

    @property
    def verdict(self) -> str:
        return f"{self.name}_verdict"

    @property
    def ranked(self) -> Ranked:
        return Ranked(self.name, self.rival.declared.group, self.rival.keys)

    def columns(self, judge: Judge) -> dict[str, Column]:
        among = judge.cell(f"{self.name}_among").value if self.rival.among else ibis.literal(True)
        return {
            self.ranked.owner: judge.stage.table[self.ranked.owner],
            f"{self.name}_sure": among.fill_null(False),
            f"{self.name}_part": among.fill_null(True),
            **self.ranked.columns(judge),
        }

    def gaps(self, judge: Judge) -> Mask:
        among = [judge.cell(f"{self.name}_among").mask] if self.rival.among else []
        return union([*among, self.ranked.gaps(judge)])

    def has_rivals(self, table: Column) -> Column:
        part = table[f"{self.name}_part"]
        return part & (self.ranked.whole(table, number(part)) > big(1))

    def look(self, table: Column) -> Column:
        """The rule's verdict on every claim, by how the others stand."""
        part, keyed = table[f"{self.name}_part"], table[f"{self.name}_keyed"]
        sure = table[f"{self.name}_sure"] & keyed
        bars, perhaps, is_open = (part & condition for condition in self._bars(table))
        yes = self._before(table, bars & sure, keyed)
        possible = self._before(table, bars | perhaps | is_open, keyed)
        still_open = self._before(table, is_open, keyed)
        most = big(self.rival.declared.at_most)
        return ibis.cases(
            (~part | (possible < most), big(PASSES)),
            (~sure, big(LACKS)),
            (yes >= most, big(REFUSES)),
            (still_open > big(0), big(STAYS_OPEN)),
            else_=big(HOLDS_UP),
        )

    def _before(self, table: Column, counted: Column, keyed: Column) -> Column:
        """How many of those counted stand before, or may: whoever has no place, and all others where one has none."""
        ranked = self.ranked
        placed, unplaced = number(counted & keyed), number(counted & ~keyed)
        before = ranked.ahead(table, placed) + ranked.others(table, unplaced)
        return ibis.ifelse(keyed, before, ranked.others(table, number(counted)))

    def _bars(self, table: Column) -> tuple[Column, Column, Column]:
        """Whether a claim bars those after it, may, or is still open."""
        declared, standing = self.rival.declared, table.standing
        if declared.counts == "filing" and declared.refused == "blocks":
            return standing.notnull(), standing.isnull(), standing.isnull()
        bars = standing == big(AWARDED)
        if declared.counts == "filing":
            bars = bars | (standing == big(REFERRED))
        waits = standing == big(WAITING) if declared.undecided == "block" else standing.isnull()
        return bars, waits, standing == big(OPEN)


@dataclass(frozen=True, slots=True)
class Rivals:
    judge: Judge
    rules: Sequence[_Rule]

    @property
    def verdicts(self) -> list[str]:
        return [rule.verdict for rule in self.rules]

    def first(self) -> Column:
        """The claims that have rivals, each as it stands by itself."""
        table = self.judge.stage.table
        columns: dict[str, Column] = {"claim_id": table.claim_id, "alone": table.alone}
        for rule in self.rules:
            columns |= rule.columns(self.judge) | {rule.verdict: big(PASSES)}
        first = ibis.cases(
            (table.alone == "refuse", big(REFUSED)), (table.alone == "error", big(WAITING)), else_=big(OPEN)
        )
        narrow = table.select(**columns, standing=first)
        narrow = narrow.mutate(has_rivals=reduce(or_, (rule.has_rivals(narrow) for rule in self.rules)))
        return narrow.filter(narrow.has_rivals).drop("has_rivals")

    def look(self, table: Column) -> Column:
        """One pass: every open claim is looked at by every rule."""
        is_open = table.standing == big(OPEN)
        looks = {rule.verdict: ibis.ifelse(is_open, rule.look(table), table[rule.verdict]) for rule in self.rules}
        looked = table.mutate(**looks)
        says = [looked[name] for name in self.verdicts]
        settled = ibis.cases(
            (_any(says, REFUSES), big(REFUSED)),
            (_any(says, STAYS_OPEN), big(OPEN)),
            (_any(says, HOLDS_UP) | _any(says, LACKS), big(WAITING)),
            (looked.alone == AWARD, big(AWARDED)),
            (looked.alone == "refer", big(REFERRED)),
            else_=big(WAITING),
        )
        return looked.mutate(standing=ibis.ifelse(looked.standing == big(OPEN), settled, looked.standing))

    def added_to(self, verdict: Verdict) -> Verdict:
        """The claim's own gates, with what rivals add."""
        table = self.judge.stage.table
        says = [table[name] for name in self.verdicts]
        lacking = union(when(table[rule.verdict] == big(LACKS), rule.gaps(self.judge)) for rule in self.rules)
        conditions = dict(verdict.conditions)
        conditions["refuse"] = either([conditions.get("refuse"), _any(says, REFUSES)])
        conditions["defer"] = either([conditions.get("defer"), _any(says, HOLDS_UP) | _any(says, STAYS_OPEN)])
        for kind, bits in self.judge.kinds.items():
            conditions[kind] = either([conditions.get(kind), meets(lacking, bits)])
        return Verdict(conditions, union([verdict.gaps, lacking]), verdict.codes)

    def codes(self) -> Mask:
        """The reasons that rivals led to, by the outcome in `gated`."""
        table, reason = self.judge.stage.table, self.judge.codes.reason
        refused, deferred = ((table.gated == kind).fill_null(False) for kind in ("refuse", "defer"))
        says = [table[name] for name in self.verdicts]
        masks = [
            when(refused & (table[rule.verdict] == big(REFUSES)), reason(rule.rival.declared.code))
            for rule in self.rules
        ]
        masks.append(when(deferred & _any(says, HOLDS_UP), reason(RIVAL_UNDECIDED)))
        masks.append(when(deferred & _any(says, STAYS_OPEN), reason(RIVAL_CHAIN)))
        return union(masks)


def _any(says: Sequence[Column], what: int) -> Column:
    return reduce(or_, (column == big(what) for column in says))
