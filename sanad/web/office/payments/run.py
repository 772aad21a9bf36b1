"""One run: where it stands, its sums, who did what, what was left out and why, and what the reader may do about it."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Sum
from django.http import Http404, HttpResponse
from django.shortcuts import render

from sanad.casework.payments.accounts import in_groups
from sanad.casework.payments.models import LeftOut, Payment, PaymentRun, PaymentState, RunState, WhyLeftOut
from sanad.casework.payments.services import drops_alone, needs_third
from sanad.casework.payments.waiting import touching
from sanad.web.office.funds.roles import funds_within
from sanad.web.office.funds.rows import named
from sanad.web.office.payments.forms import DropForm, SumForm
from sanad.web.office.payments.roles import PAY, READ, run_within
from sanad.web.office.payments.states import PAYMENTS, stages_done, state_of
from sanad.web.shared.access import open_to
from sanad.web.shared.requests import StaffRequest

ON_A_PAGE = 25
BEFORE_SENT = (RunState.PREPARED, RunState.APPROVED, RunState.RELEASED)


@open_to(*READ)
def show(request: StaffRequest, reference: str) -> HttpResponse:
    return page_of(request, run_within(request, reference, *READ))


def page_of(
    request: StaffRequest, run: PaymentRun, sum_form: SumForm | None = None, drop_form: DropForm | None = None
) -> HttpResponse:
    """The page, with the forms as they were sent where something is wrong with them."""
    orders = Payment.objects.filter(run=run).select_related("payee__household").order_by("pk")
    page = Paginator(orders, ON_A_PAGE).get_page(request.GET.get("page"))
    shown: dict[str, Any] = {
        "run": run,
        "name": named(run.fund.names),
        "currency": run.fund.currency,
        "state": state_of(run),
        "account": in_groups(run.account_number),
        "stages": stages_done(run),
        "sum_form": sum_form or SumForm(currency=run.fund.currency),
        "drop_form": drop_form or DropForm(),
        "left_out": _left_out(run),
        "by_state": _by_state(run),
        "page": page,
        "orders": [(one, PAYMENTS[PaymentState(one.state)]) for one in page],
    }
    return render(request, "office/payments/run.html", shown | _acts(request, run))


def _acts(request: StaffRequest, run: PaymentRun) -> dict[str, Any]:
    """What the person may do now, and why not."""
    may = run.fund in funds_within(request.reach, *PAY)
    third, mine = needs_third(run), request.user.pk
    touched = touching(request.user, run.pk) if may and run.state in (RunState.PREPARED, RunState.APPROVED) else 0
    prepared, approved = run.state == RunState.PREPARED, run.state == RunState.APPROVED
    took_part = third and mine in (run.prepared_by_id, run.approved_by_id)
    return {
        "needs_third": third,
        "touched": touched,
        "prepared_by_you": may and prepared and run.prepared_by_id == mine,
        "third_needed": may and approved and took_part,
        "may_approve": may and prepared and run.prepared_by_id != mine and not touched,
        "may_release": may and approved and not took_part and not touched,
        "may_export": may and run.state in (RunState.RELEASED, RunState.SENT),
        "may_send": may and run.state == RunState.RELEASED,
        "may_drop": may and run.state in BEFORE_SENT and not drops_alone(run, request.user),
        "dropped_by_another": may and run.state == RunState.RELEASED and drops_alone(run, request.user),
    }


def _left_out(run: PaymentRun) -> list[tuple[str, Any, int, int]]:
    """Code, words, number and sum of what is not in the run, by its reason."""
    rows = LeftOut.objects.filter(run=run).values_list("why").annotate(Count("pk"), Sum("amount")).order_by("why")
    return [(why, WhyLeftOut(why).label, many, amount) for why, many, amount in rows]


def _by_state(run: PaymentRun) -> list[tuple[str, Any, int, int]]:
    """The look's state, words, number and sum of the run's payments, by their state."""
    rows = Payment.objects.filter(run=run).values_list("state").annotate(Count("pk"), Sum("amount")).order_by("state")
    return [(PAYMENTS[PaymentState(state)], PaymentState(state).label, many, sum_) for state, many, sum_ in rows]


@open_to(*READ)
def left_out(request: StaffRequest, reference: str, why: str) -> HttpResponse:
    """What was left out for one reason, by claim."""
    run = run_within(request, reference, *READ)
    if why not in WhyLeftOut.values:
        raise Http404(why)
    rows = LeftOut.objects.filter(run=run, why=why).select_related("claim", "payable").order_by("pk")
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    shown = {"run": run, "currency": run.fund.currency, "words": WhyLeftOut(why).label, "page": page}
    return render(request, "office/payments/left_out.html", shown)
