"""What was promised, as a record keeper reads it: by whom, by when, on what condition, and how much."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sanad.engine.money import NotAnAmount, exponent
from sanad.record.kinds import Act, AgentKind, Basis, Bound, DueKind, Strength
from sanad.record.selectors.finding import Article
from sanad.record.services.articles import Named
from sanad.record.services.commitments import NewCommitment
from sanad.record.services.promises_written import Written
from sanad.sheets.sums import SumRefused, minor_of
from sanad.web.desk.day_field import DayField
from sanad.web.desk.edit_forms import NOT_THERE
from sanad.web.shared.amounts import SAYINGS

AS_CALLED = _("As the page calls them. Empty where the text does not say.")


def _line(label: Any, longest: int, help_text: Any = "", direction: str = "auto") -> forms.CharField:
    """One line that may stay empty."""
    widget = forms.TextInput(attrs={"dir": direction, "autocomplete": "off"})
    return forms.CharField(label=label, help_text=help_text, max_length=longest, required=False, widget=widget)


class PromiseForm(forms.Form):
    """Each as it stands to begin with; what the text does not say stays empty."""

    may_stay_empty = True  # all but the words

    text = forms.CharField(
        label=_("What is promised"),
        help_text=_("In the words of the page as far as they reach."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        error_messages={"required": _("Write what is promised.")},
    )
    act = forms.ChoiceField(label=_("To do what"), choices=Act.choices, initial=Act.PAY)
    strength = forms.ChoiceField(label=_("How firmly"), choices=Strength.choices, initial=Strength.PROMISE)
    made_by = _line(_("By whom"), 200, AS_CALLED)
    made_to = _line(_("To whom"), 200, AS_CALLED)
    kind = forms.ChoiceField(label=_("What a new one is"), choices=AgentKind.choices, initial=AgentKind.ORG)
    made_when = DayField(
        label=_("When it was promised"),
        help_text=_("Year, month or day, such as 2026, 2026-04 or 2026-04-30."),
    )
    due_kind = forms.ChoiceField(label=_("What the text says of a day"), choices=DueKind.choices, initial=DueKind.NONE)
    due_text = _line(_("Its words for it"), 200, _("Copied as they stand, such as “within a few months”."))
    due = DayField(label=_("The day that they mean"), help_text=_("2026-04-30, or 2026-04/2026-06 for a time."))
    due_basis = forms.ChoiceField(
        label=_("This day is"), choices=Basis.choices, initial=Basis.STATED, widget=forms.RadioSelect, required=False
    )
    condition = _line(_("On what condition"), 300)
    bound = forms.ChoiceField(label=_("How much"), choices=Bound.choices, initial=Bound.EXACT)
    amount = _line(_("Sum"), 30, _("In digits. Empty where the text names none."), direction="ltr")
    currency = _line(_("Currency"), 3, _("Its three letters, such as USD or LBP."), direction="ltr")

    def __init__(self, article: Article, initial: dict[str, Any] | None = None, data: Any = None) -> None:
        super().__init__(data, initial=initial)
        self.article = article

    def clean_currency(self) -> str:
        return str(self.cleaned_data["currency"]).strip().upper()

    def clean_due_text(self) -> str:
        told = str(self.cleaned_data["due_text"]).strip()
        if told and told != self.initial.get("due_text") and self.article.find(told) is None:
            raise forms.ValidationError(NOT_THERE)
        return told

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if not self.errors:
            self._look_at_day(told)
            self._look_at_sum(told)
        return told

    def _look_at_day(self, told: dict[str, Any]) -> None:
        kind, is_day = DueKind(told["due_kind"]), bool(told["due"])
        if kind == DueKind.NONE and (told["due_text"] or is_day):
            self.add_error("due_kind", _("Choose what the text says of a day, or leave its words and the day empty."))
        elif kind != DueKind.NONE and not told["due_text"]:
            self.add_error("due_text", _("Copy the words that say by when, or choose that no day is given."))
        elif is_day and not told["due_basis"]:
            self.add_error("due_basis", _("Say whether the text states this day, or you concluded it."))
        elif is_day and kind == DueKind.VAGUE and told["due_basis"] == Basis.STATED:
            self.add_error("due_basis", _("Vague words state no day. Choose that you concluded it, or leave it empty."))

    def _look_at_sum(self, told: dict[str, Any]) -> None:
        told["minor"] = None
        if not told["amount"] and not told["currency"]:
            return
        if not told["amount"] or not told["currency"]:
            self.add_error("currency" if told["amount"] else "amount", _("A sum needs its digits and its currency."))
            return
        try:
            told["minor"] = minor_of(told["amount"], exponent(told["currency"]))
        except NotAnAmount:
            self.add_error("currency", _("No currency has these letters. Write USD, LBP, SYP, EUR or another code."))
        except SumRefused as error:
            self.add_error("amount", SAYINGS[type(error)])
        else:
            if told["minor"] < 0:
                self.add_error("amount", _("Nobody promises a sum below 0."))

    def written(self) -> Written:
        told = self.cleaned_data
        is_sum = told["minor"] is not None
        new = NewCommitment(
            text=told["text"],
            act=Act(told["act"]),
            strength=Strength(told["strength"]),
            made_when=told["made_when"],
            due_text=told["due_text"],
            due_kind=DueKind(told["due_kind"]),
            due=told["due"],
            due_basis=Basis(told["due_basis"]) if told["due"] else "",
            condition=told["condition"].strip(),
            amount=told["minor"],
            currency=told["currency"] if is_sum else "",
            bound=Bound(told["bound"]) if is_sum else "",
        )
        return Written(new, *(self._named(told[name]) for name in ("made_by", "made_to")))

    def _named(self, name: str) -> Named | None:
        return Named(name.strip(), AgentKind(self.cleaned_data["kind"])) if name.strip() else None
