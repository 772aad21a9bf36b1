"""What was said, who said it, when and how; with the name or without; what the family agrees to."""

import uuid
from datetime import date
from typing import Any, Self

from django import forms
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

from sanad.web.family.forms import LONGEST, WORDS, Sent
from sanad.witnesses.models import How, Teller, Use
from sanad.witnesses.services.lodging import LONGEST_LINE, Told

NAMED, UNNAMED = "named", "unnamed"
NAMES = (
    (UNNAMED, _("Without our name: no name is kept with it, and nobody can ask us about it")),
    (NAMED, _("With our name: it is locked away, apart from the claim, and is never published")),
)
USES = (
    (Use.STATEMENT, _("It may be kept in the record of what was said, under a number instead of a name")),
    (Use.CONTACT, _("We may be asked about it (only with our name)")),
)
YEARS_BACK = 15
NOT_TOLD = [("", "—")]


class LodgeForm(Sent):
    may_stay_empty = True  # the hints say what may be left out

    words = forms.CharField(
        label=_("What were you told?"),
        help_text=_("As you remember it. Leave out your own name and telephone number."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
        error_messages={**WORDS, "required": _("Write what you were told.")},
    )
    teller = forms.ChoiceField(
        label=_("Who told you?"),
        choices=Teller.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose who told you.")},
    )
    teller_words = forms.CharField(
        label=_("Which office, organisation or person?"),
        help_text=_("Such as: the clerk at the claims window of the municipality."),
        required=False,
        max_length=LONGEST_LINE,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    how = forms.ChoiceField(
        label=_("How were you told?"),
        choices=How.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how you were told.")},
    )
    place = forms.CharField(
        label=_("Where?"),
        help_text=_("You may leave it out."),
        required=False,
        max_length=LONGEST_LINE,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    year = forms.ChoiceField(label=_("Year"), required=False)
    month = forms.ChoiceField(label=_("Month"), required=False, choices=[*NOT_TOLD, *MONTHS.items()])
    day = forms.ChoiceField(
        label=_("Day of the month"), required=False, choices=[*NOT_TOLD, *((one, one) for one in range(1, 32))]
    )
    named = forms.ChoiceField(
        label=_("With your name or without?"),
        choices=NAMES,
        initial=UNNAMED,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether your name is kept with it.")},
    )
    agrees = forms.MultipleChoiceField(
        label=_("What do you agree to?"),
        help_text=_("You need not agree to anything: then it is counted, and nothing else is done with it."),
        choices=USES,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, this_year: int, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        years = [(str(one), str(one)) for one in range(this_year, this_year - YEARS_BACK, -1)]
        self.fields["year"].choices = [*NOT_TOLD, *years]  # type: ignore[attr-defined]

    @classmethod
    def of(cls, today: date) -> Self:
        return cls(today.year, initial={"id": uuid.uuid4(), "named": UNNAMED})

    def clean(self) -> dict[str, Any]:
        """A day without its month, or a month without its year, is no day; nor is 31 February."""
        told = super().clean() or {}
        year, month, day = (told.get(name, "") for name in ("year", "month", "day"))
        try:
            is_one = (bool(year) >= bool(month) >= bool(day)) and date(int(year or 4), int(month or 1), int(day or 1))
        except ValueError:
            is_one = False
        if not is_one:
            self.add_error("year", _("Choose a year, with it a month, and with that a day that there is."))
        return told

    def told(self) -> Told:
        data = self.cleaned_data
        parts = [data["year"], *(f"{int(data[one]):02}" for one in ("month", "day") if data[one])]
        return Told(
            data["words"],
            Teller(data["teller"]),
            data["teller_words"],
            How(data["how"]),
            data["place"],
            "-".join(filter(None, parts)),
        )

    def is_named(self) -> bool:
        return bool(self.cleaned_data["named"] == NAMED)

    def agreed(self) -> set[Use]:
        return {Use(one) for one in self.cleaned_data["agrees"]}
