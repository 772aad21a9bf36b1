"""Money that was paid before is carried into the round, and the round holds only while that money stays where it is."""

import csv
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from sanad.caseload.rounds import PAID, connect
from sanad.casework.awards.models import Award, Round
from sanad.casework.payments.selectors import paid_before, parts_in_open_runs
from sanad.casework.rounds.selectors import claims_to_decide
from sanad.engine.money import exponent, unscaled
from sanad.funds.models import Fund, FundedProgramme
from sanad.rulebook.selectors import built

HEADER = ("claim", "line", "amount", "date")
Paid = dict[tuple[str, str], int]
"""By claim number and line, in minor units."""


class RunIsOpen(Exception):
    """Claims of the round stand in payment runs that are neither sent nor dropped; says in which."""

    def __init__(self, runs: list[str]) -> None:
        super().__init__(", ".join(runs))
        self.runs = runs


class PaymentsMovedOn(Exception):
    """Since the round was simulated, claims of it were paid or their payments came back; says how many."""

    def __init__(self, claims: int) -> None:
        super().__init__(claims)
        self.claims = claims


def paid_file(round_: Round, file: Path) -> Path | None:
    """What was paid before to the round's claims, as the engine reads it; None where nothing was."""
    places = exponent(round_.programme.currency)
    known = set(claims_to_decide(round_.programme).values_list("number", flat=True))
    rows = [
        (number, line, f"{unscaled(amount, places):f}", day.isoformat())
        for number, line, amount, day in _known_rows(round_)
        if number in known
    ]
    if not rows:
        return None
    with file.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([HEADER, *rows])
    return file


def hold_payments(round_: Round) -> None:
    """Keep runs of the round's funds from being prepared until the transaction ends, and refuse what they changed.

    Raises RunIsOpen, PaymentsMovedOn.
    """
    funds = FundedProgramme.objects.filter(programme=round_.programme.key).values("fund")
    list(Fund.objects.select_for_update().filter(pk__in=funds).order_by("pk"))
    runs = parts_in_open_runs(round_.programme).values_list("payment__run__reference", flat=True)
    if runs:
        raise RunIsOpen(sorted(set(runs.distinct())))


def refuse_other_payments(round_: Round, folder: Path) -> None:
    """Once the round's awards are stored: what was paid to its claims must be what they were decided with.

    Raises PaymentsMovedOn.
    """
    claims = set(Award.objects.filter(round=round_).values_list("claim__number", flat=True))
    now: Paid = Counter()
    for number, line, amount, _ in _known_rows(round_):
        if number in claims:
            now[number, line] += amount
    then = _decided_with(folder)
    moved = {key[0] for key in now.keys() | then.keys() if now.get(key, 0) != then.get(key, 0)}
    if moved:
        raise PaymentsMovedOn(len(moved))


def _known_rows(round_: Round) -> Iterator[tuple[str, str, int, date]]:
    """Payments for lines that the round's rules know."""
    lines = {line.name for line in built(round_.rules).money_lines}
    return (row for row in paid_before(round_.programme, round_.on) if row[1] in lines)


def _decided_with(folder: Path) -> Paid:
    if not (folder / PAID).exists():
        return {}
    with connect() as duck:
        query = "select claim_id, line, sum(amount) from read_parquet(?) group by all"
        rows = duck.execute(query, [str(folder / PAID)]).fetchall()
    return {(number, line): int(amount) for number, line, amount in rows}
