"""Builds the rule set: types every name as it is asked for, proves every expression, lists every problem."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from sanad.engine.money import NotAnAmount, exponent
from sanad.engine.rules.checking import numbers
from sanad.engine.rules.checking.calls import names_rounding
from sanad.engine.rules.checking.expressions import boolean, check, typed
from sanad.engine.rules.checking.groups import sort_key
from sanad.engine.rules.checking.look_up import version_date
from sanad.engine.rules.checking.reach import MOST_MONEY, prove_steps, unbounded_sums
from sanad.engine.rules.checking.scope import Scope, TypedDefinition
from sanad.engine.rules.declared import (
    Definition,
    Expression,
    Gate,
    Instalment,
    Key,
    Limit,
    Line,
    Order,
    Programme,
    Rounding,
    Where,
)
from sanad.engine.rules.fields import FieldProblem, TypedField, type_field
from sanad.engine.rules.levels import CLAIM, Levels, read_levels
from sanad.engine.rules.opening import Opened
from sanad.engine.rules.problems import Problem, ProgrammeRefused, quoted
from sanad.engine.rules.ruleset import (
    Gap,
    RuleSet,
    TypedGate,
    TypedInstalment,
    TypedLimit,
    TypedLine,
    TypedOrder,
)
from sanad.engine.rules.syntax import parse
from sanad.engine.rules.tree import AWARDED, And, Compare, Const, Node, Share
from sanad.engine.rules.types import Boolean, Choice, Day, Number, Type, Unit, read_unit
from sanad.engine.rules.values import TypedValue, type_value

MEMBERS_AT_LOAD = 1_000
_Built = TypeVar("_Built")


def build(programme: Programme, members: int = MEMBERS_AT_LOAD) -> RuleSet:
    """The proven rule set. `members`: the most things that a group may hold, from the snapshot once there is one.

    Raises ProgrammeRefused with every problem found.
    """
    return _Builder(programme, members).ruleset()


@dataclass
class _Builder:
    programme: Programme
    members: int
    problems: list[Problem] = field(default_factory=list)
    definitions: dict[str, TypedDefinition] = field(default_factory=dict)
    values: dict[str, TypedValue] = field(default_factory=dict)
    open_names: list[str] = field(default_factory=list)
    failed: dict[str, ProgrammeRefused] = field(default_factory=dict)
    fields: dict[str, TypedField] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.levels: Levels = read_levels(self.programme.levels)
        self.currency = self.programme.currency
        self.version_by = self.programme.version_by
        self.declared_values = {value.name: value for value in self.programme.values}
        self.declared_definitions = {item.name: item for item in self.programme.definitions}
        try:
            self.money_scale = exponent(self.currency)
        except NotAnAmount as error:
            where = Where("programme.yaml", 0)
            raise ProgrammeRefused([Problem(where, "currency", f"{error}.", "Write USD, NPR, ...")]) from error
        for declared in self.programme.fields:
            try:
                self.fields[declared.name] = type_field(declared, self.currency)
            except FieldProblem as refused:
                self.problems.append(refused.problem)

    def ruleset(self) -> RuleSet:
        for name in self.declared_values:
            self._try(self.value, name)
        for name in self.declared_definitions:
            self._try(self.definition, name)
        gates = self._all(self.gate, self.programme.gates)
        lines = self._all(self.line, self.programme.lines)
        ceilings = self._all(self.limit, self.programme.ceilings)
        deductions = self._all(self.limit, self.programme.deductions)
        order = self._try(self.order, self.programme.order) if self.programme.order else None
        self.problems += unbounded_sums(lines)
        if self.problems:
            raise ProgrammeRefused(list(dict.fromkeys(self.problems)))
        gaps = self._gaps()
        return RuleSet(
            self.programme, self.levels, self.fields, self.values, self.definitions, gates, lines, ceilings,
            deductions, order, gaps, {gap: place for place, gap in enumerate(gaps)},
        )  # fmt: skip

    def _try(self, act: Callable[..., _Built], *given: object) -> _Built | None:
        try:
            return act(*given)
        except ProgrammeRefused as refused:
            self.problems.extend(refused.problems)
            return None
        except RecursionError:
            message = f"`{getattr(given[0], 'name', given[0])}` reads too many definitions that read one another."
            where = self._where(given[0])
            self.problems.append(Problem(where, "too_deep", message, "Let fewer definitions read one another."))
            return None

    def _where(self, item: object) -> Where:
        named = {**self.declared_values, **self.declared_definitions}
        found: Where = getattr(named.get(item, item) if isinstance(item, str) else item, "where", Where("", 0))
        return found

    def _all(self, act: Callable[..., _Built], items: tuple[object, ...]) -> tuple[_Built, ...]:
        built = [self._try(act, item) for item in items]
        return tuple(item for item in built if item is not None)

    def _gaps(self) -> tuple[Gap, ...]:
        facts = [Gap("fact", name) for name in self.fields]
        return (
            *facts,
            *(Gap(kind, name) for kind in ("unpublished", "not_in_force") for name in self.values),
        )

    # names, typed as they are asked for

    def known(self) -> list[str]:
        return [*self.fields, *self.declared_values, *self.declared_definitions, "version_date"]

    def scale_of(self, unit: Unit) -> int:
        return self.money_scale if dict(unit).get(self.currency) == 1 else 0

    def definition(self, name: str) -> TypedDefinition | None:
        declared = self.declared_definitions.get(name)
        if declared is None or name in self.definitions:
            return self.definitions.get(name)
        with Opened(self.open_names, self.failed, name, declared.expression):
            scope = self._scope(declared.expression, declared.level)
            want = _unit(declared.unit, scope) if declared.unit else None
            node = check(scope, want)
            if want is not None:
                scope.expect_unit(numbers.numeric(node, scope), want)
            _same_options(declared, node.type, scope)
            steps = prove_steps(node, self.definitions, scope)
        self.definitions[name] = TypedDefinition(name, declared.level, node, steps, declared.options)
        return self.definitions[name]

    def value(self, name: str) -> TypedValue | None:
        declared = self.declared_values.get(name)
        if declared is None or name in self.values:
            return self.values.get(name)
        with Opened(self.open_names, self.failed, name, Expression(name, declared.where)):
            keys = tuple(self._key(key, Expression(key.name, declared.where)) for key in declared.keys)
            self.values[name] = type_value(declared, keys, self.currency)
        return self.values[name]

    def _key(self, key: Key, at: Expression) -> Type:
        if key.options:
            return Choice(frozenset(key.options))
        if key.name in self.fields:
            return self.fields[key.name].type
        found = self.definition(key.name)
        if found is None:
            todo = "A key is a field, a definition, or a name with its own options."
            raise ProgrammeRefused([Problem(at.where, "unknown_name", f"Nothing is named `{key.name}`.", todo)])
        return found.node.type

    # rules

    def _scope(self, at: Expression, level: str, results: Mapping[str, Type] | None = None) -> Scope:
        if level not in self.levels:
            todo = f"Levels: {quoted(self.levels.above)}."
            raise ProgrammeRefused([Problem(at.where, "unknown_level", f"No level is named `{level}`.", todo)])
        return Scope(self, level, at, results or {})

    def condition(self, at: Expression, level: str = CLAIM, results: Mapping[str, Type] | None = None) -> Node:
        scope = self._scope(at, level, results)
        node = boolean(parse(at), scope)
        prove_steps(node, self.definitions, scope)
        return node

    def money(self, at: Expression, results: Mapping[str, Type] | None) -> Node:
        """An amount of the programme's currency, at whatever scale it comes."""
        scope = self._scope(at, CLAIM, results)
        unit = ((self.currency, 1),)
        node = check(scope, unit)
        scope.expect_unit(numbers.numeric(node, scope), unit)
        prove_steps(node, self.definitions, scope)
        return node

    def minor(
        self, at: Expression, mode: Rounding = "half_up", step: int = 1, results: Mapping[str, Type] | None = None
    ) -> Node:
        """In minor units. An amount that is a share, and no more, is rounded as the amount is, not in two ways."""
        node = self.money(at, results)
        if isinstance(node, Share) and not names_rounding(parse(at)):
            node = replace(node, mode=mode)
        return numbers.rounded(node, self.money_scale, step, mode, self._scope(at, CLAIM))

    def gate(self, gate: Gate) -> TypedGate:
        if gate.level != CLAIM and gate.level not in self.levels.above[CLAIM]:
            message = f"A claim has not exactly one `{gate.level}`."
            raise ProgrammeRefused([Problem(gate.where, "wrong_level", message, "Use a level above the claim.")])
        when = self.condition(gate.when, gate.level)
        return TypedGate(gate, self._in_period(when, gate, self._scope(gate.when, gate.level)) or when)

    def _in_period(self, when: Node | None, rule: Gate | Line, scope: Scope) -> Node | None:
        """The condition with the rule's first and last day, which the rule's level must know."""
        since, until = rule.since, rule.until
        if not since and not until:
            return when
        selector = version_date(scope, self.version_by)
        parts: list[Node] = []
        if since:
            parts.append(Compare(Boolean(), ">=", selector, Const(Day(since, since), since)))
        if until:
            parts.append(Compare(Boolean(), "<", selector, Const(Day(until, until), until)))
        if when is not None:
            parts.append(when)
        return And(Boolean(), tuple(parts)) if len(parts) > 1 else parts[0] if parts else None

    def line(self, line: Line) -> TypedLine:
        scope = self._scope(line.amount, CLAIM)
        step = numbers.step_of(line.step, self.money_scale, scope) if line.step is not None else 1
        when = self.condition(line.when) if line.when else None
        amount = self.minor(line.amount, line.rounding, step)
        parts = tuple(self._part(part, amount) for part in line.instalments)
        return TypedLine(
            line,
            self._in_period(when, line, scope),
            self.condition(line.asked) if line.asked else None,
            tuple(self.gate(gate) for gate in line.gates),
            amount,
            self.minor(line.at_most, "down", step) if line.at_most else None,
            parts,
        )

    def _part(self, part: Instalment, of: Node) -> TypedInstalment:
        assert isinstance(of.type, Number)
        awarded = of.type.within(0, max(of.type.high, 0))
        amount = self.minor(part.amount, results={AWARDED: awarded})
        return TypedInstalment(part, amount, self.condition(part.unlocked_by) if part.unlocked_by else None)

    def limit(self, limit: Limit) -> TypedLimit:
        unknown = set(limit.lines) - {line.name for line in self.programme.lines}
        if unknown:
            message = f"No line is named {quoted(sorted(unknown))}."
            raise ProgrammeRefused([Problem(limit.where, "unknown_line", message, "Name lines of rules.yaml.")])
        return TypedLimit(limit, self.minor(limit.amount))

    def order(self, order: Order) -> TypedOrder:
        results = self._results()
        tiers = tuple((tier, self.condition(tier.when, CLAIM, results)) for tier in order.tiers)
        keys = tuple(sort_key(parse(key), self._scope(key, CLAIM, results), typed) for key in order.keys)
        return TypedOrder(tiers, keys)

    def _results(self) -> dict[str, Type]:
        money = Number(((self.currency, 1),), self.money_scale, 0, MOST_MONEY)
        return dict.fromkeys(("net", "due_now", "paid", *(line.name for line in self.programme.lines)), money)


def _unit(text: str, scope: Scope) -> Unit:
    try:
        return read_unit(text)
    except ValueError as error:
        raise scope.error("bad_unit", f"`{text}` is no unit.", "Write a unit like m2, NPR/m2.") from error


def _same_options(declared: Definition, kind: Type, scope: Scope) -> None:
    """Labels are for the codes that the definition may give, all of them and no others."""
    found = kind.options if isinstance(kind, Choice) else frozenset()
    if declared.options and {option.code for option in declared.options} != found:
        codes = quoted(sorted(found)) or "no codes"
        message = f"`{declared.name}` labels other options than it may give."
        raise scope.error("wrong_options", message, f"It may give: {codes}.")
