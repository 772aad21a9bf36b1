"""Everything that the intake page asks, as one: the people, the home, the facts of the programme."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from sanad.casework.claims.models import Level
from sanad.casework.claims.selectors import fields_asked
from sanad.casework.claims.services import NewClaim
from sanad.evidence.refusals import Problem
from sanad.registry.finding import buildings_called, homes_called, places_called
from sanad.registry.models import Dwelling, Grade, TenureKind
from sanad.registry.proposals import Living, NewBuilding, NewDwelling, NewHousehold
from sanad.rulebook.models import Programme
from sanad.staff.scopes import Scope
from sanad.web.office.claims.fact_fields import FactsForm
from sanad.web.office.claims.home_form import HomeForm
from sanad.web.office.claims.members import MemberForm
from sanad.web.office.claims.programmes import pen_of

ROWS, MORE = 4, 4


class Intake:
    """The forms of the page. `where` of a problem that the service tells leads to the field that shows it."""

    def __init__(
        self, programme: Programme, language: str, data: Mapping[str, Any] | None = None, **start: Any
    ) -> None:
        asked = fields_asked(programme, "family")
        of_people = [field for field in asked if field.level == Level.PERSON]
        pen = pen_of(programme, language)
        self.language = language
        self.home = HomeForm(data, initial=start)
        self.facts = FactsForm(data, asked=asked, pen=pen)
        self.members = [
            MemberForm(data, prefix=f"member{number}", asked=of_people, pen=pen) for number in range(_rows(data))
        ]
        self.members[0].fields["name"].required = True

    @property
    def all_forms(self) -> list[forms.BaseForm]:
        return [*self.members, self.home, self.facts]

    @property
    def people(self) -> list[MemberForm]:
        """The rows in which somebody stands; the first row always counts."""
        return [form for number, form in enumerate(self.members) if form.is_somebody or not number]

    @classmethod
    def with_more_people(cls, programme: Programme, language: str, data: Mapping[str, Any]) -> "Intake":
        """What was typed, with more rows; nothing is wrong with a page that is not sent yet."""
        typed = cls(programme, language, data)
        for form in typed.all_forms:
            form.initial = {name: data.get(form.add_prefix(name)) for name in form.fields}
            form.is_bound = False
        return typed

    def is_valid(self) -> bool:
        """Every form is asked, so that everything that is wrong is told at once."""
        return not any([form.errors for form in self.all_forms])  # noqa: C419  a generator would stop at the first

    def new_claim(self, scopes: Iterable[Scope]) -> NewClaim | None:
        """What was typed; None where the home is not clear, which is told at its field."""
        home = self._home(scopes)
        if home is None:
            return None
        told = self.home.cleaned_data
        return NewClaim(
            id=told["id"],
            household=NewHousehold(tuple(form.person() for form in self.people), told["since"]),
            dwelling=home,
            facts=self.facts.facts(),
            member_facts=tuple(form.facts() for form in self.people),
            living=Living(told["since"], TenureKind(told["tenure"]), Grade(told["grade"])),
        )

    def tell(self, problems: Iterable[Problem]) -> None:
        for problem in problems:
            form, name = self._field(problem.where)
            form.add_error(name, problem.says[self.language])

    def _home(self, scopes: Iterable[Scope]) -> Dwelling | NewDwelling | None:
        told = self.home.cleaned_data
        places = places_called(told["place"], scopes)
        if len(places) != 1:
            self.home.add_error("place", _many_places(len(places)))
            return None
        buildings = buildings_called(places[0], told["building"])
        if len(buildings) > 1:
            named = ", ".join(building.reference for building in buildings)
            self.home.add_error(
                "building", _("Several buildings have this name: {named}. Write which.").format(named=named)
            )
            return None
        if not buildings:
            return NewDwelling(NewBuilding(places[0], told["building"]), told["home"], told["floor"])
        known = homes_called(buildings[0], told["home"])
        return known[0] if known else NewDwelling(buildings[0], told["home"], told["floor"])

    def _field(self, where: str) -> tuple[forms.BaseForm, str | None]:
        thing, _point, rest = where.partition(".")
        if thing == "members":
            number, _point, name = rest.partition(".")
            return self.people[int(number or 0)], name or "name"
        if thing in ("building", "dwelling") and rest == "label":
            return self.home, {"building": "building", "dwelling": "home"}[thing]
        name = f"{thing}-{rest}"
        return (self.facts, name) if name in self.facts.fields else (self.home, None)


def _many_places(count: int) -> str:
    if count:
        return _("Several places have this name. Write the code of the right one.")
    return _("No place of this name lies in your district. Choose one from the list.")


def _rows(data: Mapping[str, Any] | None) -> int:
    """As many as the page had; more where the person asked for more."""
    if data is None:
        return ROWS
    typed = str(data.get("people", ""))
    had = int(typed) if typed.isascii() and typed.isdigit() else ROWS
    return min(max(had, 1) + (MORE if "more" in data else 0), 60)
