"""Outcomes, lines and amounts of every claim, as columns: what `rules.deciding` says of one claim, said of all.

Reasons and used values stay bit masks here (`why*`, `used*`); `naming` turns the few distinct ones into words.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING, Any

import ibis

from sanad.engine.batch.cells import Cell, Mask, either, holds, is_set, meets, union, when
from sanad.engine.batch.engine import Engine
from sanad.engine.batch.frames import Frame, Sources, add
from sanad.engine.batch.functions import Column
from sanad.engine.batch.needed import needed
from sanad.engine.batch.verdicts import (
    UNDECIDED,
    Codes,
    Verdict,
    first_kind,
    mask_words,
    ordered,
    outcome_cases,
    reads_awarded,
)
from sanad.engine.batch.versions import VersionsUsed
from sanad.engine.rules.outcomes import (
    AWARD,
    NO_LINE_APPLIES,
    NOT_APPLICABLE,
    NOT_ASKED,
    OPEN,
    OUTCOMES,
    RIVAL_UNDECIDED,
)
from sanad.engine.rules.tree import Node
from sanad.engine.rules.typed_rules import TypedGate, TypedLimit, TypedLine

if TYPE_CHECKING:
    from sanad.engine.batch.rivalry import Rivals


class Judge:
    """Plans every column that a decision needs, builds the frame, and puts the decisions together."""

    def __init__(self, sources: Sources, asked: Mapping[str, Node]) -> None:
        self.rules = sources.rules
        self.on = sources.on
        self.codes = Codes(self.rules)
        self.frame = Frame.wide(sources, "claim")
        self.kinds = self.codes.kinds()
        self.rivals: Rivals | None = None
        for name, node in needed(self.rules):
            self.frame.want(name, node)
        self.versions = VersionsUsed.planned(self.frame, self.codes)
        self.late_parts = {line.name: self._plan_late_parts(line) for line in self.rules.lines}
        known = set(self.frame.late)
        off = self.rules.set_off
        self.set_off_at_most = self.frame.cut(off.at_most) if off and off.at_most is not None else None
        self.set_off_parts = {name: node for name, node in self.frame.late.items() if name not in known}
        order = self.rules.order
        self.tiers = [self.frame.cut(node) for _, node in order.tiers] if order else []
        self.keys = [self.frame.cut(key.of) for key in order.keys] if order else []
        self.asked = {name: self.frame.cut(node) for name, node in asked.items()}
        self.stage = self.frame.build()

    def _plan_late_parts(self, line: TypedLine) -> dict[str, Any]:
        """The columns of instalments that read what their line brings, in the order in which they read each other."""
        planned: dict[str, Any] = {}
        for place, instalment in enumerate(line.instalments):
            if reads_awarded(instalment.amount):
                known = set(self.frame.late)
                cut = self.frame.cut(instalment.amount)
                planned |= {name: node for name, node in self.frame.late.items() if name not in known}
                planned[f"{line.name}_part{place}"] = cut
        return planned

    def cell(self, name: str) -> Cell:
        mask = {place: self.stage.table[f"{name}__gaps{place}"] for place in self.stage.words[name]}
        return Cell(self.stage.table[name], mask)

    def keep(self, **cells: Cell) -> None:
        self.stage = add(self.stage, cells)

    def decide_by_itself(self, engine: Engine, among_rivals: "Callable[[Judge, Engine], Rivals]") -> None:
        """Gates and lines of each claim, and what its rivals change."""
        self.decide_gates()
        self.decide_lines()
        if self.rules.rivals:
            self.keep(alone=Cell(self.claim_outcome()))
            self.rivals = among_rivals(self, engine)
            self.decide_gates()
            self.decide_lines()

    def persist(self, engine: Engine, name: str) -> None:
        """Store what is known so far, so that several looks at it do not each reckon it again."""
        self.put(engine.keep(name, self.stage.table))

    def put(self, table: Column) -> None:
        self.stage = replace(self.stage, table=table)

    # gates and lines

    def gates(self, gates: Sequence[TypedGate], prefix: str) -> Verdict:
        cells = [self.cell(f"{prefix}{place}") for place in range(len(gates))]
        gaps = union(cell.mask for cell in cells)
        found: dict[str, Column | None] = {kind: meets(gaps, bits) for kind, bits in self.kinds.items()}
        codes = []
        for gate, cell in zip(gates, cells, strict=True):
            kind = gate.declared.kind
            found[kind] = either([found.get(kind), holds(cell)])
            codes.append(when(holds(cell), self.codes.reason(gate.declared.code)))
        return Verdict(found, gaps, union(codes))

    def decide_gates(self) -> None:
        verdict = self.gates(self.rules.gates, "gate")
        verdict = self.rivals.added_to(verdict) if self.rivals else verdict
        self.keep(gated=Cell(first_kind(verdict.conditions, None)))
        self.keep_mask("gates__gaps", verdict.gaps)
        codes = self._codes_of("gated", self.rules.gates, "gate")
        self.keep_mask("gates__codes", union([codes, self.rivals.codes()]) if self.rivals else codes)

    def _codes_of(self, outcome: str, gates: Sequence[TypedGate], prefix: str) -> Mask:
        """The codes of the gates that hold and led to the outcome in this column."""
        table = self.stage.table
        masks = []
        for place, gate in enumerate(gates):
            led = (table[outcome] == gate.declared.kind).fill_null(False)
            masks.append(when(holds(self.cell(f"{prefix}{place}")) & led, self.codes.reason(gate.declared.code)))
        return union(masks)

    def waits_for_rival(self, outcome: str, gaps: Mask) -> Mask:
        """The reason of a line that waits for what others are granted."""
        held_up = meets(gaps, self.kinds["defer"])
        if held_up is None:
            return {}
        led = (self.stage.table[outcome] == "defer").fill_null(False)
        return when(held_up & led, self.codes.reason(RIVAL_UNDECIDED))

    def keep_mask(self, name: str, mask: Mask) -> None:
        self.keep(**mask_words(name, mask))

    def kept_mask(self, name: str) -> Mask:
        table = self.stage.table
        return {int(c[len(name) :]): table[c] for c in table.columns if c.startswith(name) and c[len(name) :].isdigit()}

    def decide_lines(self) -> None:
        """All lines side by side: a stage for each would nest the query as deep as there are lines."""
        found = {line.name: self._line(line) for line in self.rules.lines}
        self.keep(**{f"{name}_outcome": Cell(outcome) for name, (outcome, _) in found.items()})
        words: dict[str, Cell] = {}
        for line in self.rules.lines:
            codes = self._codes_of(f"{line.name}_outcome", line.gates, f"{line.name}_gate")
            words |= mask_words(f"{line.name}_why__gaps", found[line.name][1])
            waits = self.waits_for_rival(f"{line.name}_outcome", found[line.name][1])
            words |= mask_words(f"{line.name}_why__codes", union([codes, waits]))
        self.keep(**words)

    def _line(self, line: TypedLine) -> tuple[Column, Mask]:
        """The line's outcome, and what was lacking: by its own rules, else by its amount."""
        verdict = self.gates(line.gates, f"{line.name}_gate")
        branches: list[tuple[Column, str]] = []
        gaps = verdict.gaps
        if line.when is not None:
            applies = self.cell(f"{line.name}_when")
            branches.append((holds(Cell(~applies.value, applies.mask)), NOT_APPLICABLE))
            gaps = union([gaps, applies.mask])
        if line.asked is not None:
            is_open = ~holds(self.cell(f"{line.name}_asked"))
            if line.is_closed is not None:
                branches.append((is_open & holds(self.cell(f"{line.name}_closed")), NOT_APPLICABLE))
            branches.append((is_open, OPEN))
        lacking = {kind: meets(gaps, bits) for kind, bits in self.kinds.items()}
        found = verdict.conditions
        conditions = found | {kind: either([found.get(kind), lacks]) for kind, lacks in lacking.items()}
        branches += ordered(conditions)
        amount_gaps = union(self._amounts_of(line))
        later = {kind: meets(amount_gaps, bits) for kind, bits in self.kinds.items()}
        branches += ordered(later)
        gated = self.stage.table["gated"]
        outcome = ibis.ifelse(gated.notnull(), gated, outcome_cases(branches, AWARD))
        undecided = is_set(gaps)
        return outcome, amount_gaps if undecided is None else union([gaps, when(~undecided, amount_gaps)])

    def _amounts_of(self, line: TypedLine) -> list[Mask]:
        names = [f"{line.name}_amount", *([f"{line.name}_cap"] if line.at_most else [])]
        names += [f"{line.name}_number"] if line.thing else []
        names += [f"limit{place}" for place, limit in enumerate(self._limits()) if line.name in limit.declared.lines]
        names += [
            f"shared{place}" for place, one in enumerate(self.rules.shared_ceilings) if line.name in one.declared.lines
        ]
        return [self.cell(name).mask for name in names]

    def _limits(self) -> tuple[TypedLimit, ...]:
        return (*self.rules.ceilings, *self.rules.deductions)

    # the claim

    def claim_outcome(self) -> Column:
        """The outcome that gates and lines lead to."""
        table = self.stage.table
        outcomes = [table[f"{line.name}_outcome"] for line in self.rules.lines]
        branches = [
            (reduce(or_, (column == outcome for column in outcomes)), outcome)
            for outcome in (AWARD, *OUTCOMES, OPEN)
            if outcomes
        ]
        named = [(condition, "defer" if outcome == OPEN else outcome) for condition, outcome in branches]
        return ibis.ifelse(table["gated"].notnull(), table["gated"], outcome_cases(named, "refuse"))

    def decide_claim(self) -> None:
        self.keep(outcome=Cell(self.claim_outcome()))
        self._keep_reasons()

    def _keep_reasons(self) -> None:
        """The claim's reasons: of its gates, else of the lines that came out as the claim did."""
        table = self.stage.table
        outcome, gated = table["outcome"], table["gated"].notnull()
        undecided = reduce(or_, (outcome == kind for kind in UNDECIDED))
        gaps, codes = (
            [when(gated, self.kept_mask("gates__gaps"))],
            [when(gated, self.kept_mask("gates__codes"))],
        )
        for line in self.rules.lines:
            led = ~gated & (table[f"{line.name}_outcome"] == outcome) & (outcome != AWARD)
            gaps.append(when(led, self.kept_mask(f"{line.name}_why__gaps")))
            codes.append(when(led, self.kept_mask(f"{line.name}_why__codes")))
        left_over = [table[f"{line.name}_outcome"] for line in self.rules.lines]
        none_led = reduce(and_, ((c == NOT_APPLICABLE) | (c == OPEN) for c in left_over), ~gated)
        codes.append(when(none_led & (outcome == "refuse"), self.codes.reason(NO_LINE_APPLIES)))
        codes.append(when(none_led & (outcome == "defer"), self.codes.reason(NOT_ASKED)))
        self.keep_mask("why__gaps", when(undecided, union(gaps)))
        self.keep_mask("why__codes", when(~undecided, union(codes)))
