"""What of rounds waits for the person: to be approved, to be issued, to be prepared anew."""

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sanad.casework.awards.models import Round, State
from sanad.web.office.rounds.listing import programmes_of
from sanad.web.office.rounds.roles import APPROVE, ASK
from sanad.web.office.waiting import FIRST, Line, List
from sanad.web.shared.formats import day, language
from sanad.web.shared.requests import StaffRequest


def waiting_rounds(request: StaffRequest) -> list[List]:
    rounds = Round.objects.select_related("programme").order_by("pk")
    mine = rounds.filter(programme__in=programmes_of(request.reach, *APPROVE))
    asked = rounds.filter(programme__in=programmes_of(request.reach, *ASK), asked_by=request.user)
    newest = asked.filter(state__in=(State.FAILED, State.SENT_BACK), pk__in=_newest())
    return [
        _list(_("Rounds to approve"), "due", mine.filter(state=State.SIMULATED).exclude(asked_by=request.user)),
        _list(_("Rounds to issue"), "due", mine.filter(state=State.APPROVED)),
        _list(_("Rounds to prepare anew"), "halt", newest),
    ]


def _newest() -> list[int]:
    """The last round of each programme."""
    rows = Round.objects.order_by("programme", "number").values_list("programme", "pk")
    return list(dict(rows).values())


def _list(title: object, state: str, rounds: QuerySet[Round]) -> List:
    lines = [
        Line(reverse("round", args=[one.reference]), one.programme.title[language()], one.reference, day(one.on))
        for one in rounds[:FIRST]
    ]
    return List(title, rounds.count(), state, reverse("rounds"), lines)  # type: ignore[arg-type]
