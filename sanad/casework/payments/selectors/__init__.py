"""Reading payments: what is due, what was paid, what waits for somebody."""

from sanad.casework.payments.selectors.accounts import (
    account_of,
    account_of_organisation,
    accounts_to_decide,
    told_account,
)
from sanad.casework.payments.selectors.joined import Gap, after_gaps, gap_before
from sanad.casework.payments.selectors.money import AwardMoney, LineMoney, money_of, money_of_many
from sanad.casework.payments.selectors.paid import paid_before, parts_in_open_runs
from sanad.casework.payments.selectors.told import PaymentTold, payment_of, payments_of

__all__ = [
    "AwardMoney",
    "Gap",
    "LineMoney",
    "PaymentTold",
    "account_of",
    "account_of_organisation",
    "accounts_to_decide",
    "after_gaps",
    "gap_before",
    "money_of",
    "money_of_many",
    "paid_before",
    "parts_in_open_runs",
    "payment_of",
    "payments_of",
    "told_account",
]
