"""Who prepares, approves and releases payment runs, who decides about money in suspense, and who reads.

A fund's money is of no single district: roles that are held for one district only do not reach its runs.
"""

from django.http import Http404

from sanad.casework.claims.selectors import claims_within
from sanad.casework.payments.models import BankLine, BankStatement, PayeeAccount, PaymentRun
from sanad.casework.payments.states import PEOPLE
from sanad.staff.roles import Role
from sanad.web.office.funds.roles import funds_within
from sanad.web.shared.requests import StaffRequest

PAY = (Role.FINANCE_OFFICER,)
READ = (Role.FINANCE_OFFICER, Role.PROGRAMME_LEAD, Role.AUDITOR)
PROPOSE = (Role.CASEWORKER,)


def run_within(request: StaffRequest, reference: str, *roles: Role) -> PaymentRun:
    """The run, if one of these roles of the person reaches its fund. Raises Http404."""
    runs = PaymentRun.objects.select_related("fund", *PEOPLE)
    found = runs.filter(reference=reference, fund__in=funds_within(request.reach, *roles)).first()
    if found is None:
        raise Http404(reference)
    return found


def statement_within(request: StaffRequest, pk: int) -> BankStatement:
    """Raises Http404."""
    found = BankStatement.objects.select_related("fund", "key", "imported_by").filter(pk=pk).first()
    if found is None or found.fund not in funds_within(request.reach, *READ):
        raise Http404(pk)
    return found


def line_within(request: StaffRequest, pk: int) -> BankLine:
    """Raises Http404."""
    lines = BankLine.objects.select_related("statement__fund", "statement__key", "payment__run")
    found = lines.filter(pk=pk, state="suspense", statement__fund__in=funds_within(request.reach, *PAY)).first()
    if found is None:
        raise Http404(pk)
    return found


def account_within(request: StaffRequest, account: PayeeAccount) -> bool:
    """Whether the person may decide where this payee is paid: of a family, if its claims are within reach."""
    if account.payee.household_id is None:
        return any(not scope.district for scope in request.reach.within(*PAY))
    return claims_within(request.reach, *PAY).filter(household=account.payee.household_id).exists()
