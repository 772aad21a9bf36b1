"""Bank statements: what would be booked, and taking them in."""

import tempfile
from pathlib import Path
from typing import Any

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sanad.casework.payments.models import BankLine, BankStatement, LineState
from sanad.casework.payments.selectors import Gap, after_gaps, gap_before
from sanad.casework.payments.services import import_statement, plan_statement
from sanad.casework.payments.statements.reading import Statement, read_statement
from sanad.casework.payments.statements.sayings import StatementRefused
from sanad.funds.models import Fund
from sanad.ledger.refusals import LedgerRefused
from sanad.web.office.funds.roles import fund_within, funds_within
from sanad.web.office.funds.rows import named
from sanad.web.office.payments.roles import PAY, READ, statement_within
from sanad.web.office.payments.states import LINES
from sanad.web.shared.access import open_to
from sanad.web.shared.formats import language
from sanad.web.shared.requests import StaffRequest

ON_A_PAGE = 50
MOST_TOLD = 20


class StatementForm(forms.Form):
    file = forms.FileField(
        label=_("The bank statement as CSV"),
        help_text=_("First the rows statement, currency, opening and closing; then date, amount, reference and note."),
        error_messages={"required": _("Choose the file."), "empty": _("The file is empty. Choose it again.")},
    )


@open_to(*READ)
def statements(request: StaffRequest) -> HttpResponse:
    found = BankStatement.objects.filter(fund__in=funds_within(request.reach, *READ))
    rows = found.select_related("fund", "imported_by").order_by("-pk")
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    may = [(fund, named(fund.names)) for fund in funds_within(request.reach, *PAY)]
    shown = {"page": page, "may_take_in": may, "gaps": after_gaps(page)}
    return render(request, "office/payments/statements.html", shown)


@open_to(*PAY)
def take_in(request: StaffRequest, code: str) -> HttpResponse:
    fund = fund_within(request, code, *PAY)
    form = StatementForm(request.POST or None, request.FILES or None)
    if not form.is_valid():
        return _page(request, fund, form)
    try:
        statement = _read(form.cleaned_data["file"])
        if "check" in request.POST:
            would = _counted(plan_statement(fund=fund, statement=statement))
            return _page(request, fund, form, would=would, gap=gap_before(fund, statement.bank_id, statement.opening))
        return _taken_in(request, fund, statement)
    except StatementRefused as refused:
        return _page(request, fund, form, problems=refused)
    except LedgerRefused:
        form.add_error("file", gettext("Money of the fund was lost at this moment. Nothing was booked. Send it again."))
        return _page(request, fund, form)


def _taken_in(request: StaffRequest, fund: Fund, statement: Statement) -> HttpResponse:
    taken = import_statement(fund=fund, statement=statement, by=request.user, at=now())
    if taken.is_new:
        messages.success(request, gettext("The statement is taken in."))
    else:
        messages.warning(request, gettext("This statement was taken in before. Nothing was booked now."))
    return redirect("payment_statement", taken.statement.pk)


def _read(file: UploadedFile) -> Statement:
    """Raises StatementRefused."""
    with tempfile.NamedTemporaryFile(suffix=".csv") as copy:
        for piece in file.chunks():
            copy.write(piece)
        copy.flush()
        return read_statement(Path(copy.name), localdate(), name=file.name or "")


def _page(
    request: StaffRequest,
    fund: Fund,
    form: StatementForm,
    would: list[tuple[str, Any, int]] | None = None,
    problems: StatementRefused | None = None,
    gap: Gap | None = None,
) -> HttpResponse:
    told = [(one.where, one.says[language()]) for one in problems.problems] if problems else []
    if told:
        form.add_error("file", gettext("Nothing was booked: the statement is not as it must be."))
    shown = {"fund": fund, "name": named(fund.names), "form": form, "would": would, "problems": told[:MOST_TOLD]}
    shown |= {"more": max(len(told) - MOST_TOLD, 0), "gap": gap, "currency": fund.currency}
    return render(request, "office/payments/take_in.html", shown)


def _counted(counts: dict[str, int]) -> list[tuple[str, Any, int]]:
    """The look's state, words and number of lines."""
    return [(LINES[state], state.label, counts.get(state.value, 0)) for state in LineState]


@open_to(*READ)
def statement(request: StaffRequest, pk: int) -> HttpResponse:
    found = statement_within(request, pk)
    rows = BankLine.objects.filter(statement=found).select_related("payment__run", "receipt", "outflow").order_by("row")
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    shown = {
        "statement": found,
        "name": named(found.fund.names),
        "currency": found.fund.currency,
        "counts": _counted(found.counts),
        "gap": gap_before(found.fund, found.bank_id, found.opening),
        "page": page,
        "rows": [(line, LINES[LineState(line.state)]) for line in page],
        "may_decide": found.fund in funds_within(request.reach, *PAY),
    }
    return render(request, "office/payments/statement.html", shown)
