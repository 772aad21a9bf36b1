"""The form of a halt: why, what restarts it, when it is looked at again."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from sanad.casework.works.proposals import Awaited, NewHalt, Of
from sanad.casework.works.reasons import BODIES, ENDINGS, REASONS, RESTARTS, Body, Ending, Reason, Restart, Words
from sanad.web.office.works.forms import LONGEST, WORDS, day_field
from sanad.web.shared.amounts import AmountField
from sanad.web.shared.formats import language

Choices = Callable[[], list[tuple[str, object]]]


def in_words(words: Mapping[str, Words], of: type[TextChoices], first: object = None) -> Choices:
    """In the language of the page."""

    def choices() -> list[tuple[str, object]]:
        place = 0 if language() == "en" else 1
        found = [(one.value, _sentence(words[one.value][place])) for one in of if one.value in words and one.value]
        return ([("", first)] if first else []) + found

    return choices


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


class HaltForm(forms.Form):
    may_stay_empty = True
    id = forms.UUIDField(widget=forms.HiddenInput)
    reason = forms.ChoiceField(
        label=_("Why is it halted?"),
        choices=in_words(REASONS, Reason, _("Choose a reason")),
        required=False,
    )
    words = forms.CharField(
        label=_("More for the families"),
        help_text=_("They read it as it is written, beside the reason. Name nobody."),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs=WORDS),
    )
    restart = forms.ChoiceField(
        label=_("What restarts it?"),
        choices=in_words(RESTARTS, Restart, _("Choose what restarts it")),
        required=False,
    )
    body = forms.ChoiceField(
        label=_("Who has to bring it about?"),
        help_text=_("Not needed for a missing sum."),
        choices=in_words(BODIES, Body, _("Nobody: a sum is missing")),
        required=False,
    )
    body_name = forms.CharField(
        label=_("Name of another body"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    review_on = day_field(label=_("Looked at again on"), required=False)
    note = forms.CharField(
        label=_("For the office only"),
        help_text=_("Kept sealed; families do not read it."),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs=WORDS),
    )
    field_order = ("line", "reason", "words", "restart", "missing", "body", "body_name", "review_on", "note")

    def __init__(self, currency: str, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        self.currency = currency
        self.fields["missing"] = AmountField(
            currency=currency, label=_("The missing sum"), help_text=currency, required=False
        )
        self.order_fields(self.field_order)

    def proposed(self, of: Of) -> NewHalt:
        told = self.cleaned_data
        reason = Reason(told["reason"]) if told["reason"] else None
        new = {name: told[name] for name in ("id", "review_on", "words", "note")}
        return NewHalt(of=of, reason=reason, awaited=self._awaited(), **new)

    def _awaited(self) -> Awaited:
        told = self.cleaned_data
        restart = Restart(told["restart"]) if told["restart"] else None
        if restart == Restart.MONEY:
            return Awaited(restart, told["missing"], self.currency)
        return Awaited(restart, body=Body(told["body"]), body_name=told["body_name"])


class LineHaltForm(HaltForm):
    """Of a programme: the whole of it, or one line."""

    line = forms.ChoiceField(label=_("What is halted?"), required=False)

    def __init__(self, currency: str, lines: list[tuple[str, str]], *given: Any, **more: Any) -> None:
        super().__init__(currency, *given, **more)
        self.fields["line"].choices = [("", _("The whole programme")), *lines]  # type: ignore[attr-defined]


class EndForm(forms.Form):
    ending = forms.ChoiceField(
        label=_("What restarted it?"),
        choices=in_words({key: ENDINGS[key] for key in ENDINGS if key != Ending.CLOSED}, Ending),
        widget=forms.RadioSelect,
        error_messages={"required": _("Say what restarted it.")},
    )
    words = forms.CharField(
        label=_("In your own words"),
        help_text=_("The office reads this. Name no family."),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs=WORDS),
    )
