"""The form of an account, as it is copied from a paper, and writing it down: a second person confirms it."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.utils.functional import Promise
from django.utils.timezone import now
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sanad.casework.payments.accounts import AccountRefused, NewAccount
from sanad.casework.payments.models import AccountKind, Payee
from sanad.casework.payments.refusals import AccountWaits, SameIdOther
from sanad.casework.payments.services import propose_account
from sanad.web.shared.formats import language
from sanad.web.shared.requests import StaffRequest


class AccountForm(forms.Form):
    id = forms.UUIDField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(
        label=_("Where is the money paid?"), choices=AccountKind.choices, widget=forms.RadioSelect, initial="bank"
    )
    holder = forms.CharField(
        label=_("Holder, as the bank has the name"),
        max_length=140,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
        error_messages={"required": _("Write the holder's name as the bank has it.")},
    )
    number = forms.CharField(
        label=_("Number of the account"),
        help_text=_("The IBAN where there is one; of a wallet its telephone number; of a cash desk its code."),
        max_length=60,
        widget=forms.TextInput(attrs={"dir": "ltr", "autocomplete": "off"}),
        error_messages={"required": _("Write the number of the account.")},
    )
    bank = forms.CharField(
        label=_("Code of the bank"),
        help_text=_("8 or 11 signs, such as AUDBLBBX; not needed beside an IBAN"),
        required=False,
        max_length=20,
        widget=forms.TextInput(attrs={"dir": "ltr", "autocomplete": "off"}),
    )


def is_written(request: StaffRequest, payee: Payee, form: AccountForm, waits: str | Promise) -> bool:
    """Written down, or said why not: `waits` where another account of the payee has to be decided about first.

    False where the form is to be shown again.
    """
    told = dict(form.cleaned_data)
    id: UUID = told.pop("id")
    try:
        propose_account(id=id, payee=payee, account=NewAccount(**told), by=request.user, at=now())
    except AccountRefused as refused:
        for problem in refused.problems:
            form.add_error(problem.where, problem.says[language()])
        return False
    except SameIdOther:
        form.add_error(None, gettext("Another account was sent from this page before. Open the page again."))
        return False
    except AccountWaits:
        messages.warning(request, str(waits))
    else:
        messages.success(request, gettext("Written down. It counts once a finance officer has confirmed it."))
    return True
