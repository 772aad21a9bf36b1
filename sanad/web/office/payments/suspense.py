"""Money in suspense: what waits for a decision, and deciding about one line."""

import json
import uuid
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sanad.casework.payments.models import BankLine, DecisionKind, Payment
from sanad.casework.payments.refusals import DecidedBefore, NotDecidable, PaymentRefused
from sanad.casework.payments.services import Decision, decide_suspense
from sanad.evidence.keys import unseal_if_kept
from sanad.ledger.refusals import LedgerRefused
from sanad.registry.selectors import Recused
from sanad.web.office.funds.roles import funds_within
from sanad.web.office.payments.listing import undecided_lines
from sanad.web.office.payments.roles import PAY, READ, line_within
from sanad.web.shared.access import open_to, sensitive
from sanad.web.shared.requests import StaffRequest

ON_A_PAGE = 25
CAME = (DecisionKind.ATTACH, DecisionKind.RECEIPT, DecisionKind.SEND_BACK, DecisionKind.CANCEL)
LEFT = (DecisionKind.ATTACH, DecisionKind.FEES, DecisionKind.LOST, DecisionKind.CANCEL)
NOT_SO = {
    "other_sum": _("That payment is of another sum. Look for the one of this sum."),
    "not_on_its_way": _("That payment is not on its way, or its own money is in question."),
    "other_fund": _("That payment is of another fund."),
    "payment_first": _("Attach it to its payment first; what the bank took beyond it is decided about then."),
    "no_payment": _("Write the number of the payment, such as RUN-000007-000012."),
    "no_other_line": _("Choose the line that cancels this one."),
    "other_line_differs": _("That line does not cancel this one: it must be of the same sum the other way."),
}


class SuspenseForm(forms.Form):
    id = forms.UUIDField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(
        label=_("What is it?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what it is.")},
    )
    payment = forms.CharField(
        label=_("Number of the payment"),
        help_text=_("Where it belongs to a payment"),
        required=False,
        max_length=35,
        widget=forms.TextInput(attrs={"dir": "ltr", "autocomplete": "off"}),
    )
    other = forms.ModelChoiceField(
        label=_("The line that cancels it"),
        help_text=_("Where the bank took it back"),
        queryset=BankLine.objects.none(),
        required=False,
        empty_label=_("Choose a line"),
    )
    reason = forms.CharField(
        label=_("How do you know?"),
        help_text=_("A letter or a call of the bank, with its day. Name no family."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
        error_messages={"required": _("Say how you know.")},
    )

    def __init__(self, line: BankLine, data: Any = None, **more: Any) -> None:
        super().__init__(data, **more)
        kinds = (DecisionKind.ATTACH,) if line.from_sent else CAME if line.amount > 0 else LEFT
        self.fields["kind"].choices = [(kind.value, kind.label) for kind in kinds]  # type: ignore[attr-defined]
        self.fields["other"].queryset = _opposite(line)  # type: ignore[attr-defined]
        if line.payment and not more.get("initial", {}).get("payment"):
            self.initial["payment"] = line.payment.reference


def _opposite(line: BankLine) -> Any:
    """Lines of the same sum the other way, about which nobody has decided either."""
    lines = undecided_lines([line.statement.fund]).filter(amount=-line.amount, from_sent=0)
    return lines.select_related("statement")


@open_to(*READ)
def suspense(request: StaffRequest) -> HttpResponse:
    lines = undecided_lines(funds_within(request.reach, *READ)).select_related("statement__fund", "payment")
    page = Paginator(lines.order_by("day", "pk"), ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "office/payments/suspense.html", {"page": page, "may_decide": request.reach.holds(*PAY)})


@open_to(*PAY)
@sensitive
def decide(request: StaffRequest, pk: int) -> HttpResponse:
    line = line_within(request, pk)
    if request.method != "POST":
        return _page(request, line, SuspenseForm(line, initial={"id": uuid.uuid4()}))
    form = SuspenseForm(line, request.POST)
    return _decided(request, line, form) if form.is_valid() else _page(request, line, form)


def _decided(request: StaffRequest, line: BankLine, form: SuspenseForm) -> HttpResponse:
    told = form.cleaned_data
    payment = _payment(told["payment"]) if told["kind"] == DecisionKind.ATTACH else None
    other = told["other"] if told["kind"] == DecisionKind.CANCEL else None
    decision = Decision(DecisionKind(told["kind"]), told["reason"], payment, other)
    try:
        decide_suspense(id=told["id"], line=line, decision=decision, by=request.user, at=now())
    except NotDecidable as refused:
        field = "other" if "other_line" in refused.reason else "payment" if payment or not other else "kind"
        form.add_error(field, NOT_SO.get(refused.reason, _("This does not fit the line.")))
        return _page(request, line, form)
    except DecidedBefore as first:
        messages.warning(request, gettext("{who} was first: the line is decided.").format(who=first.who))
    except Recused:
        messages.warning(request, gettext("It is your own family's payment; another person decides about it."))
    except (PaymentRefused, LedgerRefused):
        messages.warning(request, gettext("The books changed just now. Nothing was decided. Open the line again."))
    else:
        messages.success(request, gettext("Decided. The books say so now."))
    return redirect("payment_suspense")


def _payment(typed: str) -> Payment | None:
    found = Payment.objects.select_related("payee__household").filter(reference=typed.strip().upper())
    return found.first()


def _page(request: StaffRequest, line: BankLine, form: SuspenseForm) -> HttpResponse:
    words = json.loads(unseal_if_kept(line.statement.key, line.words) or "{}")
    shown = {"line": line, "currency": line.statement.fund.currency, "form": form, "words": words}
    decisions = line.decisions.select_related("decided_by", "payment").order_by("decided_at")
    return render(request, "office/payments/line.html", shown | {"decisions": decisions})
