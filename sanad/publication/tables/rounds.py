"""Issued rounds: how many claims each decided, how they ended, and why."""

from collections.abc import Iterator

from sanad.casework.awards.models import Award, Outcome, Round, State
from sanad.casework.rounds.reasons import sentence
from sanad.engine.rules.declared import Programme as Declared
from sanad.publication.hiding.trees import ROOT, Leaves
from sanad.publication.packing import Cells, Past
from sanad.publication.series import HELD, HIDDEN, KNOWN, Breakdown, Draft, Told
from sanad.publication.tables.schema import PROGRAMME, STATE, Column, Row, Table
from sanad.rulebook.models import Programme
from sanad.rulebook.selectors import programme_of

BETWEEN = "|"
"""Between an outcome and its reason, in the name of a row."""
NO_REASON = "none"
ROUNDS = Table(
    "rounds",
    "Rounds",
    "Each issued round: the claims that it decided, by outcome and by the first reason. A row that differs from an "
    "earlier round's by fewer than ten families keeps what that one told.",
    (
        PROGRAMME,
        Column("round", "string", "#event+code", "Reference of the round"),
        Column("outcome", "string", "#status+outcome", "How the claims ended; empty: all", ("", *Outcome.values)),
        Column("reason", "string", "#status+reason+code", "Code of the first reason; empty: all"),
        Column("reason_en", "string", "#status+reason+i_en", "The reason in English"),
        Column("reason_ar", "string", "#status+reason+i_ar", "The reason in Arabic"),
        Column("claims", "integer", "#indicator+claims", "Claims; empty where it is not told"),
        STATE,
        Column("told_of", "string", "#event+code+reported", "The round of which it is told; empty: none"),
    ),
    ("programme", "round", "outcome", "reason"),
)


def round_rows(draft: Draft, programme: Programme) -> Iterator[Row]:
    series = f"rounds/{programme.key}"
    issued = Round.objects.filter(programme=programme, state=State.ISSUED).select_related("rules", "programme")
    for one in issued.order_by("number"):
        yield from _rows(draft, series, one)


def _rows(draft: Draft, series: str, round_: Round) -> Iterator[Row]:
    """A round is told once and for all: what it tells is held against the rounds before it.

    A row that differs from theirs by too few families keeps what the last of them told.
    """
    if round_.reference not in draft.parts_of(series):
        draft.settle(series, {ROOT: _breakdown(round_)}, round_.reference)
    parts = draft.parts_of(series)
    mine = parts.get(round_.reference, {}).get(ROOT)
    before = [parts[one][ROOT] for one in _before(round_) if one in parts]
    rules = programme_of(round_.rules)
    for row in sorted({ROOT, *(mine.parents if mine else ())}):
        yield _row(round_, rules, row, _told(row, mine, before))


def _before(round_: Round) -> list[str]:
    """References of the rounds that were issued before it, the oldest first."""
    issued = Round.objects.filter(programme=round_.programme, state=State.ISSUED, number__lt=round_.number)
    return [one.reference for one in issued.select_related("programme").order_by("number")]


def _told(row: str, mine: Past | None, before: list[Past]) -> Told:
    if mine is not None and row in mine.told:
        return Told(row, KNOWN, None, mine.told[row])
    last = next((past for past in reversed(before) if row in past.told), None)
    return Told(row, HELD, None, last.told[row]) if last else Told(row, HIDDEN)


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
        told = sum(sum(counted[leaf][""].values()) for leaf in leaves if leaf in counted)
        return {"claims": told, "of": round_.reference}

    return Breakdown(parents, counted, cells)


def _row(round_: Round, rules: Declared, row: str, told: Told) -> Row:
    outcome, _, reason = row.partition(BETWEEN)
    words = {language: sentence(rules, outcome, reason, language) if reason else "" for language in ("en", "ar")}
    return {
        "programme": round_.programme.key,
        "round": round_.reference,
        "outcome": outcome,
        "reason": reason,
        "reason_en": words["en"],
        "reason_ar": words["ar"],
        "claims": told.cells.get("claims"),
        "state": told.state,
        "told_of": told.cells.get("of"),
    }
