"""The order of payment typed and proven: tiers, keys, and each step with those who take part."""

from collections.abc import Mapping
from dataclasses import dataclass

from sanad.engine.rules.building.rules import RuleBuilder
from sanad.engine.rules.checking.expressions import typed
from sanad.engine.rules.checking.groups import sort_key
from sanad.engine.rules.checking.reach import prove_steps
from sanad.engine.rules.declared import Expression, Order, PaymentStep
from sanad.engine.rules.levels import CLAIM
from sanad.engine.rules.problems import Problem, ProgrammeRefused, quoted
from sanad.engine.rules.syntax import parse
from sanad.engine.rules.tree import Node
from sanad.engine.rules.typed_rules import TypedOrder, TypedStep
from sanad.engine.rules.types import Day, Type


@dataclass(frozen=True, slots=True)
class OrderBuilder:
    rules: RuleBuilder

    def order(self, order: Order) -> TypedOrder:
        names, results = self.rules.names, self.rules.results()
        tiers = tuple((tier, self.rules.condition(tier.when, CLAIM, results)) for tier in order.tiers)
        keys = tuple(sort_key(parse(key), names.scope(key, CLAIM, results), typed) for key in order.keys)
        return TypedOrder(tiers, keys, tuple(self.step(step) for step in order.steps))

    def step(self, step: PaymentStep) -> TypedStep:
        self.refuse_unknown(step)
        results = self.rules.results()

        def held(at: Expression | None) -> Node | None:
            return self.rules.condition(at, CLAIM, results) if at else None

        by = self.day(step.by, results) if step.by else None
        return TypedStep(step, held(step.when), held(step.in_full_first), held(step.left_out), by)

    def refuse_unknown(self, step: PaymentStep) -> None:
        names = self.rules.names
        if step.level != CLAIM and step.level not in names.levels.above[CLAIM]:
            message = f"A claim has not exactly one `{step.level}`."
            raise ProgrammeRefused([Problem(step.where, "wrong_level", message, "Use a level above the claim.")])
        unknown = set(step.lines) - {line.name for line in names.programme.lines}
        if unknown:
            message = f"No line is named {quoted(sorted(unknown))}."
            raise ProgrammeRefused([Problem(step.where, "unknown_line", message, "Name lines of rules.yaml.")])

    def day(self, at: Expression, results: Mapping[str, Type]) -> Node:
        scope = self.rules.names.scope(at, CLAIM, results)
        node = typed(parse(at), scope)
        if not isinstance(node.type, Day):
            raise scope.error("date_needed", "A haircut goes by a day.", "Write a field that is a date.")
        prove_steps(node, self.rules.names.definitions, scope)
        return node
