"""Whether the statements of an account follow one another: a page that was lost shows as a gap between balances."""

from collections.abc import Iterable
from dataclasses import dataclass

from sanad.casework.payments.models import BankStatement
from sanad.funds.models import Fund


@dataclass(frozen=True, slots=True)
class Gap:
    """A statement opens with `opening`, and none closed with it; the one before, `last`, closed with `closing`."""

    last: str
    closing: int
    opening: int


def gap_before(fund: Fund, bank_id: str, opening: int) -> Gap | None:
    """What lies before a statement with this opening balance, taken in or about to be; None where nothing is missing.

    Nothing comes before the first that was taken in. A gap closes when what lies between is taken in later.
    """
    others = BankStatement.objects.filter(fund=fund).exclude(bank_id=bank_id)
    own = BankStatement.objects.filter(fund=fund, bank_id=bank_id).first()
    before = others.filter(pk__lt=own.pk) if own else others
    last = before.order_by("-pk").first()
    if last is None or others.filter(closing=opening).exists():
        return None
    return Gap(last.bank_id, last.closing, opening)


def after_gaps(statements: Iterable[BankStatement]) -> dict[int, Gap]:
    """Those of the statements before which something is missing, by their key."""
    found = ((one.pk, gap_before(one.fund, one.bank_id, one.opening)) for one in statements)
    return {pk: gap for pk, gap in found if gap}
