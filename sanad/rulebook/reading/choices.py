"""Choices of the family: alternatives, of which it takes one, and what it gives up by that."""

from collections.abc import Mapping

from sanad.engine.rules.declared import Alternatives, Programme, Waiver
from sanad.rulebook.reading.entry import Entry
from sanad.rulebook.reading.names import check_label
from sanad.rulebook.reading.notes import Notes, did_you_mean

KEYS = ("name", "label", "lines", "chosen", "options", "waives", "source")
WAIVER_KEYS = ("lines", "by", "source")


def read_choices(entry: Entry) -> tuple[Alternatives, ...]:
    return tuple(_choice(inner) for inner in entry.listed("choices", KEYS))


def _choice(entry: Entry) -> Alternatives:
    name = entry.text("name")
    if name:
        check_label(name, "a choice", entry.where("name"), entry.notes)
    if not entry.has("lines"):
        entry.missing("lines")
    return Alternatives(
        name=name,
        label=entry.words("label"),
        lines=entry.names("lines"),
        chosen=entry.needed_expression("chosen"),
        source=entry.source(),
        where=entry.where(),
        options=_options(entry),
        waives=tuple(_waiver(inner) for inner in entry.listed("waives", WAIVER_KEYS)),
    )


def _options(entry: Entry) -> Mapping[str, str]:
    """Which option means which line; empty where they are named alike."""
    named = entry.inner("options", [str(code) for code in _codes(entry)])
    return {str(code): named.text(str(code)) for code in named.block} if named else {}


def _codes(entry: Entry) -> list[object]:
    options = entry.block.get("options")
    return list(options) if isinstance(options, Mapping) else []


def _waiver(entry: Entry) -> Waiver:
    if not entry.has("lines"):
        entry.missing("lines")
    return Waiver(entry.names("lines"), entry.names("by"), entry.source(), entry.where())


def check_choices(programme: Programme, notes: Notes) -> None:
    """Lines are known and stand in one choice only; what is given up is another line, by taking one of these."""
    taken: dict[str, str] = {}
    for choice in programme.choices:
        _check_lines(choice, programme, taken, notes)
        for waiver in choice.waives:
            _check_waiver(choice, waiver, programme, notes)
    _check_clocks(programme, taken, notes)


def _check_lines(choice: Alternatives, programme: Programme, taken: dict[str, str], notes: Notes) -> None:
    known = [line.name for line in programme.lines]
    if len(set(choice.lines)) < 2:
        message = f"`{choice.name}` has {len(set(choice.lines))} alternatives."
        notes.problem(choice.where, "no_alternative", message, "Name two lines or more.")
    for line in choice.lines:
        if line not in known:
            todo = did_you_mean(line, known)
            notes.problem(choice.where, "unknown_line", f"No line is named `{line}`.", todo)
        elif line in taken:
            message = f"The line `{line}` of `{choice.name}` stands in `{taken[line]}` already."
            notes.problem(choice.where, "in_two_choices", message, "Keep it in one choice.")
        taken.setdefault(line, choice.name)


def _check_waiver(choice: Alternatives, waiver: Waiver, programme: Programme, notes: Notes) -> None:
    others = [line.name for line in programme.lines if line.name not in choice.lines]
    for names, known in ((waiver.lines, others), (waiver.by, choice.lines)):
        for name in names:
            if name not in known:
                message = f"`{choice.name}` cannot waive with `{name}`."
                todo = "`lines` are other lines that are given up, `by` the alternatives that do it."
                notes.problem(waiver.where, "bad_waiver", message, f"{todo} {did_you_mean(name, known)}")


def _check_clocks(programme: Programme, taken: Mapping[str, str], notes: Notes) -> None:
    """A clock ends what is open, and only what is asked for or chosen can be open."""
    for line in programme.lines:
        if line.asked_until and not line.asked and line.name not in taken:
            message = f"The line `{line.name}` has `asked_until` and nobody need ask for it."
            notes.problem(line.where, "clock_without_asking", message, "Add `asked:`, or put it into a choice.")
