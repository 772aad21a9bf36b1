"""Families with something to be told: what it is, and marking that they were told of it, and how."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from sanad.casework.claims.models import Claim
from sanad.casework.claims.selectors import claims_within
from sanad.casework.notices.models import Channel, Notice
from sanad.casework.notices.services import mark_told
from sanad.casework.notices.words import URGENT, sentence
from sanad.registry.selectors import name_of, speakers_of
from sanad.web.office.notices.roles import TELL, to_tell
from sanad.web.shared.access import open_to
from sanad.web.shared.formats import language, number
from sanad.web.shared.requests import StaffRequest

A_PAGE = 20
MOST_WORDS = 6
"""So many notices of a family are shown and marked at once; the rest come after."""


class TellForm(forms.Form):
    """The notices that were shown, and how the families were told of them."""

    notice = forms.MultipleChoiceField(error_messages={"required": _("Choose the families that were told.")})
    way = forms.ChoiceField(
        label=_("How were they told?"),
        choices=Channel.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Say how the families were told.")},
    )

    def __init__(self, shown: Sequence[int], data: Any = None) -> None:
        super().__init__(data)
        self.fields["notice"].choices = [(str(pk), "") for pk in shown]  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Shown:
    """What a family is to be told, in the reader's language, and since when."""

    words: str
    on: datetime


@dataclass(frozen=True, slots=True)
class Row:
    """A family, what it is to be told, and the keys of these notices."""

    claim: Claim
    name: str
    notices: list[Shown]
    keys: str


@open_to(*TELL)
def notices(request: StaffRequest) -> HttpResponse:
    return _page(request, TellForm([]))


@open_to(*TELL)
@require_POST
def told(request: StaffRequest) -> HttpResponse:
    """Only of families within reach, and of what this person saw: a notice written meanwhile stays to be told."""
    asked = [int(key) for keys in request.POST.getlist("family") for key in keys.split() if _is_key(key)]
    theirs = Notice.objects.filter(pk__in=asked, household__in=claims_within(request.reach, *TELL).values("household"))
    shown = list(theirs.values_list("pk", flat=True))
    form = TellForm(shown, {"notice": [str(pk) for pk in shown], "way": request.POST.get("way", "")})
    if not form.is_valid():
        return _page(request, form)
    many = mark_told(notices=shown, by_way_of=Channel(form.cleaned_data["way"]), by=request.user, at=now())
    words = ngettext("{number} notice is marked as told.", "{number} notices are marked as told.", many)
    messages.success(request, words.format(number=number(many)))
    return redirect(f"{request.path.removesuffix('told/')}?{request.GET.urlencode()}")


def _is_key(key: str) -> bool:
    return key.isascii() and key.isdigit() and len(key) < 19


def _page(request: StaffRequest, form: TellForm) -> HttpResponse:
    about, everything = request.GET.get("about", "")[:64], request.GET.get("kind") == "all"
    found = to_tell(request.reach, urgent=not (everything or about), about=about)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    shown = {"page": page, "rows": _rows(request, [one["household"] for one in page], everything, about), "form": form}
    shown |= {"about": about, "everything": everything, "urgent": to_tell(request.reach, urgent=True).count()}
    return render(request, "office/notices/list.html", shown)


def _rows(request: StaffRequest, households: list[int], everything: bool, about: str) -> list[Row]:
    waiting = Notice.objects.filter(household__in=households, sent_at=None).order_by("written_at", "pk")
    waiting = waiting.filter(about=about) if about else waiting if everything else waiting.filter(kind__in=URGENT)
    of_family: dict[int, list[Notice]] = defaultdict(list)
    for one in waiting:
        of_family[one.household_id].append(one)
    claims = claims_within(request.reach, *TELL).filter(household__in=households).order_by("-pk")
    by_household = {claim.household_id: claim for claim in claims}
    speakers = speakers_of(households)
    return [
        _row(by_household[one], name_of(speakers[one], language()), of_family[one][:MOST_WORDS]) for one in households
    ]


def _row(claim: Claim, name: str, waiting: Sequence[Notice]) -> Row:
    shown = [Shown(sentence(one.kind, one.facts, language()), one.written_at) for one in waiting]
    return Row(claim, name, shown, " ".join(str(one.pk) for one in waiting))
