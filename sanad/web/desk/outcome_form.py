"""What came of a promise, as a statement or a document says."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sanad.record.kinds import Came
from sanad.record.models import Statement, Work
from sanad.web.desk.day_field import DayField


class OutcomeForm(forms.Form):
    """`rests_on` is one of the two."""

    may_stay_empty = True  # statement or document, day, note

    value = forms.ChoiceField(label=_("What came of it, as is said"), choices=Came.choices)
    statement = forms.IntegerField(
        label=_("The statement that says so"),
        help_text=_("Its number, as it stands on its page."),
        required=False,
        min_value=1,
    )
    document = forms.CharField(
        label=_("Or the document that says so"),
        help_text=_("Its title, or a part of it that no other has."),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    as_of = DayField(
        label=_("As of when, where it says so"),
        help_text=_("Year, month or day, such as 2026, 2026-04 or 2026-04-30."),
    )
    note = forms.CharField(
        label=_("Note"), max_length=300, required=False, widget=forms.TextInput(attrs={"dir": "auto"})
    )

    def clean_statement(self) -> Statement | None:
        number = self.cleaned_data["statement"]
        found = Statement.objects.filter(pk=number).first() if number else None
        if number and found is None:
            raise forms.ValidationError(_("No statement has this number. Look on its page."))
        return found

    def clean_document(self) -> Work | None:
        told = self.cleaned_data["document"].strip()
        found = list(Work.objects.filter(title__icontains=told).order_by("pk")[:2]) if told else []
        if told and len(found) != 1:
            raise forms.ValidationError(
                _("Several works have this in their title. Write more of it.")
                if found
                else _("No work has this in its title. Add its page first.")
            )
        return found[0] if found else None

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if not self.errors and (told.get("statement") is None) == (told.get("document") is None):
            self.add_error("statement", _("Name the statement or the document that says so: one of the two."))
        return told

    @property
    def rests_on(self) -> Statement | Work:
        found: Statement | Work = self.cleaned_data["statement"] or self.cleaned_data["document"]
        return found
