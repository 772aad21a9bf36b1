"""Rules typed and proven: conditions, amounts, gates, lines, limits."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sanad.engine.rules.building.names import ProgrammeNames
from sanad.engine.rules.building.things import no_money, number_of
from sanad.engine.rules.building.units import bounded_money, part_in_units, typed_units
from sanad.engine.rules.checking import numbers
from sanad.engine.rules.checking.calls import names_rounding
from sanad.engine.rules.checking.day_calls import as_date
from sanad.engine.rules.checking.expressions import boolean, check
from sanad.engine.rules.checking.look_up import version_date
from sanad.engine.rules.checking.reach import MOST_MONEY, prove_steps
from sanad.engine.rules.checking.scope import Scope
from sanad.engine.rules.declared import Expression, Gate, Instalment, Limit, Line, Rival, Rounding, SharedCeiling
from sanad.engine.rules.levels import CLAIM
from sanad.engine.rules.problems import Problem, ProgrammeRefused, quoted
from sanad.engine.rules.syntax import parse
from sanad.engine.rules.tree import AWARDED, And, Compare, Const, IfElse, Node, Share
from sanad.engine.rules.typed_rules import (
    TypedGate,
    TypedInstalment,
    TypedLimit,
    TypedLine,
    TypedThing,
    TypedUnits,
)
from sanad.engine.rules.types import Boolean, Day, Number, Type


@dataclass(frozen=True, slots=True)
class RuleBuilder:
    names: ProgrammeNames

    def condition(self, at: Expression, level: str = CLAIM, results: Mapping[str, Type] | None = None) -> Node:
        scope = self.names.scope(at, level, results)
        node = boolean(parse(at), scope)
        prove_steps(node, self.names.definitions, scope)
        return node

    def money(self, at: Expression, results: Mapping[str, Type] | None, level: str = CLAIM) -> Node:
        """An amount of the programme's currency, at whatever scale it comes."""
        scope = self.names.scope(at, level, results)
        unit = ((self.names.currency, 1),)
        node = check(scope, unit)
        scope.expect_unit(numbers.numeric(node, scope), unit)
        prove_steps(node, self.names.definitions, scope)
        return node

    def minor(
        self,
        at: Expression,
        mode: Rounding = "half_up",
        step: int = 1,
        results: Mapping[str, Type] | None = None,
        level: str = CLAIM,
    ) -> Node:
        """In minor units. An amount that is a share, and no more, is rounded as the amount is, not in two ways."""
        node = self.money(at, results, level)
        if isinstance(node, Share) and not names_rounding(parse(at)):
            node = replace(node, mode=mode)
        return numbers.rounded(node, self.names.money_scale, step, mode, self.names.scope(at, level))

    def gate(self, gate: Gate) -> TypedGate:
        if gate.level != CLAIM and gate.level not in self.names.levels.above[CLAIM]:
            message = f"A claim has not exactly one `{gate.level}`."
            raise ProgrammeRefused([Problem(gate.where, "wrong_level", message, "Use a level above the claim.")])
        when = self.condition(gate.when, gate.level)
        return TypedGate(gate, self.in_period(when, gate, self.names.scope(gate.when, gate.level)) or when)

    def in_period(self, when: Node | None, rule: Gate | Line | Rival, scope: Scope) -> Node | None:
        """The condition with the rule's first and last day, which the rule's level must know."""
        since, until = rule.since, rule.until
        if not since and not until:
            return when
        selector = version_date(scope, self.names.version_by)
        parts: list[Node] = []
        if since:
            parts.append(Compare(Boolean(), ">=", selector, Const(Day(since, since), since)))
        if until:
            parts.append(Compare(Boolean(), "<", selector, Const(Day(until, until), until)))
        if when is not None:
            parts.append(when)
        return And(Boolean(), tuple(parts)) if len(parts) > 1 else parts[0] if parts else None

    def line(self, line: Line) -> TypedLine:
        scope = self.names.scope(line.amount, CLAIM)
        step = numbers.step_of(line.step, self.names.money_scale, scope) if line.step is not None else 1
        when = self.condition(line.when) if line.when else None
        thing = self._thing(line)
        units = self._units(line, step)
        amount = self._money_of(line, step, units)
        parts = tuple(self._part(part, amount, units, line.rounding) for part in line.instalments)
        applies = self.in_period(when, line, scope)
        asked = self.condition(line.asked) if line.asked else None
        return TypedLine(
            line,
            applies,
            asked,
            tuple(self.gate(gate) for gate in line.gates),
            amount,
            self.minor(line.at_most, "down", step) if line.at_most else None,
            parts,
            own_when=applies,
            own_asked=asked,
            asked_until=self.day(line.asked_until) if line.asked_until else None,
            thing=thing,
            units=units,
        )

    def _money_of(self, line: Line, step: int, units: TypedUnits | None) -> Node:
        if line.thing:
            return no_money(self.names)
        if units:
            return bounded_money(self.names, line, units, step)
        return self.minor(line.amount, line.rounding, step)

    def _units(self, line: Line, step: int) -> TypedUnits | None:
        units = line.units
        return typed_units(self.names, line, units, self.day(units.rate_on), step) if units else None

    def _thing(self, line: Line) -> TypedThing | None:
        thing = line.thing
        if thing is None:
            return None
        value = self.minor(thing.value, line.rounding) if thing.value else None
        return TypedThing(thing, number_of(self.names, line, thing), value)

    def day(self, at: Expression) -> Node:
        scope = self.names.scope(at, CLAIM)
        node = as_date(check(scope), scope)
        if not isinstance(node.type, Day):
            raise scope.error("date_needed", "A date is needed here.", "Write a date field, or '2017-05-08'.")
        prove_steps(node, self.names.definitions, scope)
        return node

    def _part(self, part: Instalment, of: Node, units: TypedUnits | None, rounding: Rounding) -> TypedInstalment:
        assert isinstance(of.type, Number)
        awarded = of.type.within(0, max(of.type.high, 0))
        if units:
            amount = part_in_units(self.names, part.amount, units, rounding)
        else:
            amount = self.minor(part.amount, results={AWARDED: awarded})
        milestone = self.condition(part.unlocked_by) if part.unlocked_by else None
        return TypedInstalment(part, amount, milestone, self.day(part.rate_on) if part.rate_on else None)

    def ceiling(self, limit: Limit) -> TypedLimit:
        return self._limit(limit, MOST_MONEY)

    def deduction(self, limit: Limit) -> TypedLimit:
        return self._limit(limit, 0)

    def _limit(self, limit: Limit, otherwise: int) -> TypedLimit:
        unknown = set(limit.lines) - {line.name for line in self.names.programme.lines}
        if unknown:
            message = f"No line is named {quoted(sorted(unknown))}."
            raise ProgrammeRefused([Problem(limit.where, "unknown_line", message, "Name lines of rules.yaml.")])
        return TypedLimit(limit, *self.where_it_holds(limit, otherwise))

    def where_it_holds(
        self, limit: Limit | SharedCeiling, otherwise: int, level: str = CLAIM
    ) -> tuple[Node, Node | None]:
        """The limit's amount, `otherwise` where its condition does not hold, and that condition."""
        amount = self.minor(limit.amount, level=level)
        if limit.when is None:
            return amount, None
        when = self.condition(limit.when, level)
        assert isinstance(amount.type, Number)
        kind = amount.type.within(min(amount.type.low, otherwise), max(amount.type.high, otherwise))
        return IfElse(kind, when, amount, Const(amount.type.within(otherwise, otherwise), otherwise)), when

    def results(self) -> dict[str, Type]:
        """What an order of payment may read of a decided claim."""
        money = Number(((self.names.currency, 1),), self.names.money_scale, 0, MOST_MONEY)
        lines = [line.name for line in self.names.programme.lines if line.thing is None]
        return dict.fromkeys(("net", "due_now", "paid", *lines), money)
