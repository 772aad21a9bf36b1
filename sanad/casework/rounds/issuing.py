"""Issuing: awards, reservations and notices, all in one transaction or none."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db import transaction

from sanad.audit.services import record
from sanad.caseload.dues import write_dues
from sanad.caseload.replaying import replay
from sanad.caseload.rounds import read_round
from sanad.casework.allocations.services import reserve_for_round
from sanad.casework.awards.models import Award, Round, State
from sanad.casework.awards.storing import store_awards
from sanad.casework.claims.models import Claim
from sanad.casework.notices.services import Told, tell
from sanad.casework.notices.telling import sum_told
from sanad.casework.rounds.carrying import hold_payments, refuse_other_payments
from sanad.casework.rounds.selectors import DECIDED_ON, folder_of
from sanad.casework.rounds.states import move

KINDS = {"award": "award_issued"}
OTHERWISE = "decision_issued"


class RoundWasTouched(Exception):
    """The round's files are not as they were approved."""


class ClaimsMovedOn(Exception):
    """Claims of the round were held or withdrawn after it was frozen; says how many."""

    def __init__(self, claims: int) -> None:
        super().__init__(claims)
        self.claims = claims


def issue(round_: Round, at: datetime) -> None:
    """Store the awards, reserve the money and tell the families.

    Raises StateHasChanged, RoundWasTouched, ClaimsMovedOn, RunIsOpen, PaymentsMovedOn, UnknownClaims, and what the
    ledger refuses: NotEnoughMoney, UncoveredFirst, ShortfallFirst.
    """
    folder = folder_of(round_)
    _refuse_touched(round_)
    issuer = round_.issued_by
    with _dues(round_, folder) as dues, transaction.atomic():
        move(round_, to=State.ISSUED, out_of=(State.ISSUING,), issued_at=at)
        hold_payments(round_)
        rows = store_awards(round_, folder, dues)
        _refuse_moved_on(round_)
        refuse_other_payments(round_, folder)
        facts = {"result": round_.result_hash, "seal": round_.seal}
        record(act="round.issue", on=f"round:{round_.reference}", by=issuer, at=at, facts=facts, rows=rows)
        reserve_for_round(round_=round_, folder=folder, by=issuer, at=at)
        tell(_notices(round_), at=at)


@contextmanager
def _dues(round_: Round, folder: Path) -> Iterator[Path]:
    """What is due of each line on the round's day, worked out before anything is locked."""
    with TemporaryDirectory(prefix="sanad-dues-") as apart:
        file = Path(apart) / "dues.parquet"
        write_dues(folder, round_.on, file)
        yield file


def _refuse_touched(round_: Round) -> None:
    """What is stored must be what was approved: the files are decided again and held against their hashes."""
    folder = folder_of(round_)
    if read_round(folder)["seal"] != round_.seal:
        raise RoundWasTouched("seal")
    difference = replay(folder)
    if difference is not None:
        raise RoundWasTouched(difference.says["en"])


def _refuse_moved_on(round_: Round) -> None:
    moved = Claim.objects.filter(awards__round=round_).exclude(state__in=DECIDED_ON).count()
    if moved:
        raise ClaimsMovedOn(moved)


def _notices(round_: Round) -> Iterator[Told]:
    awards = Award.objects.filter(round=round_).select_related("claim__household").order_by("pk")
    for award in awards.iterator(chunk_size=2_000):
        facts: dict[str, object] = {"number": award.claim.number, "round": round_.reference}
        if award.outcome == "award":
            facts["net"] = sum_told(award.net or 0, award.currency)
        yield Told(award.claim.household, KINDS.get(award.outcome, OTHERWISE), facts)
