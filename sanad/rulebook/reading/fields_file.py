"""`fields.yaml`: the facts that may be stated."""

from datetime import date
from decimal import Decimal
from typing import get_args

from sanad.engine.rules.declared import Field, Kind, Literals, Option
from sanad.engine.rules.fields import FieldProblem, type_field
from sanad.engine.rules.types import Boolean, Choice, Day, Number, Type
from sanad.rulebook.reading.entry import Entry, is_number, literal, named_entries
from sanad.rulebook.reading.names import check_name, check_sensitive
from sanad.rulebook.reading.notes import Notes
from sanad.rulebook.reading.options import read_options
from sanad.rulebook.reading.strict_yaml import Block, Items

KEYS = (
    "level", "type", "range", "unit", "decimals", "options", "label", "help", "asked", "required", "default",
    "personal", "names",
)  # fmt: skip
PERSONAL_KEYS = ("purpose", "seen_by", "kept_until")
KINDS: tuple[Kind, ...] = get_args(Kind)
NUMBERS = ("integer", "money", "percent", "quantity")
ASKED = ("family", "assessor", "register", "ledger", "satellite")
End = Decimal | date | None


def read_fields(block: Block, currency: str, places: tuple[Option, ...], notes: Notes) -> tuple[Field, ...]:
    """Sorted by name: the order of the file, which `where` keeps, decides nothing."""
    found = [_field(name, entry, places) for name, entry in named_entries(block, notes, KEYS)]
    for field in found:
        _check(field, currency, notes)
    return tuple(sorted(found, key=lambda field: field.name))


def _field(name: str, entry: Entry, places: tuple[Option, ...]) -> Field:
    check_name(name, "a field", entry.where(), entry.notes)
    check_sensitive(name, entry.where(), entry.notes)
    kind = entry.one_of("type", KINDS)
    if entry.block.get("type") != kind:
        return Field(name, "claim", "text", {}, entry.where())
    low, high = _range(entry)
    _personal(entry)
    return Field(
        name=name,
        level=entry.text("level"),
        kind=kind,
        label=entry.words("label"),
        where=entry.where(),
        help=entry.words("help", required=False),
        unit=_unit(entry, kind),
        decimals=_decimals(entry, kind),
        low=low,
        high=high,
        options=places if kind == "place" else _options(entry, kind),
        asked=entry.one_of("asked", ASKED),
        required=entry.flag("required"),
        default=_default(entry),
        names=_names(entry, kind),
    )


def _range(entry: Entry) -> tuple[End, End]:
    ends = entry.block.get("range")
    if ends is None:
        return None, None
    if isinstance(ends, Items) and len(ends) == 2:
        low, high = _end(ends[0]), _end(ends[1])
        if low is not None and high is not None and type(low) is type(high):
            return low, high
    entry.wrong("range", "two numbers or two dates, as `range: [1, 5]`")
    return None, None


def _end(value: object) -> End:
    if isinstance(value, date):
        return value
    return Decimal(value) if is_number(value) else None


def _unit(entry: Entry, kind: Kind) -> str:
    if entry.has("unit") and kind not in ("integer", "money", "quantity"):
        entry.wrong("unit", f"no unit: a `{kind}` has none")
    return entry.text("unit", None if kind in ("integer", "quantity") else "")


def _decimals(entry: Entry, kind: Kind) -> int:
    if entry.has("decimals") and kind not in ("percent", "quantity"):
        entry.wrong("decimals", f"no decimals: they are for quantity and percent, and this is `{kind}`")
    return entry.whole("decimals", 0) or 0


def _options(entry: Entry, kind: Kind) -> tuple[Option, ...]:
    if kind == "choice" and not entry.has("options"):
        entry.missing("options")
    if kind != "choice" and entry.has("options"):
        entry.wrong("options", "options for a choice only")
        return ()
    return read_options(entry)


def _names(entry: Entry, kind: Kind) -> bool:
    if entry.has("names") and kind != "choice":
        entry.wrong("names", "`names: true` for a choice only")
    return entry.flag("names")


def _default(entry: Entry) -> Literals | None:
    value = entry.block.get("default")
    if isinstance(value, Block | Items):
        entry.wrong("default", "one value")
        return None
    return None if value is None else literal(value)


def _personal(entry: Entry) -> None:
    personal = entry.inner("personal", PERSONAL_KEYS)
    for key in PERSONAL_KEYS if personal else ():
        assert personal is not None
        personal.text(key)


def _check(field: Field, currency: str, notes: Notes) -> None:
    """The declaration has an exact type, and the default is of it."""
    try:
        found = type_field(field, currency).type
    except FieldProblem as error:
        notes.problems.append(error.problem)
    else:
        if field.default is not None and not _fits(field.default, found):
            message = f"The default `{field.default}` of `{field.name}` does not fit its type or range."
            notes.problem(field.where, "bad_default", message, "Write a value that a claim could state.")


def _fits(value: Literals, kind: Type) -> bool:
    if isinstance(kind, Number):
        if not isinstance(value, Decimal):
            return False
        shifted = value.scaleb(kind.scale)
        return shifted == int(shifted) and kind.low <= shifted <= kind.high
    if isinstance(kind, Day):
        return isinstance(value, date) and kind.low <= value <= kind.high
    if isinstance(kind, Choice):
        return isinstance(value, str) and value in kind.options
    return isinstance(value, bool) if isinstance(kind, Boolean) else isinstance(value, str)
