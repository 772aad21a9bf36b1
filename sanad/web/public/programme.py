"""One programme as a release tells it: what the page shows, ready to be drawn."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sanad.web.public.numbers import Number, Row, day_of, minor_of, number_of
from sanad.web.public.words import OUTCOMES, STEPS
from sanad.web.shared.drawings import Part
from sanad.web.shared.formats import language, unit_of

MONEY = ("need", "framework", "pledged", "received", "reserved", "paid", "confirmed")
COLOURS = {"need": "edge", "framework": "edge", "pledged": "edge", "confirmed": "done"}
ROOT = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One of the eight lines: the number, its bar, and the whole that the bar is measured by."""

    number: Number
    bar: list[Part]
    whole: int
    beside: Number | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A row by place; `depth` is 0 for all, 1 for a district, 2 for what lies within."""

    name: str
    depth: int
    row: Row
    as_of: date | None


@dataclass(frozen=True, slots=True)
class Shown:
    key: str
    title: str
    issuer: str
    currency: str
    lines: list[Line]
    scale: int
    numbers: list[Number]
    homes: Number
    unfunded: Number
    waiting: list[Place]
    steps: list[Row]
    halts: list[Row]
    rounds: list[Row]

    @property
    def unit(self) -> str:
        """The currency's word, beside no number."""
        return unit_of(0, self.currency)

    @property
    def counts_of_halts(self) -> dict[str, int]:
        named = [halt for halt in self.halts if halt["is_named"]]
        return {"open": len(named), "late": sum(1 for halt in named if halt["days_late"])}


def shown(tables: Mapping[str, list[Row]], programme: Row) -> Shown:
    key = programme["programme"]
    numbers = {row["number"]: number_of(row) for row in _of(tables["figures"], key)}
    scale = max((numbers[code].value or 0 for code in MONEY), default=0)
    return Shown(
        key,
        programme[f"title_{language()}"],
        programme[f"issuer_{language()}"],
        programme["currency"],
        [*(_money_line(numbers, code, scale) for code in MONEY), _homes_line(numbers)],
        scale,
        list(numbers.values()),
        numbers["homes"],
        numbers["unfunded"],
        _places(_of(tables["waiting"], key)),
        _steps(tables["waiting-times"], key),
        [_halt(row) for row in tables["halts"] if row["programme"] in (key, ROOT)],
        [_outcome(row) for row in _newest_round(_of(tables["rounds"], key))],
    )


def _of(rows: Iterable[Row], key: str) -> list[Row]:
    return [row for row in rows if row["programme"] == key]


def _money_line(numbers: Mapping[str, Number], code: str, scale: int) -> Line:
    number, beside = numbers[code], numbers["unconfirmed"] if code == "confirmed" else None
    parts = [Part(number.value, COLOURS.get(code, "accent"))] if number.value else []
    if beside is not None and beside.value:
        parts.append(Part(beside.value, "none"))
    # What nobody knows is drawn dashed and empty, as wide as the scale: it may be anything.
    return Line(number, parts or ([Part(1, "none")] if number.value is None else []), scale if parts else 1, beside)


def _homes_line(numbers: Mapping[str, Number]) -> Line:
    built, homes = numbers["built"], numbers["homes"].value or 0
    if built.value is None:
        return Line(built, [Part(1, "none")], 1)
    return Line(built, [Part(built.value, "done")], max(homes, built.value, 1))


def _places(rows: list[Row]) -> list[Place]:
    """All, then each district with what lies within it."""
    by_parent: dict[str, list[Row]] = {}
    for row in rows:
        if row["place"] != ROOT:
            by_parent.setdefault(row["within"], []).append(row)
    whole = next(row for row in rows if row["place"] == ROOT)
    return [_place(whole, 0), *_within(ROOT, by_parent, 1)]


def _within(parent: str, by_parent: Mapping[str, list[Row]], depth: int) -> list[Place]:
    found = []
    for row in sorted(by_parent.get(parent, ()), key=lambda row: str(row[f"place_{language()}"])):
        found += [_place(row, depth), *_within(row["place"], by_parent, depth + 1)]
    return found


def _place(row: Row, depth: int) -> Place:
    return Place(row[f"place_{language()}"], depth, row, day_of(row["as_of"]))


def _steps(rows: list[Row], key: str) -> list[Row]:
    """In the order of the way of a claim; the step of buildings is of every programme."""
    found = [row for row in rows if row["by"] == "all" and row["programme"] in (key, ROOT)]
    order = list(STEPS)
    told = [{**row, "name": STEPS[row["step"]], "as_of": day_of(row["as_of"])} for row in found]
    return sorted(told, key=lambda row: order.index(row["step"]))


def _halt(row: Row) -> Row:
    spoken = {name: row[f"{name}_{language()}"] for name in ("what", "reason", "restart", "body")}
    missing = None if row["missing"] is None else minor_of(row["missing"], row["currency"])
    days: dict[str, Any] = {name: day_of(row[name]) for name in ("since", "review_on", "as_of")}
    return {**row, **spoken, **days, "missing": missing, "is_named": row["subject"] != ""}


def _newest_round(rows: list[Row]) -> list[Row]:
    return [row for row in rows if row["round"] == rows[-1]["round"]]


def _outcome(row: Row) -> Row:
    name = OUTCOMES[row["outcome"]] if not row["reason"] else row[f"reason_{language()}"]
    return {**row, "name": name, "is_reason": bool(row["reason"])}
