"""The engine decides the frozen facts; nothing leaves the house yet."""

import csv
import shutil
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from sanad.audit.services import record
from sanad.caseload.making import Asked, make_round
from sanad.casework.allocations.selectors import freed_by_a_round, set_aside
from sanad.casework.awards.models import Round, State
from sanad.casework.rounds.carrying import paid_file
from sanad.casework.rounds.selectors import claims_to_decide, folder_of, input_of
from sanad.casework.rounds.states import move
from sanad.engine.money import exponent, unscaled
from sanad.engine.rules.types import Choice
from sanad.funds.selectors import AtHand, funds_at_hand
from sanad.places.selectors import around_each
from sanad.rulebook.models import RuleSet
from sanad.rulebook.selectors import built, programme_of

FUNDS, PAID = "funds.csv", "paid.csv"
HEADER = ("fund", "currency", "amount", "earmarks")
OPERATIVE = "operative"
PLACE = "place"


def simulate(round_: Round, at: datetime) -> None:
    """Decide the frozen facts into the round's folder, and note its hashes and sums.

    Raises CaseloadRefused, ProgrammeRefused, RoundTooLarge, StateHasChanged.
    """
    out = folder_of(round_)
    shutil.rmtree(out, ignore_errors=True)
    made = make_round(_asked(round_, out), lambda _step: None)
    with transaction.atomic():
        move(round_, to=State.SIMULATED, out_of=(State.FROZEN,), simulated_at=at, **_noted(made.meta))
        facts = {"result": round_.result_hash, "seal": round_.seal, "reserves": round_.reserves}
        record(act="round.simulate", on=f"round:{round_.reference}", by=None, at=at, facts=facts)
    shutil.rmtree(input_of(round_), ignore_errors=True)
    for name in (FUNDS, PAID):
        _beside(input_of(round_), name).unlink(missing_ok=True)


def _asked(round_: Round, out: Path) -> Asked:
    given = input_of(round_)
    paid = paid_file(round_, _beside(given, PAID))
    return Asked(programme_of(round_.rules), given, round_.on, out, paid=paid, funds=_funds_file(round_, given))


def _noted(meta: Mapping[str, Any]) -> dict[str, Any]:
    """What of the round's own account stands in the database as well."""
    counts = meta["counts"]
    totals = counts["totals"]
    return {
        "awards": counts["outcomes"].get("award", 0),
        "awarded": totals["net"],
        "due_now": totals["due_now"],
        "reserves": totals.get("allocated", 0),
        "result_hash": meta["result_hash"],
        "seal": meta["seal"],
    }


def _funds_file(round_: Round, given: Path) -> Path | None:
    """The money at hand as the engine reads it, beside the frozen facts; None where no fund may pay the programme."""
    rows = list(_fund_rows(round_))
    if not rows or round_.rules.status != OPERATIVE:
        return None
    file = _beside(given, FUNDS)
    with file.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([HEADER, *rows])
    return file


def _beside(given: Path, name: str) -> Path:
    return given.with_name(f"{given.name}.{name}")


def _fund_rows(round_: Round) -> Iterator[tuple[str, ...]]:
    lines, places = {line.name for line in programme_of(round_.rules).lines}, _places(round_.rules)
    for fund in money_for(round_):
        amount, marks = unscaled(fund.amount, exponent(fund.currency)), list(_earmarks(fund, lines, places))
        if fund.amount > 0 and all(mark.partition("=")[2] for mark in marks):
            yield fund.code, fund.currency, f"{amount:f}", "; ".join(marks)


def money_for(round_: Round) -> list[AtHand]:
    """What may be reserved by the round: free money, and what it frees of earlier reservations."""
    freed = set_aside(freed_by_a_round(claims_to_decide(round_.programme), round_.programme))
    found = funds_at_hand(round_.programme.key, round_.on)
    return [replace(fund, amount=fund.amount + freed.get(fund.account, 0)) for fund in found]


def _earmarks(fund: AtHand, lines: Collection[str], places: frozenset[str]) -> Iterator[str]:
    """As the engine reads them. One that names nothing is for lines or places that this programme does not have, such
    as works on buildings.
    """
    if fund.line:
        yield "line=" + "|".join(line for line in fund.line.split("|") if line in lines)
    if fund.area:
        around = around_each(places)
        yield f"{PLACE}=" + "|".join(sorted(place for place in places if fund.area in around[place]))


def _places(rules: RuleSet) -> frozenset[str]:
    """The places that the programme tells apart: the options of its field of that name."""
    field = built(rules).fields.get(PLACE)
    return frozenset(field.type.options) if field and isinstance(field.type, Choice) else frozenset()
