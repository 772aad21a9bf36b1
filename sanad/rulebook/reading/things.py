"""Things and rights that a line gives instead of money."""

from collections.abc import Iterator

from sanad.engine.rules.declared import Programme, Thing, Where
from sanad.engine.rules.problems import quoted
from sanad.rulebook.reading.entry import Entry
from sanad.rulebook.reading.names import check_label
from sanad.rulebook.reading.notes import Notes

KEYS = ("kind", "label", "unit", "decimals")
FIGURE = {"thing": "number", "units": "units", "amount": "amount"}
OTHERS = {
    "thing": ("amount", "at_most", "step", "instalments", "units", "rate", "rate_on", "decimals"),
    "units": ("amount", "at_most", "number", "value"),
    "amount": ("number", "value", "rate", "rate_on", "decimals"),
}
"""What does not stand beside each form of a line."""


def read_thing(line: Entry) -> Thing | None:
    entry = line.inner("thing", KEYS)
    if entry is None:
        return None
    kind = entry.text("kind")
    if kind:
        check_label(kind, "a kind of thing", entry.where("kind"), entry.notes)
    return Thing(
        kind=kind,
        label=entry.words("label"),
        unit=entry.text("unit"),
        decimals=entry.whole("decimals", 0) or 0,
        value=line.expression("value"),
    )


def form_of(line: Entry) -> str:
    return next(form for form in FIGURE if form == "amount" or line.has(form))


def figure_of(line: Entry) -> str:
    """The key that says how much the line brings."""
    return FIGURE[form_of(line)]


def check_form(line: Entry) -> None:
    """A line brings money, units or a thing; what belongs to the one does not stand beside the other."""
    form = form_of(line)
    mixed = [key for key in OTHERS[form] if line.has(key)]
    if mixed:
        message = f"{line.name} has `{form}` and also {quoted(mixed)}."
        todo = (
            "Money has an `amount`; `units` have a `rate` and `rate_on`; a `thing` has a `number` and maybe a `value`."
        )
        line.notes.problem(line.where(mixed[0]), "mixed_forms", message, todo)


def check_things(programme: Programme, notes: Notes) -> None:
    """No ceiling, no deduction and no setting off counts a thing."""
    things = {line.name for line in programme.lines if line.thing}
    for title, lines, where in _limits(programme):
        for name in things.intersection(lines):
            message = f"`{title}` names `{name}`, which gives a thing and no money."
            notes.problem(where, "thing_in_limit", message, "Leave it out; limit its `number` with `min()`.")


def _limits(programme: Programme) -> Iterator[tuple[str, tuple[str, ...], Where]]:
    for limit in (*programme.ceilings, *programme.deductions):
        yield limit.name, limit.lines, limit.where
    for shared in programme.shared_ceilings:
        yield shared.name, shared.lines, shared.where
    if programme.set_off:
        yield "set_off", programme.set_off.lines, programme.set_off.where
