"""Rules that keep a claim, or one line of it, from an award."""

from typing import get_args

from sanad.engine.rules.declared import Gate, GateKind, Words
from sanad.rulebook.reading.entry import Entry
from sanad.rulebook.reading.names import check_label

KINDS: tuple[GateKind, ...] = tuple(kind for kind in get_args(GateKind) if kind != "decline")
DECLINE: GateKind = "decline"
COMMON = ("code", "level", "when", "says", "change", "source", "from", "until", "because")
OWN: dict[GateKind, tuple[str, ...]] = {
    "refuse": (),
    "refer": ("to",),
    "defer": ("awaits", "body", "review_days"),
    "decline": (),
}


def read_gates(entry: Entry) -> tuple[Gate, ...]:
    """The rules under `refuse`, `refer` and `defer`, in the order of the file."""
    return tuple(gate for kind in KINDS for gate in _gates_of(kind, entry))


def read_declines(entry: Entry) -> tuple[Gate, ...]:
    """The rules under `decline`: each refuses a request for a change and leaves the award as it stands."""
    return _gates_of(DECLINE, entry)


def _gates_of(kind: GateKind, entry: Entry) -> tuple[Gate, ...]:
    return tuple(_gate(kind, inner) for inner in entry.listed(kind, (*COMMON, *OWN[kind])))


def _gate(kind: GateKind, entry: Entry) -> Gate:
    code = entry.text("code")
    if code:
        check_label(code, "a reason", entry.where("code"), entry.notes)
    check_period(entry)
    return Gate(
        kind=kind,
        code=code,
        level=entry.text("level", "claim"),
        when=entry.needed_expression("when"),
        says=entry.words("says"),
        source=entry.source(),
        where=entry.where(),
        change=_change(kind, entry),
        body=_body(kind, entry),
        review_days=_review_days(kind, entry),
        since=entry.day("from"),
        until=entry.day("until"),
        because=entry.words("because", required=False),
    )


def _change(kind: GateKind, entry: Entry) -> Words:
    """What would change it: of a deferred claim, the fact that it awaits."""
    awaited = entry.words("awaits") if kind == "defer" else {}
    return entry.words("change", required=False) or awaited


def _body(kind: GateKind, entry: Entry) -> Words:
    """Who acts next: the body that a claim is referred to, or that must bring the fact about."""
    if kind in ("refuse", DECLINE):
        return {}
    return entry.words("to" if kind == "refer" else "body")


def _review_days(kind: GateKind, entry: Entry) -> int | None:
    if kind == "defer" and not entry.has("review_days"):
        entry.missing("review_days")
    return entry.whole("review_days")


def check_period(entry: Entry) -> None:
    """A rule ends after it begins."""
    since, until = entry.block.get("from"), entry.block.get("until")
    if type(since) is type(until) and since is not None and until <= since:  # type: ignore[operator]
        message = f"{entry.name} ends on {until}, not after it begins on {since}."
        entry.notes.problem(entry.where("until"), "dates_out_of_order", message, "Correct `from` or `until`.")
