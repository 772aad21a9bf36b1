"""Small programmes built in memory, and the people who claim under them."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

import pytest

from sanad.engine.rules.building import build
from sanad.engine.rules.declared import (
    Band,
    DatedValue,
    Definition,
    Expression,
    Field,
    Gate,
    GateKind,
    Instalment,
    Key,
    Kind,
    Leaf,
    Level,
    Limit,
    Line,
    Option,
    Order,
    Programme,
    Rival,
    Rounding,
    Row,
    SetOff,
    SharedCeiling,
    Version,
    Where,
)
from sanad.engine.rules.problems import Problem, ProgrammeRefused
from sanad.engine.rules.ruleset import RuleSet

HERE = Where("rules.yaml", 7)
SAID = {"en": "said", "ar": "قيل"}
TODAY = date(2020, 6, 15)

LEVELS = (
    Level("house", SAID, (), HERE),
    Level("household", SAID, (), HERE),
    Level("claim", SAID, ("house", "household"), HERE),
    Level("person", SAID, ("household",), HERE),
)


def number(name: str, low: int | str, high: int | str, kind: Kind = "integer", level: str = "claim", **more) -> Field:
    return Field(name, level, kind, SAID, HERE, low=Decimal(low), high=Decimal(high), **more)


FIELDS = (
    number("floors", 1, 12, level="house"),
    Field("owns_house", "household", "boolean", SAID, HERE),
    number("grade", 1, 5),
    Field("repair", "claim", "choice", SAID, HERE, options=(Option("minor", SAID), Option("major", SAID))),
    Field("filed_on", "claim", "date", SAID, HERE, low=date(2015, 1, 1), high=date(2025, 12, 31)),
    number("area", 0, 1000, "quantity", unit="m2", decimals=1),
    number("cost", 0, 10**9, "money"),
    number("loan", "-1_000_000", 1_000_000, "money"),
    number("rate", 0, 100, "percent", decimals=1),
    Field("remark", "claim", "text", SAID, HERE),
    number("age", 0, 120, level="person"),
    number("income", 0, 100_000, "money", level="person"),
)


def expression(text: str) -> Expression:
    return Expression(text, HERE)


def definition(name: str, text: str, level: str = "claim", unit: str = "") -> Definition:
    return Definition(name, level, expression(text), SAID, "gazette", HERE, unit)


def gate(code: str, when: str, kind: GateKind = "refuse", level: str = "claim", **more) -> Gate:
    return Gate(kind, code, level, expression(when), SAID, "gazette", HERE, **more)


def part(name: str, amount: str, unlocked_by: str | None = None) -> Instalment:
    condition = expression(unlocked_by) if unlocked_by else None
    return Instalment(name, SAID, expression(amount), condition, "gazette", HERE)


def line(
    name: str,
    amount: str,
    *,
    when: str | None = None,
    asked: str | None = None,
    at_most: str | None = None,
    gates: Sequence[Gate] = (),
    parts: Sequence[Instalment] = (),
    rounding: Rounding = "half_up",
    **more,
) -> Line:
    texts = {"when": when, "asked": asked, "at_most": at_most}
    given = {key: expression(text) for key, text in texts.items() if text is not None}
    gates, parts = tuple(gates), tuple(parts)
    return Line(
        name,
        SAID,
        expression(amount),
        "gazette",
        HERE,
        gates=gates,
        rounding=rounding,
        instalments=parts,
        **given,
        **more,
    )


def limit(name: str, lines: Sequence[str], amount: str) -> Limit:
    return Limit(name, SAID, tuple(lines), expression(amount), "gazette", HERE)


FIRST_FILED = ("filed_on", "claim_id")


def rival(code: str, group: str, *, by: Sequence[str] = FIRST_FILED, among: str | None = None, **more) -> Rival:
    part = expression(among) if among else None
    return Rival(code, group, tuple(map(expression, by)), SAID, "gazette", HERE, among=part, **more)


def shared(name: str, level: str, lines: Sequence[str], amount: str, by: Sequence[str] = FIRST_FILED, **more):
    keys = tuple(map(expression, by))
    return SharedCeiling(name, SAID, level, tuple(lines), expression(amount), keys, "gazette", HERE, **more)


def set_off(level: str, lines: Sequence[str], by: Sequence[str] = FIRST_FILED, at_most: str | None = None) -> SetOff:
    most = expression(at_most) if at_most else None
    return SetOff(SAID, level, tuple(lines), tuple(map(expression, by)), "gazette", HERE, most)


def row(match: str | int | bool | Band, then: Leaf | Sequence[Row]) -> Row:
    return Row(match, tuple(then) if isinstance(then, list | tuple) else then, HERE)


def band(low: int | str | None, high: int | str | None, **ends: bool) -> Band:
    return Band(None if low is None else Decimal(low), None if high is None else Decimal(high), **ends)


def version(
    since: date, then: Leaf | Sequence[Row], until: date | None = None, otherwise: Leaf | None = None
) -> Version:
    rows = tuple(then) if isinstance(then, list | tuple) else then
    return Version(since, until, "gazette", rows, HERE, otherwise)


def value(name: str, *versions: Version, keys: Sequence[str | Key] = (), kind: Kind = "money", **more) -> DatedValue:
    named = tuple(key if isinstance(key, Key) else Key(key) for key in keys)
    more = {"unit": "", "decimals": 0} | more
    unit, decimals = more.pop("unit"), more.pop("decimals")
    return DatedValue(name, SAID, kind, unit, decimals, named, versions, TODAY, HERE, **more)


def programme(
    *,
    definitions: Sequence[Definition] = (),
    gates: Sequence[Gate] = (),
    lines: Sequence[Line] = (),
    values: Sequence[DatedValue] = (),
    ceilings: Sequence[Limit] = (),
    deductions: Sequence[Limit] = (),
    order: Order | None = None,
    rivals: Sequence[Rival] = (),
    shared_ceilings: Sequence[SharedCeiling] = (),
    set_off: SetOff | None = None,
    fields: Sequence[Field] = FIELDS,
    levels: Sequence[Level] = LEVELS,
    currency: str = "USD",
    version_by: str = "round",
    **more: object,
) -> Programme:
    listed = {name: tuple(part) if isinstance(part, list) else part for name, part in more.items()}
    return Programme(
        "town", SAID, SAID, "draft", "compensation", currency, version_by, "", "0", tuple(levels), (), tuple(fields),
        {}, tuple(values), tuple(definitions), tuple(gates), tuple(lines), tuple(ceilings), tuple(deductions), order,
        tuple(rivals), tuple(shared_ceilings), set_off, **listed,
    )  # fmt: skip


def rules(**parts: object) -> RuleSet:
    """The proven rule set of `programme(...)`."""
    return build(programme(**parts))  # type: ignore[arg-type]


def defined(text: str, level: str = "claim", unit: str = "", **parts: object) -> RuleSet:
    """A rule set with one definition, `result`."""
    more = parts.pop("definitions", ())
    return rules(definitions=[*more, definition("result", text, level, unit)], **parts)  # type: ignore[misc]


Facts = Mapping[str, object]


def problem_of(text: str, **parts) -> Problem:
    """The first problem of a definition that means nothing."""
    with pytest.raises(ProgrammeRefused) as raised:
        defined(text, **parts)
    return raised.value.problems[0]


def problem_in_rules(**parts) -> Problem:
    """The first problem of a programme that is refused."""
    with pytest.raises(ProgrammeRefused) as raised:
        rules(**parts)
    return raised.value.problems[0]
