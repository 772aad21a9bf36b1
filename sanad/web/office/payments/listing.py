"""The payment runs of the funds that a person reaches, and how much waits elsewhere."""

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render

from sanad.casework.payments.models import BankLine, BankStatement, PaymentRun
from sanad.funds.models import Fund
from sanad.web.office.funds.roles import funds_within
from sanad.web.office.funds.rows import named
from sanad.web.office.payments.accounts import accounts_waiting
from sanad.web.office.payments.roles import PAY, READ
from sanad.web.office.payments.states import state_of
from sanad.web.shared.access import open_to
from sanad.web.shared.requests import StaffRequest

ON_A_PAGE = 25


@open_to(*READ)
def payments(request: StaffRequest) -> HttpResponse:
    funds = funds_within(request.reach, *READ)
    runs = PaymentRun.objects.filter(fund__in=funds).select_related("fund", "prepared_by").order_by("-pk")
    page = Paginator(runs, ON_A_PAGE).get_page(request.GET.get("page"))
    shown = {
        "page": page,
        "rows": [(run, state_of(run), named(run.fund.names)) for run in page],
        "may_prepare": [(fund, named(fund.names)) for fund in funds_within(request.reach, *PAY)],
        "undecided": undecided_lines(funds).count(),
        "statements": BankStatement.objects.filter(fund__in=funds).count(),
        "accounts": len(accounts_waiting(request)),
        "may_pay": request.reach.holds(*PAY),
    }
    return render(request, "office/payments/list.html", shown)


def undecided_lines(funds: list[Fund]) -> QuerySet[BankLine]:
    """Money in suspense about which nobody has decided."""
    return BankLine.objects.filter(statement__fund__in=funds, undecided__gt=0)
