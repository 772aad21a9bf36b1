"""Setting money aside for the awards of a round, in the order of payment; refused beyond the fund."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from uuid import NAMESPACE_URL, UUID, uuid5

import duckdb

from sanad.audit.bulk import insert
from sanad.caseload.rounds import ALLOCATIONS, AWARDS, connect
from sanad.casework.allocations.models import Reservation
from sanad.casework.allocations.selectors import freed_by_a_round
from sanad.casework.awards.models import Award, Round
from sanad.casework.claims.models import Claim
from sanad.funds.models import Part
from sanad.ledger.booking import Act, book
from sanad.ledger.codes import sibling
from sanad.ledger.kinds import AccountKind, TransferKind
from sanad.ledger.movements import Movement, Wanted
from sanad.staff.models import User

Row = tuple[str, str, str, int, int]
"""Claim, line, part of a fund, amount, place in the order of payment."""
ROWS = """
    select claim_id, line, fund, amount, queue_place
    from read_parquet(?) as given join (select claim_id, queue_place from read_parquet(?)) as place using (claim_id)
    order by queue_place, claim_id, line, fund
"""
COLUMNS = ("award_id", "line", "part_id", "attempt", "amount", "place", "transfer_id")
FIRST = 1


def reserve_for_round(*, round_: Round, folder: Path, by: User | None, at: datetime) -> int:
    """Set aside what the round allocates, and give up what earlier awards of its claims had; how much is reserved.

    The awards of the round are stored already. Raises NotEnoughMoney, UncoveredFirst or ShortfallFirst of the ledger
    where less is free than when the round was simulated: nothing is reserved then.
    """
    rows = _allocated(folder)
    parts = {f"{part.fund.code}/{part.code}": part for part in Part.objects.select_related("fund")}
    wanted = [_wanted(round_, row, parts) for row in rows]
    # First what earlier awards had: an account with promises that lost their money takes no new ones.
    for act, movements in (
        ("round.give_up", [*_given_up(round_)]),
        ("round.reserve", [one.movement for one in wanted]),
    ):
        if movements:
            book(movements=movements, act=Act(act, f"round:{round_.reference}", by, at))
    _write(round_, rows, wanted, parts)
    return sum(one.amount for one in wanted)


def reservation_id(round_: Round, claim: str, line: str, part: str) -> UUID:
    """The same each time, so that a round that is issued again after a crash books nothing twice."""
    return uuid5(NAMESPACE_URL, f"sanad:{round_.reference}:{claim}:{line}:{part}")


def _allocated(folder: Path) -> list[Row]:
    if not (folder / ALLOCATIONS).exists():
        return []
    with connect() as duck:
        return _fetched(duck, folder)


def _fetched(duck: duckdb.DuckDBPyConnection, folder: Path) -> list[Row]:
    return duck.execute(ROWS, [str(folder / ALLOCATIONS), str(folder / AWARDS)]).fetchall()


def _wanted(round_: Round, row: Row, parts: Mapping[str, Part]) -> Wanted:
    claim, line, part, amount, place = row
    account = parts[part].account_id
    on_its_way = sibling(account, AccountKind.SENT)
    return Wanted(reservation_id(round_, claim, line, part), account, on_its_way, amount, place)


def _given_up(round_: Round) -> Iterator[Movement]:
    """What is still set aside for claims that are decided anew or were withdrawn: free for the new order."""
    claims = Claim.objects.filter(awards__round=round_)
    rows = freed_by_a_round(claims, round_.programme).select_related("transfer__pending")
    for one in rows.order_by("pk").iterator():
        transfer = one.transfer
        kind = TransferKind.VOID if transfer.pending.state == "pending" else TransferKind.GIVE_UP
        accounts = transfer.debit_account_id, transfer.credit_account_id
        id = uuid5(NAMESPACE_URL, f"sanad:{round_.reference}:void:{transfer.pk}")
        yield Movement(id, kind, *accounts, transfer.pending.left, pending_of=transfer.pk)


def _write(round_: Round, rows: list[Row], wanted: list[Wanted], parts: Mapping[str, Part]) -> None:
    awards = dict(Award.objects.filter(round=round_).values_list("claim__number", "pk"))
    insert(
        Reservation,
        COLUMNS,
        (
            (awards[claim], line, parts[part].pk, FIRST, amount, place, one.id.hex)
            for (claim, line, part, amount, place), one in zip(rows, wanted, strict=True)
        ),
    )
