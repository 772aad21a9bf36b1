"""A new member of the staff, and the password to begin with, shown once."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sanad.audit.staffing import EmailIsKnown, add_member
from sanad.web.office.staff.roles import CHANGE
from sanad.web.shared.access import open_to, sensitive
from sanad.web.shared.requests import StaffRequest


class MemberForm(forms.Form):
    name = forms.CharField(
        label=_("Name"),
        max_length=200,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
        error_messages={"required": _("Write the person's name.")},
    )
    email = forms.EmailField(
        label=_("E-mail"),
        help_text=_("The person signs in with it."),
        widget=forms.EmailInput(attrs={"dir": "ltr", "autocomplete": "off"}),
        error_messages={"required": _("Write the address."), "invalid": _("Write the address as name@example.org.")},
    )
    language = forms.ChoiceField(
        label=_("Language"), choices=[("ar", "العربية"), ("en", "English")], widget=forms.RadioSelect, initial="ar"
    )


@open_to(*CHANGE)
@sensitive
def join(request: StaffRequest) -> HttpResponse:
    form = MemberForm(request.POST or None)
    if form.is_valid():
        try:
            user, password = add_member(**form.cleaned_data, by=request.user, at=now())
            return render(request, "office/staff/joined.html", {"member": user, "password": password})
        except EmailIsKnown:
            form.add_error("email", gettext("Somebody signs in with this address already."))
    return render(request, "office/staff/new.html", {"form": form})
