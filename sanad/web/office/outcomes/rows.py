"""Commitments as the list shows them: each with its latest check, in words alone, since neither column is a verdict."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sanad.record.ledger_column import LedgerSays
from sanad.record.models import Commitment


@dataclass(frozen=True, slots=True)
class Row:
    """`says` is the latest check; None where there is none yet."""

    commitment: Commitment
    says: LedgerSays | None


def rows_of(commitments: Iterable[Commitment], said: Mapping[int, Sequence[LedgerSays]]) -> list[Row]:
    return [Row(one, next(iter(said.get(one.pk, ())), None)) for one in commitments]
