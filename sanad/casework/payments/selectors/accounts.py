"""Where payees are paid; holder and number are unsealed here and nowhere else."""

from django.db.models import QuerySet

from sanad.casework.payments.accounts import NewAccount
from sanad.casework.payments.models import Payee, PayeeAccount
from sanad.evidence.keys import unseal_if_kept
from sanad.registry.models import Household


def told_account(account: PayeeAccount) -> NewAccount:
    """As it was written; empty where the payee's key is destroyed."""
    key = account.payee.key
    holder, number = (unseal_if_kept(key, text) for text in (account.holder, account.number))
    return NewAccount(account.kind, holder, number, account.bank)


Accounts = tuple[PayeeAccount | None, PayeeAccount | None]
"""The account that is confirmed, and the one that waits to be."""


def account_of(household: Household) -> Accounts:
    return _accounts(Payee.objects.filter(household=household))


def account_of_organisation(name: str) -> Accounts:
    """Of a firm, by its name."""
    return _accounts(Payee.objects.filter(organisation=name))


def _accounts(payees: QuerySet[Payee]) -> Accounts:
    payee = payees.select_related("account__payee__key", "key").first()
    if payee is None:
        return None, None
    waiting = payee.accounts.filter(decision=None).select_related("payee__key", "proposed_by").first()
    return payee.account, waiting


def accounts_to_decide() -> QuerySet[PayeeAccount]:
    """What one person proposed and nobody has decided about, oldest first."""
    waiting = PayeeAccount.objects.filter(decision=None)
    return waiting.select_related("payee__household", "payee__key", "proposed_by").order_by("proposed_at", "pk")
