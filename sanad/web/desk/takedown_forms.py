"""What a record keeper fills in who takes back, seals, asks for a reply, or says what may be shown."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sanad.record.kinds import Level, Way, Why

LONG = forms.Textarea(attrs={"rows": 3, "dir": "auto"})
REASON = {"required": _("Write the reason in a sentence.")}
CHOSEN = {"required": _("Choose the day."), "invalid": _("Write the day as 2026-03-31.")}
DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class RetractForm(forms.Form):
    kind = forms.ChoiceField(label=_("Why"), choices=Why.choices)
    reason = forms.CharField(
        label=_("In a sentence"),
        help_text=_("It stands on every page of what is reached. Name nobody who is to be protected."),
        widget=LONG,
        error_messages=REASON,
    )


class SealForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("It stays in the log for good. Name nobody who is to be protected."),
        widget=LONG,
        error_messages=REASON,
    )


class AskForm(forms.Form):
    """Of whom, how, when, until when."""

    asked_of = forms.CharField(
        label=_("Who was asked"),
        max_length=200,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
        error_messages={"required": _("Write who was asked.")},
    )
    how = forms.ChoiceField(label=_("How"), choices=Way.choices)
    asked_date = forms.DateField(label=_("On which day"), widget=DAY, error_messages=CHOSEN)
    until = forms.DateField(label=_("Until which day they may answer"), widget=DAY, error_messages=CHOSEN)


class ReplyForm(forms.Form):
    came_date = forms.DateField(label=_("On which day it came"), widget=DAY, error_messages=CHOSEN)
    text = forms.CharField(
        label=_("The answer, in its own words"),
        widget=LONG,
        error_messages={"required": _("Write the answer down as it came.")},
    )


class ShowForm(forms.Form):
    """What may be shown from now on. The last one counts."""

    may_stay_empty = True  # day, other name, legal note

    level = forms.ChoiceField(label=_("From now on it is"), choices=Level.choices, initial=Level.SEALED)
    until = forms.DateField(label=_("Closed until, where it is so"), required=False, widget=DAY)
    shown_as = forms.CharField(
        label=_("The other name, where it is shown under one"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )
    reason = forms.CharField(label=_("Reason"), widget=LONG, error_messages=REASON)
    legal_note = forms.CharField(
        label=_("Legal note"),
        help_text=_("By which right a living private person is shown."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
    )

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        level = told.get("level")
        if (level == Level.EMBARGO) != bool(told.get("until")):
            self.add_error("until", _("A day is named where it is closed until one, and only there."))
        if (level == Level.PSEUDONYM) != bool(told.get("shown_as")):
            self.add_error("shown_as", _("Another name is given where it is shown under one, and only there."))
        return told
