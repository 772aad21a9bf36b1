"""`order.yaml`: the order of payment, a document of its own."""

from sanad.engine.rules.declared import Expression, Order, Reserve, Tier, Where
from sanad.rulebook.reading.entry import Entry
from sanad.rulebook.reading.names import check_code
from sanad.rulebook.reading.notes import Notes
from sanad.rulebook.reading.payment_steps import STEP_KEYS, read_percent, read_step
from sanad.rulebook.reading.strict_yaml import Block, Items

KEYS = ("id", "label", "source", "tiers", "keys", "pay", "reserve", "because")


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
        steps=tuple(read_step(inner) for inner in entry.listed("pay", STEP_KEYS, True)),
        source=entry.source(),
        where=entry.where(),
        because=entry.words("because", required=False),
        reserve=_reserve(entry),
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


def _reserve(entry: Entry) -> Reserve | None:
    inner = entry.inner("reserve", ("label", "amount", "percent", "source"))
    if inner is None:
        return None
    if inner.has("amount") == inner.has("percent"):
        message = "The reserve is an amount or a percentage of each fund."
        inner.notes.problem(inner.where(), "reserve", message, "Write `amount:` or `percent:`, one of them.")
    amount = inner.number("amount")
    if amount is not None and amount < 0:
        inner.wrong("amount", "an amount of 0 or more")
    percent = read_percent(inner, "percent") if inner.has("percent") else None
    return Reserve(inner.words("label"), amount, percent, inner.source(), inner.where())
