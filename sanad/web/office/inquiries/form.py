"""The reply: words, and with them a day, a missing sum or an awaited fact. One of the three is always there."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sanad.casework.answers.awaited import AWAITED, BODIES
from sanad.casework.inquiries.services import Next
from sanad.engine.money import exponent
from sanad.web.shared.amounts import AmountField
from sanad.web.shared.formats import language

DAY, SUM, FACT = "day", "sum", "fact"
THEN = ((DAY, _("A day on which it goes on")), (SUM, _("A sum that is missing")), (FACT, _("A fact that is awaited")))
AN_ISO_DAY = {"invalid": _("Write the day as 2026-03-31.")}


class ReplyForm(forms.Form):
    may_stay_empty = True  # of the fields below the choice, those of the others

    words = forms.CharField(
        label=_("Your answer"),
        help_text=_("Short sentences. The family reads it beside the figures of this moment."),
        widget=forms.Textarea(attrs={"rows": 5, "dir": "auto", "autofocus": True}),
        error_messages={"required": _("Write the answer.")},
    )
    then = forms.ChoiceField(
        label=_("What comes next?"),
        choices=THEN,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what comes next: a day, a missing sum or an awaited fact.")},
    )
    on = forms.DateField(
        label=_("Day"), required=False, widget=forms.DateInput(attrs={"type": "date"}), error_messages=AN_ISO_DAY
    )
    awaited = forms.ChoiceField(label=_("What is awaited"), required=False)
    body = forms.ChoiceField(label=_("From whom"), required=False)
    review_on = forms.DateField(
        label=_("Looked at again on"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages=AN_ISO_DAY,
    )

    def __init__(self, currency: str, data: Any = None, then: Next | None = None) -> None:
        super().__init__(data, initial=_initial(then, currency) if then else None)
        self.fields["missing"] = AmountField(currency=currency, label=_("Missing sum"), required=False)
        self.fields["awaited"].choices = _choices(AWAITED)  # type: ignore[attr-defined]
        self.fields["body"].choices = _choices(BODIES)  # type: ignore[attr-defined]
        self.order_fields(["words", "then", "on", "missing", "awaited", "body", "review_on"])

    def next(self) -> Next:
        """Only what belongs to the choice counts; the service says what it lacks."""
        told = self.cleaned_data
        if told["then"] == DAY:
            return Next(on=told["on"])
        if told["then"] == SUM:
            return Next(missing=told["missing"])
        return Next(awaited=told["awaited"], body=told["body"], review_on=told["review_on"])

    def place_of(self, where: str) -> str:
        """The field at which a problem of the service is told: that of the choice, where it names none of them."""
        first = {DAY: "on", SUM: "missing", FACT: "awaited"}[self.cleaned_data["then"]]
        return where if where in ("words", "review_on", "body") else first


def _initial(then: Next, currency: str) -> dict[str, Any]:
    """What the facts alone say, as a beginning."""
    chosen = DAY if then.on else SUM if then.missing else FACT
    missing = _written(then.missing, currency) if then.missing else ""
    told = {"on": then.on, "missing": missing, "awaited": then.awaited, "body": then.body, "review_on": then.review_on}
    return {"then": chosen, **told}


def _written(minor: int, currency: str) -> str:
    decimals = exponent(currency)
    whole, rest = divmod(minor, 10**decimals)
    return f"{whole:,}" + (f".{rest:0{decimals}}" if rest else "")


def _choices(table: dict[str, tuple[str, str]]) -> list[tuple[str, str]]:
    place = 1 if language() == "ar" else 0
    return [("", "—"), *((code, words[place]) for code, words in table.items())]
