"""Rules over several claims: `rivals`, ceilings with a `level`, and `set_off`."""

from typing import get_args

from sanad.engine.rules.declared import Expression, Rival, SetOff, SharedCeiling, Where
from sanad.engine.rules.declared.stages import Counts, Sharing, Undecided
from sanad.rulebook.reading.entry import Entry
from sanad.rulebook.reading.gates import check_period
from sanad.rulebook.reading.names import check_label
from sanad.rulebook.reading.strict_yaml import Items

RIVAL_KEYS = (
    "code", "group", "among", "by", "at_most", "counts", "refused", "undecided", "says", "change", "source", "from",
    "until", "because",
)  # fmt: skip
SHARED_KEYS = ("level", "by", "sharing", "undecided")
SET_OFF_KEYS = ("label", "level", "lines", "by", "at_most", "source")
COUNTS: tuple[Counts, ...] = get_args(Counts)
UNDECIDED: tuple[Undecided, ...] = get_args(Undecided)
SHARINGS: tuple[Sharing, ...] = get_args(Sharing)


def read_rivals(entry: Entry) -> tuple[Rival, ...]:
    return tuple(_rival(inner) for inner in entry.listed("rivals", RIVAL_KEYS))


def _rival(entry: Entry) -> Rival:
    code = entry.text("code")
    if code:
        check_label(code, "a reason", entry.where("code"), entry.notes)
    check_period(entry)
    counts = entry.one_of("counts", COUNTS)
    if entry.has("refused") and counts == "award":
        entry.notes.problem(
            entry.where("refused"),
            "refused_filing",
            f"`refused` of {entry.name} does not go with `counts: award`.",
            "A refused claim has no award: leave `refused` out, or write `counts: filing`.",
        )
    return Rival(
        code=code,
        group=entry.text("group"),
        by=read_keys(entry),
        says=entry.words("says"),
        source=entry.source(),
        where=entry.where(),
        among=entry.expression("among"),
        at_most=_at_most(entry),
        counts=counts,
        refused=entry.one_of("refused", ("frees", "blocks"), None if counts == "filing" else "frees"),
        undecided=entry.one_of("undecided", UNDECIDED, "block"),
        change=entry.words("change", required=False),
        since=entry.day("from"),
        until=entry.day("until"),
        because=entry.words("because", required=False),
    )


def _at_most(entry: Entry) -> int:
    most = entry.whole("at_most", 1)
    if most == 0:
        entry.wrong("at_most", "how many claims of a group may be granted: 1 or more")
    return most or 1


def read_keys(entry: Entry) -> tuple[Expression, ...]:
    """`by`: at least one key."""
    keys = entry.block.get("by")
    if keys is None:
        entry.missing("by")
    elif isinstance(keys, Items) and keys and all(isinstance(key, str) for key in keys):
        return tuple(Expression(str(key), Where(keys.file, line)) for key, line in zip(keys, keys.lines, strict=True))
    else:
        entry.wrong("by", "a list of keys of which the last is unique, as `by: [filed_on, claim_id]`")
    return (Expression("claim_id", entry.where("by")),)


def read_shared(entry: Entry) -> SharedCeiling:
    """A ceiling whose room the claims of one thing share."""
    name = entry.text("name")
    if name:
        check_label(name, "a limit", entry.where("name"), entry.notes)
    if not entry.has("lines"):
        entry.missing("lines")
    return SharedCeiling(
        name=name,
        label=entry.words("label"),
        level=entry.text("level"),
        lines=entry.names("lines"),
        amount=entry.needed_expression("at_most"),
        by=read_keys(entry),
        source=entry.source(),
        where=entry.where(),
        sharing=entry.one_of("sharing", SHARINGS),
        undecided=entry.one_of("undecided", UNDECIDED, "block"),
        because=entry.words("because", required=False),
        when=entry.expression("when"),
    )


def read_set_off(entry: Entry, lines: tuple[str, ...]) -> SetOff | None:
    """Without `lines`, all of them take part in the order of the file."""
    inner = entry.inner("set_off", SET_OFF_KEYS)
    if inner is None:
        return None
    return SetOff(
        label=inner.words("label"),
        level=inner.text("level", "claim"),
        lines=inner.names("lines") if inner.has("lines") else lines,
        by=read_keys(inner),
        source=inner.source(),
        where=inner.where(),
        at_most=inner.expression("at_most"),
    )
