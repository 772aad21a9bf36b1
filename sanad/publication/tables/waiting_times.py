"""How long each step takes: from claim to survey, to the decision, to the first payment; questions; dangers."""

from collections.abc import Iterable, Iterator, Mapping

from sanad.publication.counting.places import Places, names_of_row, places_of
from sanad.publication.counting.spans import Span, to_answer, to_decision, to_inspection, to_payment, to_survey
from sanad.publication.hiding.trees import ROOT, Leaves
from sanad.publication.packing import Cells
from sanad.publication.series import Breakdown, Draft, Told
from sanad.publication.tables.schema import AS_OF, PROGRAMME, STATE, Column, Row, Table
from sanad.publication.tables.waiting import HALF, NINE_IN_TEN, within
from sanad.rulebook.models import Programme

STEPS = ("claim_to_survey", "survey_to_decision", "decision_to_payment", "question_to_answer", "danger_to_inspection")
BY = ("all", "place", "month")
WAITING_TIMES = Table(
    "waiting-times",
    "Waiting times",
    "Of all families that entered a step within the last 365 days, those who still wait included: within how many "
    "days half of them, and nine in ten, had left it. By place, and by the month of filing.",
    (
        PROGRAMME,
        Column("step", "string", "#activity+step", "Which step", STEPS),
        Column("by", "string", "#meta+by", "Whether the row is of all, of a place or of a month of filing", BY),
        Column("row", "string", "#adm+code", "Code of the place, or the month as 2026-03; empty: all"),
        Column("row_en", "string", "#adm+name+i_en", "The place's name in English"),
        Column("row_ar", "string", "#adm+name+i_ar", "The place's name in Arabic"),
        Column("families", "integer", "#affected+hh", "Families that entered the step; empty where it is not told"),
        STATE,
        AS_OF,
        Column("half_days", "integer", "#indicator+days+p50", "Half left it within so many days; empty: not reached"),
        Column("nine_in_ten_days", "integer", "#indicator+days+p90", "Nine in ten left it within; empty: not reached"),
    ),
    ("programme", "step", "by", "row"),
)
ENTERED, LEFT = "entered", "left"


def step_rows(draft: Draft, programme: Programme) -> Iterator[Row]:
    """Of the steps of a programme's claims."""
    yield from _rows(draft, programme.key, "claim_to_survey", to_survey(programme, draft.on))
    yield from _rows(draft, programme.key, "survey_to_decision", to_decision(programme, draft.on))
    yield from _rows(draft, programme.key, "decision_to_payment", to_payment(programme, draft.on))
    yield from _rows(draft, programme.key, "question_to_answer", to_answer(programme, draft.on))


def danger_rows(draft: Draft) -> Iterator[Row]:
    """Of buildings, which are of no programme."""
    yield from _rows(draft, "", "danger_to_inspection", to_inspection(draft.on))


def _rows(draft: Draft, programme: str, step: str, spans: Iterable[Span]) -> Iterator[Row]:
    found = list(spans)
    places = places_of(one.place for one in found)
    by_place = {one: places.leaf[one.place] for one in found}
    by_month = {one: one.month for one in found}
    breakdowns = {
        "place": _breakdown(by_place, places.parents),
        "month": _breakdown(by_month, dict.fromkeys(by_month.values(), ROOT)),
    }
    told = draft.settle(f"{step}/{programme}", breakdowns)
    yield _row(programme, step, "all", told["place"][0], None)
    for by in ("place", "month"):
        yield from (_row(programme, step, by, one, places) for one in told[by] if one.row)


def _breakdown(rows: Mapping[Span, str], parents: Mapping[str, str]) -> Breakdown:
    """Whoever has left a step counts twice, so that leaving it is a change."""
    by_row: dict[str, list[Span]] = {}
    for one, row in rows.items():
        by_row.setdefault(row, []).append(one)

    def cells(leaves: Leaves) -> Cells:
        spans = [one for leaf in leaves for one in by_row.get(leaf, ())]
        days = sorted(one.days for one in spans if one.days is not None)
        told = {"half_days": within(days, HALF, len(spans)), "nine_in_ten_days": within(days, NINE_IN_TEN, len(spans))}
        return {"families": len(spans), **told}

    return Breakdown(parents, {row: _counted(spans) for row, spans in by_row.items()}, cells)


def _counted(spans: list[Span]) -> Mapping[str, Mapping[int, int]]:
    return {
        ENTERED: {one.household: 1 for one in spans},
        LEFT: {one.household: 1 for one in spans if one.days is not None},
    }


def _row(programme: str, step: str, by: str, told: Told, places: Places | None) -> Row:
    names = names_of_row(places, told.row) if places and by == "place" else {"en": told.row, "ar": told.row}
    cells = {name: told.cells.get(name) for name in ("families", "half_days", "nine_in_ten_days")}
    named = {"row": told.row, "row_en": names["en"], "row_ar": names["ar"]}
    return {"programme": programme, "step": step, "by": by, **named, **cells, "state": told.state, "as_of": told.as_of}
