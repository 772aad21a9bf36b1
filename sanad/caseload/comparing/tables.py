"""The figures of a comparison for programs: as plain data, and as CSV files with sums in major units."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sanad.caseload.comparing.comparing import Comparison
from sanad.caseload.comparing.groups import Grouping
from sanad.caseload.comparing.sides import Side
from sanad.engine.money import exponent, unscaled
from sanad.engine.rules.words.pen import without_isolates
from sanad.sheets.writing import write_csv

COUNTED = ("more", "less", "same", "other_money", "one_side", "neither")


def write_tables(comparison: Comparison, folder: Path) -> None:
    """Raises SheetRefused where a file cannot be written."""
    sums = ("cost_a", "currency_a", "cost_b", "currency_b", "difference")
    totals = ((name, *_sums(comparison, *comparison.total(name))) for name in ("net", "due_now"))
    write_csv(folder / "costs.csv", ("total", *sums), totals)
    kinds = ((kind, one.claims, *_sums(comparison, one.net_a, one.net_b)) for kind, one in comparison.kinds.items())
    write_csv(folder / "changes.csv", ("change", "claims", *sums), kinds)
    cells = ((cell.outcome_a, cell.outcome_b, cell.claims) for cell in comparison.outcomes)
    write_csv(folder / "outcomes.csv", ("outcome_a", "outcome_b", "claims"), cells)
    head = ("by", "value", "label_en", "label_ar", "claims", "awards_a", "awards_b", *sums, *COUNTED)
    write_csv(folder / "groups.csv", head, (row for one in comparison.groupings for row in _groups(comparison, one)))


def _groups(comparison: Comparison, grouping: Grouping) -> Iterator[tuple[object, ...]]:
    for group in grouping.groups:
        labels = (without_isolates(group.label[language]) for language in ("en", "ar"))
        sums = _sums(comparison, group.net_a, group.net_b)
        counts = (getattr(group, name) for name in COUNTED)
        yield (grouping.name, group.value, *labels, group.claims, group.awards_a, group.awards_b, *sums, *counts)


def _sums(comparison: Comparison, a: int, b: int) -> tuple[str, str, str, str, str | None]:
    """Both sums, and their difference where they are of one currency."""
    money_a, money_b = comparison.a.programme.currency, comparison.b.programme.currency
    change = _major(b - a, money_a) if comparison.is_one_money else None
    return _major(a, money_a), money_a, _major(b, money_b), money_b, change


def _major(minor: int, currency: str) -> str:
    return f"{unscaled(minor, exponent(currency)):f}"


def as_data(comparison: Comparison) -> dict[str, Any]:
    """Everything in minor units of each side's currency; `difference` is left out where there are two."""
    return {
        "a": _side(comparison.a),
        "b": _side(comparison.b),
        "rows": {name: getattr(comparison.rows, name) for name in ("given", "both", "only_a", "only_b", "neither")},
        "totals": {name: _pair(comparison, *comparison.total(name)) for name in ("net", "due_now")},
        "changes": {
            kind: {"claims": one.claims, **_pair(comparison, one.net_a, one.net_b)}
            for kind, one in comparison.kinds.items()
        },
        "outcomes": [{"a": cell.outcome_a, "b": cell.outcome_b, "claims": cell.claims} for cell in comparison.outcomes],
        "groups": [_grouping(comparison, grouping) for grouping in comparison.groupings],
    }


def _pair(comparison: Comparison, a: int, b: int) -> dict[str, int]:
    return {"a": a, "b": b} | ({"difference": b - a} if comparison.is_one_money else {})


def _grouping(comparison: Comparison, grouping: Grouping) -> dict[str, Any]:
    names = ("claims", "awards_a", "awards_b", *COUNTED)
    groups = [
        {
            "value": group.value,
            "label": {language: without_isolates(text) for language, text in group.label.items()},
            **{name: getattr(group, name) for name in names},
            "net": _pair(comparison, group.net_a, group.net_b),
        }
        for group in grouping.groups
    ]
    return {"by": grouping.name, "label": dict(grouping.label), "groups": groups}


def _side(side: Side) -> dict[str, Any]:
    kept = ("programme", "on", "generated", "input", "assumptions", "assumed_by_generator", "counts", "result_hash")
    named = {"name": side.name, "currency": side.programme.currency}
    return named | {name: side.meta[name] for name in kept}
