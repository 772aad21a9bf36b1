"""Families with a payment due: how many, where, and since how long."""

from collections.abc import Iterable, Sequence
from math import ceil

from sanad.publication.counting.money import ClaimMoney
from sanad.publication.counting.places import names_of_row, places_of
from sanad.publication.hiding.trees import ROOT, Leaves
from sanad.publication.packing import Cells
from sanad.publication.series import Breakdown, Draft, Told
from sanad.publication.tables.schema import AS_OF, PROGRAMME, STATE, Column, Row, Table, place_columns
from sanad.rulebook.models import Programme

SPANS = (("upto_90", 90), ("upto_180", 180), ("upto_365", 365), ("over_365", None))
"""Days waited so far, each span from where the one before ends."""
HALF, NINE_IN_TEN = (1, 2), (9, 10)
WAITING = Table(
    "waiting",
    "Families waiting",
    "Families with a payment due: something is due to them today that has not been sent. They wait since their last "
    "payment, or since the first decision that let something be paid.",
    (
        PROGRAMME,
        *place_columns("of their homes"),
        Column("within", "string", "#adm+code+parent", "Code of the district around it; empty: none"),
        Column("families", "integer", "#affected+hh", "Families with a payment due; empty where it is not told"),
        STATE,
        AS_OF,
        Column("half_days", "integer", "#indicator+days+p50", "Half of them have waited for so many days or fewer"),
        Column("nine_in_ten_days", "integer", "#indicator+days+p90", "Nine in ten have waited so many days or fewer"),
        *(
            Column(name, "integer", "#affected+hh", f"Of them waiting in the span `{name}` of days; empty: not told")
            for name, _ in SPANS
        ),
    ),
    ("programme", "place"),
)


def waiting_rows(draft: Draft, programme: Programme, money: Iterable[ClaimMoney]) -> list[Row]:
    waiting = _oldest([one for one in money if one.is_waiting and one.due_since])
    places = places_of(one.place for one in waiting.values())
    counted: dict[str, dict[str, dict[int, int]]] = {}
    days: dict[str, dict[int, int]] = {}
    for household, one in waiting.items():
        leaf, waited = places.leaf[one.place], (draft.on - (one.due_since or draft.on)).days
        counted.setdefault(leaf, {}).setdefault(_span(waited), {})[household] = 1
        days.setdefault(leaf, {})[household] = waited

    def waited_in(leaves: Leaves) -> list[int]:
        return sorted(day for leaf in leaves for day in days.get(leaf, {}).values())

    divided = Breakdown(
        places.parents, counted, lambda leaves: _cells(waited_in(leaves)), lambda leaves: _spans(waited_in(leaves))
    )
    rows = draft.settle(f"waiting/{programme.key}", {ROOT: divided})[ROOT]
    return [_row(programme, told, names_of_row(places, told.row), places.parents.get(told.row, ROOT)) for told in rows]


def _row(programme: Programme, told: Told, names: dict[str, str], within: str) -> Row:
    place = {"place": told.row, "place_en": names["en"], "place_ar": names["ar"], "within": within}
    cells = {name: told.cells.get(name) for name in ("families", "half_days", "nine_in_ten_days", *dict(SPANS))}
    return {"programme": programme.key, **place, **cells, "state": told.state, "as_of": told.as_of}


def _oldest(claims: Iterable[ClaimMoney]) -> dict[int, ClaimMoney]:
    """Of a family with several claims the one that waits longest, so that it is counted once."""
    found: dict[int, ClaimMoney] = {}
    for one in sorted(claims, key=lambda one: str(one.due_since), reverse=True):
        found[one.household] = one
    return found


def _span(days: int) -> str:
    return next(name for name, most in SPANS if most is None or days <= most)


def _cells(waited: Sequence[int]) -> Cells:
    return {"families": len(waited), "half_days": within(waited, HALF), "nine_in_ten_days": within(waited, NINE_IN_TEN)}


def _spans(waited: Sequence[int]) -> Cells:
    return {name: sum(1 for day in waited if _span(day) == name) for name, _ in SPANS}


def within(days: Sequence[int], share: tuple[int, int], of: int | None = None) -> int | None:
    """Within how many days this share of all (`of` them, else as many as there are days) was reached; None: not yet."""
    needed = ceil((len(days) if of is None else of) * share[0] / share[1])
    return days[needed - 1] if 0 < needed <= len(days) else None
