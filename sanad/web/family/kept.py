"""A page that is kept, found in one reading: whose visit it is, whether its answer still stands, and the page.

Where anything is otherwise, the long way looks at it: an act that touches the claim, a name that is another, a
household for which two speak.
"""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate

from sanad.audit.built_once import built_once
from sanad.casework.answers.selectors import touched_since
from sanad.casework.claims.models import Claim
from sanad.evidence.models import Key
from sanad.web.family.drawing import digest, for_this_visit, opened
from sanad.web.family.models import DrawnPage
from sanad.web.family.sessions import IDLE, LONGEST, note_seen, token_of
from sanad.web.shared.digits import chosen
from sanad.web.shared.formats import language

SPEAKER = "claim__household__representations__person"
VISIT = "claim__receipts__sessions"
COLUMNS = (
    *(f"{VISIT}__pk", f"{VISIT}__seen_at"),
    *("content", "drawn_from", "claim__prepared__position", f"{SPEAKER}__name", f"{SPEAKER}__latin_name"),
    *("claim_id", "claim__number", "claim__programme_id", "claim__household__key_id", "claim__household__key__wrapped"),
    *(f"{SPEAKER}__key_id", f"{SPEAKER}__key__wrapped"),
)
_found = built_once(
    lambda token, idle, longest, day, language, digits: DrawnPage.objects.filter(
        claim__receipts__sessions__token=token,
        claim__receipts__sessions__seen_at__gt=idle,
        claim__receipts__sessions__begun_at__gt=longest,
        claim__receipts__ended_at=None,
        claim__prepared__current_on=day,
        claim__prepared__content__isnull=False,
        claim__household__representations__until=None,
        claim__household__key__wrapped__isnull=False,
        claim__household__representations__person__key__wrapped__isnull=False,
        language=language,
        digits=digits,
    ).values_list(*COLUMNS)
)


def page_as_kept(request: HttpRequest, at: datetime) -> HttpResponse | None:
    """None where the long way has to look."""
    rows = _found(token_of(request), at - IDLE, at - LONGEST, localdate(at), language(), chosen.get())
    if len(rows) != 1:
        return None
    visit, seen_at, content, drawn_from, position, name, latin, claim, number, programme, *keys = rows[0]
    if digest(position, (name, latin), at) != drawn_from:
        return None
    if touched_since(Claim(pk=claim, number=number, programme_id=programme)):
        return None
    note_seen(visit, seen_at, at)
    household, speaker = (Key(id=id_, wrapped=wrapped) for id_, wrapped in (keys[:2], keys[2:]))
    return for_this_visit(request, opened([household, speaker], content))
