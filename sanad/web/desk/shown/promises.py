"""A promise as a row of the board, and what the ledger shows beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from sanad.record.days import is_past
from sanad.record.ledger_column import Amount, LedgerSays
from sanad.record.models import Commitment, Outcome
from sanad.web.shared.formats import money, number


@dataclass(frozen=True, slots=True)
class Promised:
    """`said` is the last that people say, `check` the last that was run; None where there is none."""

    commitment: Commitment
    said: Outcome | None
    check: LedgerSays | None
    is_past: bool


def promised(commitment: Commitment, said: Outcome | None, checks: Sequence[LedgerSays], today: date) -> Promised:
    return Promised(commitment, said, checks[0] if checks else None, is_past(commitment.due, today))


def amount_in_words(amount: Amount) -> SafeString | str:
    """Not verified is said in words, and is never 0."""
    if amount.number is None:
        return gettext("not verified")
    return money(amount.number, amount.currency) if amount.currency else number(amount.number)
