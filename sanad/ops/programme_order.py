"""The steps of an order of payment in words."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from sanad.engine.money import grouped
from sanad.engine.rules.declared import Expression, Order, PaymentStep, Programme, Reserve
from sanad.ops.programme_words import Language, listed, say

STEP, WITHIN = "      ", "        "


@dataclass(frozen=True, slots=True)
class OrderWords:
    """`told` writes a condition, `sourced` what a rule rests on."""

    programme: Programme
    language: Language
    told: Callable[[Expression], str]
    sourced: Callable[[str], Iterator[str]]

    def steps(self, order: Order) -> Iterator[str]:
        if order.reserve:
            yield STEP + self.say(
                "reserve", label=order.reserve.label[self.language], amount=self.reserved(order.reserve)
            )
            yield from self.sourced(order.reserve.source)
        for step in order.steps:
            yield STEP + self.say(f"step_{step.kind}", label=step.label[self.language], **self.parts(step))
            yield from (WITHIN + text for text in self.terms(step))

    def parts(self, step: PaymentStep) -> dict[str, str]:
        """What the sentences of the kinds of step speak of."""
        return {
            "ceilings": listed(self.language, (self.money(ceiling) for ceiling in step.ceilings)),
            "percent": grouped(step.percent or Decimal(0)),
            "rule": self.say(f"last_unit_{step.last_unit}"),
            "by": self.field(step.by.text) if step.by else "",
            "cuts": listed(self.language, self.cuts(step)),
        }

    def cuts(self, step: PaymentStep) -> Iterator[str]:
        for cut in step.cuts:
            percent = grouped(cut.percent)
            yield (
                self.say("cut_until", percent=percent, until=cut.until)
                if cut.until
                else self.say("cut_later", percent=percent)
            )

    def terms(self, step: PaymentStep) -> Iterator[str]:
        level = next(known.label[self.language] for known in self.programme.levels if known.name == step.level)
        counts = self.say("counts_all" if step.counts_paid else "counts_step")
        if step.at_most is not None:
            yield self.say("step_at_most", amount=self.money(step.at_most), level=level, counts=counts)
        elif step.ceilings or step.kind == "equal_first":
            yield self.say("step_payee", level=level, counts=counts if step.ceilings else "")
        if step.lines:
            labels = {line.name: line.label[self.language] for line in self.programme.lines}
            yield self.say("step_lines", lines=listed(self.language, (labels[name] for name in step.lines)))
        for sentence, condition in self.conditions(step):
            yield self.say(sentence, text=self.told(condition))

    def conditions(self, step: PaymentStep) -> Iterator[tuple[str, Expression]]:
        named = {"step_when": step.when, "step_first": step.in_full_first, "step_left_out": step.left_out}
        yield from ((sentence, condition) for sentence, condition in named.items() if condition)

    def reserved(self, reserve: Reserve) -> str:
        if reserve.amount is not None:
            return self.money(reserve.amount)
        return f"{grouped(reserve.percent or Decimal(0))} %"

    def field(self, name: str) -> str:
        labels = {field.name: field.label for field in self.programme.fields}
        labels |= {definition.name: definition.label for definition in self.programme.definitions}
        return labels[name][self.language] if name in labels else name

    def money(self, amount: Decimal) -> str:
        return f"{grouped(amount)} {self.programme.currency}"

    def say(self, sentence: str, **parts: object) -> str:
        return say(self.language, sentence, **parts)
