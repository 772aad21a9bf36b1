"""A finance office that can be killed in the middle of its work: it takes each run as far as it goes, again and again.

For each line of its input a child is forked, which prepares, approves, releases, exports and sends what waits, and
takes in the bank statement of what was sent.
"""

import uuid
from datetime import UTC, date, datetime
from pathlib import Path

import django

django.setup()

from django.conf import settings  # noqa: E402  Django has to be set up first

from sanad.casework.payments.models import Payment, PaymentRun, PaymentState, RunState  # noqa: E402
from sanad.casework.payments.refusals import NothingToPay  # noqa: E402
from sanad.casework.payments.services import (  # noqa: E402
    approve_run,
    import_statement,
    mark_sent,
    prepare_run,
    release_run,
    write_files,
)
from sanad.casework.payments.statements.reading import Line, Statement  # noqa: E402
from sanad.funds.models import Fund  # noqa: E402
from sanad.staff.models import User  # noqa: E402
from tests.killing import fork_for_each_line  # noqa: E402

AT = datetime(2026, 6, 1, 9, tzinfo=UTC)


def work() -> None:
    fund = Fund.objects.get()
    first, second, third = (User.objects.get(email=f"{name}@example.org") for name in ("maya", "omar", "rana"))
    _take_in(fund, third)
    run = PaymentRun.objects.exclude(state__in=(RunState.SENT, RunState.DROPPED)).select_related("fund").first()
    run = run or _prepared(fund, first)
    if run is None:
        return
    if run.state == RunState.PREPARED:
        approve_run(run=run, typed_sum=run.total, by=second, at=AT)
    if run.state == RunState.APPROVED:
        release_run(run=run, typed_sum=run.total, by=third, at=AT)
    write_files(run=run, folder=Path(settings.DATA) / "bank", by=third, at=AT)
    mark_sent(run=run, by=third, at=AT)
    _take_in(fund, third)


def _prepared(fund: Fund, by: User) -> PaymentRun | None:
    try:
        return prepare_run(client_id=uuid.uuid4(), fund=fund, up_to=None, by=by, at=AT)
    except NothingToPay:
        return None


def _take_in(fund: Fund, by: User) -> None:
    """The bank pays every second payment and sends the others back."""
    for run in PaymentRun.objects.filter(orders__state=PaymentState.SENT).distinct().order_by("pk"):
        lines = [
            Line(row, date(2026, 6, 2), one.amount * (1 if row % 2 else -1), one.reference, "")
            for row, one in enumerate(Payment.objects.filter(run=run).order_by("pk"), start=1)
        ]
        closing = sum(line.amount for line in lines)
        statement = Statement(f"OF-{run.reference}", fund.currency, "", 0, closing, tuple(lines))
        import_statement(fund=fund, statement=statement, by=by, at=AT)


if __name__ == "__main__":
    fork_for_each_line(work)
