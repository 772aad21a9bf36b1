"""Issued rounds: how many claims each decided, how they ended, and why."""

from collections.abc import Iterator

from django.utils.timezone import localtime

from sanad.casework.awards.models import Award, Outcome, Round, State
from sanad.casework.rounds.reasons import sentence
from sanad.engine.rules.declared import Programme as Declared
from sanad.publication.hiding.trees import ROOT, Leaves
from sanad.publication.packing import Cells
from sanad.publication.series import HIDDEN, KNOWN, Breakdown, Draft
from sanad.publication.tables.schema import AS_OF, PROGRAMME, STATE, Column, Row, Table
from sanad.rulebook.models import Programme
from sanad.rulebook.selectors import programme_of

BETWEEN = "|"
"""Between an outcome and its reason, in the name of a row."""
NO_REASON = "none"
ROUNDS = Table(
    "rounds",
    "Rounds",
    "Each issued round: the claims that it decided, by outcome and by the first reason. A row that differs from an "
    "earlier round's by fewer than ten families is hidden.",
    (
        PROGRAMME,
        Column("round", "string", "#event+code", "Reference of the round"),
        Column("outcome", "string", "#status+outcome", "How the claims ended; empty: all", ("", *Outcome.values)),
        Column("reason", "string", "#status+reason+code", "Code of the first reason; empty: all"),
        Column("reason_en", "string", "#status+reason+i_en", "The reason in English"),
        Column("reason_ar", "string", "#status+reason+i_ar", "The reason in Arabic"),
        Column("claims", "integer", "#indicator+claims", "Claims; empty where it is not told"),
        STATE,
        AS_OF,
    ),
    ("programme", "round", "outcome", "reason"),
)


def round_rows(draft: Draft, programme: Programme) -> Iterator[Row]:
    series = f"rounds/{programme.key}"
    issued = Round.objects.filter(programme=programme, state=State.ISSUED).select_related("rules", "programme")
    for one in issued.order_by("number"):
        yield from _rows(draft, series, one)


def _rows(draft: Draft, series: str, round_: Round) -> Iterator[Row]:
    """A round is told once and for all: what it tells is held against the rounds before it."""
    if round_.reference not in draft.parts_of(series):
        draft.settle(series, {ROOT: _breakdown(round_)}, round_.reference)
    told = draft.parts_of(series).get(round_.reference, {})
    parents = told[ROOT].parents if told else {}
    rules = programme_of(round_.rules)
    for row in sorted({ROOT, *parents}):
        cells = told[ROOT].told.get(row, {}) if told else {}
        yield _row(round_, rules, row, cells)


def _breakdown(round_: Round) -> Breakdown:
    counted: dict[str, dict[str, dict[int, int]]] = {}
    parents: dict[str, str] = {}
    rows = Award.objects.filter(round=round_).values_list("claim__household", "outcome", "reasons")
    for household, outcome, reasons in rows.iterator(20_000):
        row = outcome if outcome == Outcome.AWARD else f"{outcome}{BETWEEN}{reasons[0] if reasons else NO_REASON}"
        parents |= {row: outcome} if row != outcome else {}
        parents[outcome] = ROOT
        cell = counted.setdefault(row, {}).setdefault("", {})
        cell[household] = cell.get(household, 0) + 1

    def cells(leaves: Leaves) -> Cells:
        return {"claims": sum(sum(counted[leaf][""].values()) for leaf in leaves if leaf in counted)}

    return Breakdown(parents, counted, cells)


def _row(round_: Round, rules: Declared, row: str, cells: Cells) -> Row:
    outcome, _, reason = row.partition(BETWEEN)
    words = {language: sentence(rules, outcome, reason, language) if reason else "" for language in ("en", "ar")}
    return {
        "programme": round_.programme.key,
        "round": round_.reference,
        "outcome": outcome,
        "reason": reason,
        "reason_en": words["en"],
        "reason_ar": words["ar"],
        "claims": cells.get("claims"),
        "state": KNOWN if cells else HIDDEN,
        "as_of": localtime(round_.issued_at).date() if cells and round_.issued_at else None,
    }
