"""The verbs of funds. Each is one act with its audit event; accounts and sums are the ledger's."""

from sanad.funds.services.exchanging import Rate, exchange
from sanad.funds.services.leaving import book_loss, pay_fees, return_money
from sanad.funds.services.opening import add_donor, note_agreement, open_earmark, open_fund
from sanad.funds.services.paying import ask_three_persons, name_account
from sanad.funds.services.receiving import confirm_receipt, receive_money, refuse_receipt

__all__ = [
    "Rate",
    "add_donor",
    "ask_three_persons",
    "book_loss",
    "confirm_receipt",
    "exchange",
    "name_account",
    "note_agreement",
    "open_earmark",
    "open_fund",
    "pay_fees",
    "receive_money",
    "refuse_receipt",
    "return_money",
]
