"""Builds the rule set: types every name as it is asked for, proves every expression, lists every problem."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from sanad.engine.rules.building.choices import typed_choice, with_choices
from sanad.engine.rules.building.deciders import decider_problems
from sanad.engine.rules.building.granting import most_granted, too_early
from sanad.engine.rules.building.names import ProgrammeNames
from sanad.engine.rules.building.order import OrderBuilder
from sanad.engine.rules.building.rules import RuleBuilder
from sanad.engine.rules.building.satellite import satellite_problems
from sanad.engine.rules.building.stages import StageBuilder, unbounded_groups
from sanad.engine.rules.building.units import prove_payment
from sanad.engine.rules.checking.reach import unbounded_sums
from sanad.engine.rules.declared import Alternatives, Programme, Where
from sanad.engine.rules.outcomes import RIVAL, RIVAL_UNDECIDED
from sanad.engine.rules.problems import Problem, ProgrammeRefused
from sanad.engine.rules.ruleset import Gap, RuleSet
from sanad.engine.rules.typed_rules import TypedChoice, TypedRival, TypedSetOff, TypedShared

MEMBERS_AT_LOAD = 1_000
_Built = TypeVar("_Built")


def build(programme: Programme, members: int = MEMBERS_AT_LOAD) -> RuleSet:
    """The proven rule set. `members`: the most things that a group may hold, from the snapshot once there is one.

    Raises ProgrammeRefused with every problem found.
    """
    rules = _Builder(ProgrammeNames(programme, members)).ruleset()
    problems = [*satellite_problems(rules), *too_early(rules), *decider_problems(rules)]
    if problems:
        raise ProgrammeRefused(problems)
    return rules


@dataclass
class _Builder:
    names: ProgrammeNames

    def ruleset(self) -> RuleSet:
        names, rules = self.names, RuleBuilder(self.names)
        names.granted = lambda: most_granted(rules)
        programme = names.programme
        for name in names.declared_values:
            self._try(names.value, name)
        for name in (*names.declared_definitions, *names.declared_clocks):
            self._try(names.definition, name)
        gates = self._all(rules.gate, programme.gates)
        choices = self._all(self._choice, programme.choices)
        lines = with_choices(self._all(rules.line, programme.lines), choices)
        ceilings = self._all(rules.ceiling, programme.ceilings)
        deductions = self._all(rules.deduction, programme.deductions)
        declines = self._all(rules.gate, programme.declines)
        order = self._try(OrderBuilder(rules).order, programme.order) if programme.order else None
        rivals, shared, set_off = self._stages(StageBuilder(rules), programme)
        names.problems += unbounded_sums(lines)
        names.problems += prove_payment(names)
        names.problems += unbounded_groups([*shared, *([set_off] if set_off else [])], lines, names.members)
        if names.problems:
            raise ProgrammeRefused(list(dict.fromkeys(names.problems)))
        gaps = self._gaps()
        return RuleSet(
            programme, names.levels, names.fields, names.values, names.definitions, gates, lines, ceilings,
            deductions, order, gaps, {gap: place for place, gap in enumerate(gaps)},
            rivals, shared, set_off, declines, choices, names.calendars, names.clocks,
        )  # fmt: skip

    def _stages(
        self, stages: StageBuilder, programme: Programme
    ) -> tuple[tuple[TypedRival, ...], tuple[TypedShared, ...], TypedSetOff | None]:
        rivals = self._all(stages.rival, programme.rivals)
        shared = self._all(stages.shared, programme.shared_ceilings)
        return rivals, shared, self._try(stages.set_off, programme.set_off) if programme.set_off else None

    def _choice(self, declared: Alternatives) -> TypedChoice:
        return typed_choice(self.names, declared)

    def _try(self, act: Callable[..., _Built], *given: object) -> _Built | None:
        try:
            return act(*given)
        except ProgrammeRefused as refused:
            self.names.problems.extend(refused.problems)
            return None
        except RecursionError:
            message = f"`{getattr(given[0], 'name', given[0])}` reads too many definitions that read one another."
            where = self._where(given[0])
            self.names.problems.append(Problem(where, "too_deep", message, "Let fewer definitions read one another."))
            return None

    def _where(self, item: object) -> Where:
        named = {**self.names.declared_values, **self.names.declared_definitions, **self.names.declared_clocks}
        found: Where = getattr(named.get(item, item) if isinstance(item, str) else item, "where", Where("", 0))
        return found

    def _all(self, act: Callable[..., _Built], items: tuple[object, ...]) -> tuple[_Built, ...]:
        built = [self._try(act, item) for item in items]
        return tuple(item for item in built if item is not None)

    def _gaps(self) -> tuple[Gap, ...]:
        facts = [Gap("fact", name) for name in self.names.fields]
        return (
            *facts,
            *(Gap(kind, name) for kind in ("unpublished", "not_in_force") for name in self.names.values),
            Gap(RIVAL, RIVAL_UNDECIDED),
            *(Gap("not_in_force", name) for name in self.names.calendars),
        )
