"""The steps of `order.yaml`: each with the keys that its kind knows."""

from decimal import Decimal
from itertools import pairwise

from sanad.engine.rules.declared import Cut, LastUnit, PaymentStep, StepKind
from sanad.engine.rules.levels import CLAIM
from sanad.engine.rules.problems import quoted
from sanad.rulebook.reading.entry import Entry, is_number
from sanad.rulebook.reading.names import check_result_name
from sanad.rulebook.reading.strict_yaml import Items

STEP_KINDS: tuple[StepKind, ...] = ("in_order", "equal_first", "rounds", "percent", "pro_rata", "haircut")
LAST_UNITS: tuple[LastUnit, ...] = ("first", "largest_remainder", "largest")
OF_ALL = ("name", "kind", "label", "source", "level", "lines", "when", "in_full_first", "left_out", "counts_paid")
OWN: dict[StepKind, tuple[str, ...]] = {
    "in_order": ("at_most",),
    "equal_first": ("at_most",),
    "rounds": ("ceilings",),
    "percent": ("at_most", "percent"),
    "pro_rata": ("at_most", "last_unit"),
    "haircut": ("at_most", "by", "percents"),
}
STEP_KEYS = (*OF_ALL, "at_most", "ceilings", "percent", "last_unit", "by", "percents")
DECIMALS = 4


def read_step(entry: Entry) -> PaymentStep:
    name = entry.text("name")
    if name:
        check_result_name(name, "a step", entry.where("name"), entry.notes)
    kind = entry.one_of("kind", STEP_KINDS)
    _refuse_unfit(entry, kind)
    return PaymentStep(
        name=name,
        kind=kind,
        label=entry.words("label"),
        at_most=_amount(entry, "at_most"),
        source=entry.source(),
        where=entry.where(),
        level=entry.text("level", CLAIM),
        lines=entry.names("lines"),
        when=entry.expression("when"),
        in_full_first=entry.expression("in_full_first"),
        left_out=entry.expression("left_out"),
        counts_paid=entry.flag("counts_paid"),
        ceilings=_ceilings(entry) if kind == "rounds" else (),
        percent=read_percent(entry, "percent") if kind == "percent" else None,
        last_unit=entry.one_of("last_unit", LAST_UNITS) if kind == "pro_rata" else "first",
        by=entry.needed_expression("by") if kind == "haircut" else None,
        cuts=_cuts(entry) if kind == "haircut" else (),
    )


def _refuse_unfit(entry: Entry, kind: StepKind) -> None:
    """A key that this kind of step does not know, or a count under ceilings that are not there."""
    for key in entry.block:
        if key in STEP_KEYS and key not in (*OF_ALL, *OWN[kind]):
            message = f"A step `{kind}` knows no `{key}`."
            entry.notes.problem(entry.where(str(key)), "step_key", message, f"It knows {quoted(OWN[kind])}.")
    if entry.has("counts_paid") and not (entry.has("at_most") or entry.has("ceilings")):
        message = "`counts_paid` says what counts under a ceiling, and there is none."
        todo = "Write `at_most:` or `ceilings:`, or delete it."
        entry.notes.problem(entry.where("counts_paid"), "step_key", message, todo)


def _amount(entry: Entry, key: str) -> Decimal | None:
    amount = entry.number(key)
    if amount is not None and amount < 0:
        entry.wrong(key, "an amount of 0 or more")
    return amount


def _ceilings(entry: Entry) -> tuple[Decimal, ...]:
    items = entry.block.get("ceilings")
    if items is None:
        entry.missing("ceilings")
        return ()
    if not isinstance(items, Items) or not items or not all(is_number(item) and item >= 0 for item in items):
        entry.wrong("ceilings", "a list of amounts, as `ceilings: [1_000, 5_000]`")
        return ()
    ceilings = tuple(Decimal(item) for item in items if is_number(item))
    if any(low >= high for low, high in pairwise(ceilings)):
        message = "Each ceiling must be higher than the one before: it is what a payee has from this step by then."
        entry.notes.problem(
            entry.where("ceilings"), "not_rising", message, "Write them from the lowest to the highest."
        )
    return ceilings


def read_percent(entry: Entry, key: str) -> Decimal:
    percent = entry.number(key, required=True)
    if percent is None:
        return Decimal(0)
    exponent = percent.as_tuple().exponent
    if not 0 <= percent <= 100 or not isinstance(exponent, int) or exponent < -DECIMALS:
        entry.wrong(key, f"a percentage from 0 to 100, with at most {DECIMALS} decimals")
    return percent


def _cuts(entry: Entry) -> tuple[Cut, ...]:
    """Parts by day: each until a later day, the last one without a day."""
    entries = list(entry.listed("percents", ("until", "percent"), required=True))
    cuts = tuple(Cut(inner.day("until"), read_percent(inner, "percent"), inner.where()) for inner in entries)
    if entry.has("percents") and not _is_rising(cuts):
        message = "The days must rise, and the last percentage has none: it holds for all later days."
        todo = "Write `percents: [{until: 2019-02-01, percent: 50}, {percent: 30}]`."
        entry.notes.problem(entry.where("percents"), "not_rising", message, todo)
    return cuts


def _is_rising(cuts: tuple[Cut, ...]) -> bool:
    days = [cut.until for cut in cuts if cut.until is not None]
    return (
        bool(cuts)
        and cuts[-1].until is None
        and len(days) == len(cuts) - 1
        and all(low < high for low, high in pairwise(days))
    )
