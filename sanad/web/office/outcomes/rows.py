"""Commitments and checks as the pages show them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise

from sanad.record.ledger_column import Held, LedgerSays
from sanad.record.models import Commitment

STATES = {Held.AGREES: "done", Held.PARTLY: "due", Held.CONTRADICTS: "halt", Held.CANNOT_TELL: "unknown"}


@dataclass(frozen=True, slots=True)
class Row:
    """`says` is the latest check; None where there is none yet."""

    commitment: Commitment
    says: LedgerSays | None
    state: str
    words: str | Promise


@dataclass(frozen=True, slots=True)
class Check:
    says: LedgerSays
    state: str


def rows_of(commitments: Iterable[Commitment], said: Mapping[int, Sequence[LedgerSays]]) -> list[Row]:
    return [_row(one, next(iter(said.get(one.pk, ())), None)) for one in commitments]


def checks_of(said: Sequence[LedgerSays]) -> list[Check]:
    return [Check(one, STATES[one.held]) for one in said]


def _row(one: Commitment, says: LedgerSays | None) -> Row:
    return Row(one, says, STATES[says.held] if says else "unknown", says.held.label if says else "")
