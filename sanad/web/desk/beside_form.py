"""One telling's answer to a question, put beside those of others."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sanad.record.kinds import Stance
from sanad.record.models import Question, Version

A_LINE = 300


class BesideForm(forms.Form):
    """`question` is the one that was chosen; without one, its words are asked for."""

    may_stay_empty = True  # toward whom

    text = forms.CharField(
        label=_("The question"),
        help_text=_("What is told in more than one way, without saying who is right: Is there money for the repairs?"),
        max_length=A_LINE,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    summary = forms.CharField(
        label=_("What this telling answers"),
        help_text=_("One line in plain words of your own; the quotation stands below it."),
        max_length=A_LINE,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    stance = forms.ChoiceField(label=_("Stance"), choices=Stance.choices)
    toward = forms.ModelChoiceField(
        label=_("Toward which version"),
        help_text=_("Where it speaks of one of them; leave it empty where it does not."),
        queryset=Version.objects.none(),
        empty_label=_("none of them"),
        required=False,
    )

    def __init__(self, data: Any, question: Question | None) -> None:
        super().__init__(data)
        if question is None:
            del self.fields["toward"]
            return
        del self.fields["text"]
        self.fields["toward"].queryset = question.versions.order_by("pk")  # type: ignore[attr-defined]
