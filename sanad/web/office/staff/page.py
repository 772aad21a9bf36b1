"""One member of the staff: the roles that were given, and what an administrator may do about them."""

from typing import Any

from django import forms
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from sanad.places.models import Kind, Place
from sanad.places.selectors import names_of
from sanad.rulebook.models import Programme
from sanad.staff.models import User
from sanad.staff.roles import Role
from sanad.web.office.staff.roles import CHANGE, READ, member_of
from sanad.web.office.staff.rows import held_by
from sanad.web.shared.access import has_second_factor, open_to
from sanad.web.shared.formats import language
from sanad.web.shared.requests import StaffRequest

EVERY = ("", _("Every one"))


class RoleForm(forms.Form):
    role = forms.ChoiceField(label=_("Role"), choices=Role.choices)
    programme = forms.ChoiceField(label=_("Programme"), required=False)
    district = forms.ChoiceField(label=_("Place"), required=False)
    since = forms.DateField(
        label=_("From"),
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"required": _("Choose the day."), "invalid": _("Write the day as 2026-03-31.")},
    )

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        titles = [(one.key, one.title[language()]) for one in Programme.objects.order_by("key")]
        self.fields["programme"].choices = [EVERY, *titles]  # type: ignore[attr-defined]
        self.fields["district"].choices = [("", _("Every place")), *_places()]  # type: ignore[attr-defined]


def _places() -> list[tuple[str, str]]:
    """The districts, and whatever places have buildings of their own, by name."""
    found = Place.objects.filter(Q(kind=Kind.DISTRICT) | Q(buildings__isnull=False)).distinct()
    names = names_of(list(found), language())
    return sorted(names.items(), key=lambda named: named[1])


@open_to(*READ)
def member(request: StaffRequest, pk: int) -> HttpResponse:
    return page_of(request, member_of(pk))


def page_of(request: StaffRequest, user: User, form: RoleForm | None = None) -> HttpResponse:
    """The page, with the form as it was sent where something is wrong with it."""
    shown = {
        "member": user,
        "held": held_by([user]).get(user.pk, []),
        "has_second_factor": has_second_factor(user),
        "form": form or RoleForm(initial={"since": localdate()}),
        "may_change": request.reach.holds(*CHANGE) and request.user.pk != user.pk,
        "is_self": request.user.pk == user.pk,
        "today": localdate(),
    }
    return render(request, "office/staff/member.html", shown)
