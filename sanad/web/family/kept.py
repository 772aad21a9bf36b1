"""A page that is kept, found in a few readings: whose visit it is, whether its answer still stands, and the page.

Where anything is otherwise, the long way looks at it: an act that touches the claim, a name that is another, a
household for which two speak. Each reading begins at one row that is known by its key and asks of it nothing else, so
that no plan of it is bad: what a database believes of the other columns is old as soon as the worker has filled them.
"""

from datetime import datetime

from django.db.models import Subquery
from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate

from sanad.audit.built_once import built_once
from sanad.audit.models import Chain
from sanad.casework.answers.models import Followed
from sanad.casework.answers.selectors import touched_since
from sanad.casework.claims.models import Claim
from sanad.evidence.models import Key
from sanad.web.family.drawing import digest, for_this_visit, opened
from sanad.web.family.models import DrawnPage, FamilySession
from sanad.web.family.sessions import IDLE, LONGEST, note_seen, token_of
from sanad.web.shared.digits import chosen
from sanad.web.shared.formats import language

CLAIM = "receipt__claim"
SPEAKER = f"{CLAIM}__household__representations__person"
VISIT = (
    *("pk", "seen_at", f"{CLAIM}_id", f"{CLAIM}__number", f"{CLAIM}__programme_id"),
    *(f"{SPEAKER}__name", f"{SPEAKER}__latin_name"),
    *(f"{CLAIM}__household__key_id", f"{CLAIM}__household__key__wrapped"),
    *(f"{SPEAKER}__key_id", f"{SPEAKER}__key__wrapped"),
)
_visits = built_once(
    lambda token, idle, longest: FamilySession.objects.filter(
        token=token,
        seen_at__gt=idle,
        begun_at__gt=longest,
        receipt__ended_at=None,
        receipt__claim__household__key__wrapped__isnull=False,
        receipt__claim__household__representations__until=None,
        receipt__claim__household__representations__person__key__wrapped__isnull=False,
    ).values_list(*VISIT)
)
PAGE = ("content", "drawn_from", "claim__prepared__position", "claim__prepared__current_on", "sealed", "followed")
_pages = built_once(
    lambda claim, language, digits: (
        DrawnPage.objects.filter(claim=claim, language=language, digits=digits)
        .annotate(sealed=Subquery(Chain.objects.filter(pk=1).values("length")))
        .annotate(followed=Subquery(Followed.objects.filter(pk=1).values("position")))
        .values_list(*PAGE)
    )
)


def page_as_kept(request: HttpRequest, at: datetime) -> HttpResponse | None:
    """None where the long way has to look."""
    visits = _visits(token_of(request), at - IDLE, at - LONGEST)
    if len(visits) != 1:
        return None
    visit, seen_at, claim, number, programme, name, latin, *keys = visits[0]
    for content, drawn_from, position, current_on, sealed, followed in _pages(claim, language(), chosen.get()):
        if current_on != localdate(at) or digest(position, (name, latin), at) != drawn_from:
            return None
        if sealed != followed and touched_since(Claim(pk=claim, number=number, programme_id=programme)):
            return None
        note_seen(visit, seen_at, at)
        household, speaker = (Key(id=id_, wrapped=wrapped) for id_, wrapped in (keys[:2], keys[2:]))
        return for_this_visit(request, opened([household, speaker], content))
    return None
