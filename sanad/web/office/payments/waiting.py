"""What of payments waits for the person: runs to approve, to release, to send; accounts; money in suspense."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sanad.casework.payments.models import PaymentRun, RunState
from sanad.casework.payments.services import needs_third
from sanad.web.office.funds.roles import funds_within
from sanad.web.office.payments.accounts import accounts_waiting
from sanad.web.office.payments.listing import undecided_lines
from sanad.web.office.payments.roles import PAY
from sanad.web.office.waiting import FIRST, Line, List
from sanad.web.shared.formats import day, language, money
from sanad.web.shared.requests import StaffRequest


def waiting_payments(request: StaffRequest) -> list[List]:
    funds, me = funds_within(request.reach, *PAY), request.user.pk
    runs = list(PaymentRun.objects.filter(fund__in=funds).exclude(state__in=("sent", "dropped")).select_related("fund"))
    approve = [run for run in runs if run.state == RunState.PREPARED and run.prepared_by_id != me]
    release = [run for run in runs if run.state == RunState.APPROVED and not _took_part(run, me)]
    send = [run for run in runs if run.state == RunState.RELEASED]
    return [
        _runs(_("Payment runs to approve"), approve),
        _runs(_("Payment runs to release"), release),
        _runs(_("Payment runs to send to the bank"), send),
        _accounts(request),
        _suspense(request),
    ]


def _took_part(run: PaymentRun, me: int) -> bool:
    return needs_third(run) and me in (run.prepared_by_id, run.approved_by_id)


def _runs(title: object, runs: list[PaymentRun]) -> List:
    lines = [
        Line(
            reverse("payment_run", args=[run.reference]),
            run.fund.names[language()],
            run.reference,
            money(run.total, run.fund.currency),
        )
        for run in runs[:FIRST]
    ]
    return List(title, len(runs), "due", reverse("payments"), lines)  # type: ignore[arg-type]


def _accounts(request: StaffRequest) -> List:
    waiting = [one for one in accounts_waiting(request) if one.proposed_by_id != request.user.pk]
    lines = [
        Line(reverse("payment_account", args=[one.pk]), one.get_kind_display(), str(one.payee), day(one.proposed_at))
        for one in waiting[:FIRST]
    ]
    return List(_("Accounts to confirm"), len(waiting), "due", reverse("payment_accounts"), lines)


def _suspense(request: StaffRequest) -> List:
    waiting = undecided_lines(funds_within(request.reach, *PAY)).select_related("statement__fund").order_by("day", "pk")
    lines = [
        Line(
            reverse("payment_suspense_line", args=[one.pk]),
            one.get_why_display(),
            one.statement.bank_id,
            money(one.amount, one.statement.fund.currency),
        )
        for one in waiting[:FIRST]
    ]
    return List(_("Money in suspense"), waiting.count(), "due", reverse("payment_suspense"), lines)
