"""`order.yaml`: the order of payment, a document of its own."""

from typing import Literal

from sanad.engine.rules.declared import Expression, Order, PaymentStep, Tier, Where
from sanad.rulebook.reading.entry import Entry
from sanad.rulebook.reading.names import check_code, check_result_name
from sanad.rulebook.reading.notes import Notes
from sanad.rulebook.reading.strict_yaml import Block, Items

KEYS = ("id", "label", "source", "tiers", "keys", "pay", "because")
StepKind = Literal["equal_first", "in_order"]
STEP_KINDS: tuple[StepKind, ...] = ("in_order", "equal_first")


def read_order(block: Block, notes: Notes) -> Order:
    entry = Entry(block, notes, "order.yaml", KEYS)
    name = entry.text("id")
    if name:
        check_code(name, "an order of payment", entry.where("id"), notes)
    return Order(
        id=name,
        label=entry.words("label"),
        tiers=tuple(_tier(inner) for inner in entry.listed("tiers", ("label", "when", "source", "because"))),
        keys=_keys(entry),
        steps=tuple(
            _step(inner) for inner in entry.listed("pay", ("name", "kind", "at_most", "label", "source"), True)
        ),
        source=entry.source(),
        where=entry.where(),
        because=entry.words("because", required=False),
    )


def _tier(entry: Entry) -> Tier:
    return Tier(
        entry.words("label"), entry.needed_expression("when"), entry.source(), entry.words("because", required=False)
    )


def _keys(entry: Entry) -> tuple[Expression, ...]:
    keys = entry.block.get("keys", Items(entry.block.file, entry.block.line))
    if isinstance(keys, Items) and all(isinstance(key, str) for key in keys):
        return tuple(Expression(str(key), Where(keys.file, line)) for key, line in zip(keys, keys.lines, strict=True))
    entry.wrong("keys", "a list of expressions, as `keys: [desc(damage_grade), filed_on]`")
    return ()


def _step(entry: Entry) -> PaymentStep:
    name = entry.text("name")
    if name:
        check_result_name(name, "a step", entry.where("name"), entry.notes)
    kind = entry.one_of("kind", STEP_KINDS)
    if (kind == "equal_first") != entry.has("at_most"):
        todo = "Write `at_most:` for equal_first, and only there."
        entry.notes.problem(entry.where(), "at_most", f"{entry.name} (`{kind}`) and `at_most` do not fit.", todo)
    return PaymentStep(name, kind, entry.words("label"), entry.number("at_most"), entry.source(), entry.where())
