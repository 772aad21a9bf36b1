"""The verbs of payments. Each is one act with its audit event; sums are minor units of the fund's currency."""

from sanad.casework.payments.services.accounts import (
    confirm_account,
    payee_of_household,
    payee_of_organisation,
    propose_account,
    refuse_account,
)
from sanad.casework.payments.services.deciding import approve_run, drop_run, drops_alone, needs_third, release_run
from sanad.casework.payments.services.exporting import contents, export_run, write_files
from sanad.casework.payments.services.importing import TakenIn, import_statement, plan_statement
from sanad.casework.payments.services.many_accounts import Proposed, confirm_accounts, propose_accounts
from sanad.casework.payments.services.payables import ask_to_pay
from sanad.casework.payments.services.preparing import prepare_run
from sanad.casework.payments.services.receiving import confirm_receipt, deny_receipt
from sanad.casework.payments.services.sending import mark_sent
from sanad.casework.payments.services.suspense import Decision, decide_suspense

__all__ = [
    "Decision",
    "Proposed",
    "TakenIn",
    "approve_run",
    "ask_to_pay",
    "confirm_account",
    "confirm_accounts",
    "confirm_receipt",
    "contents",
    "decide_suspense",
    "deny_receipt",
    "drop_run",
    "drops_alone",
    "export_run",
    "import_statement",
    "mark_sent",
    "needs_third",
    "payee_of_household",
    "payee_of_organisation",
    "plan_statement",
    "prepare_run",
    "propose_account",
    "propose_accounts",
    "refuse_account",
    "release_run",
    "write_files",
]
