"""The names of a programme, typed as they are asked for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sanad.engine.money import NotAnAmount, exponent
from sanad.engine.rules.calendars import WorkingDays, working_days
from sanad.engine.rules.checking import numbers
from sanad.engine.rules.checking.clocks import TypedClock, typed_clock
from sanad.engine.rules.checking.expressions import check
from sanad.engine.rules.checking.reach import prove_steps
from sanad.engine.rules.checking.scope import Scope, TypedDefinition
from sanad.engine.rules.declared import Definition, Expression, Key, Programme, Where
from sanad.engine.rules.fields import FieldProblem, TypedField, type_field
from sanad.engine.rules.levels import Levels, read_levels
from sanad.engine.rules.opening import Opened
from sanad.engine.rules.problems import Problem, ProgrammeRefused, quoted
from sanad.engine.rules.types import Choice, Type, Unit, read_unit
from sanad.engine.rules.values import TypedValue, type_value


@dataclass
class ProgrammeNames:
    """What expressions may read; each definition and value is typed once, when it is first asked for."""

    programme: Programme
    members: int
    problems: list[Problem] = field(default_factory=list)
    definitions: dict[str, TypedDefinition] = field(default_factory=dict)
    values: dict[str, TypedValue] = field(default_factory=dict)
    open_names: list[str] = field(default_factory=list)
    failed: dict[str, ProgrammeRefused] = field(default_factory=dict)
    fields: dict[str, TypedField] = field(default_factory=dict)
    granted: Callable[[], int] | None = None
    calendars: dict[str, WorkingDays] = field(default_factory=dict)
    clocks: dict[str, TypedClock] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.levels: Levels = read_levels(self.programme.levels)
        self.currency = self.programme.currency
        self.version_by = self.programme.version_by
        self.declared_values = {value.name: value for value in self.programme.values}
        self.declared_definitions = {item.name: item for item in self.programme.definitions}
        self.declared_clocks = {clock.name: clock for clock in self.programme.clocks}
        try:
            self.money_scale = exponent(self.currency)
        except NotAnAmount as error:
            where = Where("programme.yaml", 0)
            raise ProgrammeRefused([Problem(where, "currency", f"{error}.", "Write USD, NPR, ...")]) from error
        self.calendars = {calendar.name: working_days(calendar) for calendar in self.programme.calendars}
        for declared in self.programme.fields:
            try:
                self.fields[declared.name] = type_field(declared, self.currency)
            except FieldProblem as refused:
                self.problems.append(refused.problem)

    def known(self) -> list[str]:
        known = [*self.fields, *self.declared_values, *self.declared_definitions, *self.declared_clocks]
        return [*known, "version_date", "round_date"]

    def codes(self) -> set[str]:
        """Every option of a choice, a value or a table's own key."""
        labelled = [option for declared in self.programme.fields for option in declared.options]
        labelled += [option for definition in self.programme.definitions for option in definition.options]
        values = self.programme.values
        keys = [code for value in values for key in value.keys for code in key.options]
        return {*(option.code for option in labelled), *keys, *(code for value in values for code in value.options)}

    def most_granted(self) -> int:
        """Bounded by the lines that do not read it, in whichever file they stand."""
        if self.granted is None:
            raise AssertionError("the lines are typed by the builder")
        return self.granted()

    def scale_of(self, unit: Unit) -> int:
        return self.money_scale if dict(unit).get(self.currency) == 1 else 0

    def definition(self, name: str) -> TypedDefinition | None:
        """A definition, or a clock, which is read as its last day."""
        if name in self.declared_clocks:
            return self._clock(name)
        declared = self.declared_definitions.get(name)
        if declared is None or name in self.definitions:
            return self.definitions.get(name)
        with Opened(self.open_names, self.failed, name, declared.expression):
            scope = self.scope(declared.expression, declared.level)
            want = _unit(declared.unit, scope) if declared.unit else None
            node = check(scope, want)
            if want is not None:
                scope.expect_unit(numbers.numeric(node, scope), want)
            _same_options(declared, node.type, scope)
            steps = prove_steps(node, self.definitions, scope)
        self.definitions[name] = TypedDefinition(name, declared.level, node, steps, declared.options)
        return self.definitions[name]

    def _clock(self, name: str) -> TypedDefinition:
        declared = self.declared_clocks[name]
        if name not in self.definitions:
            with Opened(self.open_names, self.failed, name, declared.starts):
                scope = self.scope(declared.starts, declared.level)
                clock = typed_clock(declared, scope)
                steps = prove_steps(clock.node, self.definitions, scope)
            self.clocks[name] = clock
            self.definitions[name] = TypedDefinition(name, declared.level, clock.node, steps)
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

    def scope(self, at: Expression, level: str, results: Mapping[str, Type] | None = None) -> Scope:
        if level not in self.levels:
            todo = f"Levels: {quoted(self.levels.above)}."
            raise ProgrammeRefused([Problem(at.where, "unknown_level", f"No level is named `{level}`.", todo)])
        return Scope(self, level, at, results or {})


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
