"""Who is paid and where, payment runs with their payments, and what bank statements say of them."""

from sanad.casework.payments.models.payables import Payable
from sanad.casework.payments.models.payees import AccountKind, Payee, PayeeAccount, Verdict
from sanad.casework.payments.models.payments import Payment, PaymentPart, PaymentState
from sanad.casework.payments.models.runs import LeftOut, PaymentRun, RunState, WhyLeftOut
from sanad.casework.payments.models.statements import BankLine, BankStatement, LineState, WhySuspense
from sanad.casework.payments.models.suspense import DecisionKind, SuspenseDecision

__all__ = [
    "AccountKind",
    "BankLine",
    "BankStatement",
    "DecisionKind",
    "LeftOut",
    "LineState",
    "Payable",
    "Payee",
    "PayeeAccount",
    "Payment",
    "PaymentPart",
    "PaymentRun",
    "PaymentState",
    "RunState",
    "SuspenseDecision",
    "Verdict",
    "WhyLeftOut",
    "WhySuspense",
]
