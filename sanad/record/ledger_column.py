"""The column *what the ledger shows*, for whoever shows a commitment; the record itself knows no money.

What joins the two halves of the house (`sanad.outcomes`) says here how the column is read. Where the record is
installed alone nobody does, and a page says that no ledger is at hand. It stands beside what people say and is never
merged with it.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _


class Held(TextChoices):
    """How what was promised stands against what was found; never whether somebody spoke the truth."""

    AGREES = "agrees", _("The ledger shows it")
    PARTLY = "partly", _("The ledger shows part of it")
    CONTRADICTS = "contradicts", _("The ledger shows something else")
    CANNOT_TELL = "cannot_tell", _("The ledger cannot tell")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number that was promised or found, with what it counts; `currency` is empty for what is not money.

    `number` is in minor units where it is money; None is "not verified", and never 0.
    """

    label: str | Promise
    number: int | None
    currency: str = ""


@dataclass(frozen=True, slots=True)
class LedgerSays:
    """One check, as it was run: the question, the ledger's position with its hash, what was promised, what was found.

    `about` names the programme, fund or building that was asked, in words; `is_made_up` is the mark of a demo's ledger.
    """

    question: str | Promise
    query: str
    version: int
    about: str
    held: Held
    expected: Sequence[Amount]
    observed: Sequence[Amount]
    why: str | Promise
    position: int
    position_hash: str
    ran_at: datetime
    is_made_up: bool


Column = Callable[[Collection[int]], Mapping[int, Sequence[LedgerSays]]]
"""By the keys of commitments, their checks, the latest first. A commitment that nobody linked is not among them."""

_columns: list[Column | str] = []


def tell_ledger_by(column: Column | str) -> None:
    """Once, when the applications are ready; by its dotted path where it cannot be imported yet."""
    _columns[:] = [column]


def has_ledger() -> bool:
    return bool(_columns)


def ledger_of(commitments: Collection[int]) -> Mapping[int, Sequence[LedgerSays]]:
    """What the ledger shows beside each of these; empty where the record stands alone."""
    if not _columns:
        return {}
    column = _columns[0]
    told: Column = import_string(column) if isinstance(column, str) else column
    return told(commitments)
