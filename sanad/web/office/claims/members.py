"""The people of a family, a row each; rows left empty are nobody."""

from django import forms
from django.utils.translation import gettext_lazy as _

from sanad.engine.rules.fields import TypedField
from sanad.engine.rules.words.pen import Pen
from sanad.registry.proposals import NewPerson
from sanad.web.office.claims.fact_fields import fact_field

OWN = ("name", "latin_name", "phone", "birth_year")


class MemberForm(forms.Form):
    may_stay_empty = True
    name = forms.CharField(
        label=_("Name"),
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto"}),
        error_messages={"required": _("Write the name.")},
    )
    latin_name = forms.CharField(
        label=_("In Latin letters"), required=False, widget=forms.TextInput(attrs={"dir": "ltr"})
    )
    phone = forms.CharField(
        label=_("Telephone"), required=False, widget=forms.TextInput(attrs={"dir": "ltr", "inputmode": "tel"})
    )
    birth_year = forms.IntegerField(
        label=_("Year of birth"),
        required=False,
        widget=forms.TextInput(attrs={"dir": "ltr", "inputmode": "numeric"}),
        error_messages={"invalid": _("Write the year of birth as four digits, such as 1984.")},
    )

    def __init__(self, *args: object, asked: list[TypedField], pen: Pen, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        for field in self.fields.values():
            field.widget.attrs["autocomplete"] = "off"
        for fact in asked:
            self.fields[fact.name] = fact_field(fact, pen)

    @property
    def is_somebody(self) -> bool:
        return any(self.data.get(self.add_prefix(name), "").strip() for name in OWN)

    def person(self) -> NewPerson:
        told = self.cleaned_data
        return NewPerson(told["name"], told["latin_name"], told["phone"], told["birth_year"])

    def facts(self) -> dict[str, object]:
        return {name: value for name, value in self.cleaned_data.items() if name not in OWN and value != ""}
