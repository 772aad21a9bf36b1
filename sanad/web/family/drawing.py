"""A page that was drawn once is kept, and given again while nothing of it has changed.

It is sealed under the household's key, like the words in it, and ends with that key. What differs from visit to visit,
the form's token and id, is put in when it is given.
"""

import hashlib
import uuid
import zlib
from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.utils.timezone import localdate

from sanad.casework.answers.selectors import position_prepared
from sanad.config.built_once import built_once
from sanad.evidence.keys import seal_content, unseal_content
from sanad.registry.selectors import sealed_name_of
from sanad.web.family.access import FamilyRequest
from sanad.web.family.models import DrawnPage
from sanad.web.shared.digits import chosen
from sanad.web.shared.formats import language
from sanad.web.shared.statics import content_hash

TOKEN, FORM_ID = "the-token-of-this-visit", uuid.UUID(int=0)
"""What stands in a kept page where the token and the form's id are put in."""

WEB = Path(__file__).parents[1]
FASTEST = 1

Draw = Callable[[], str]


_kept = built_once(
    lambda claim, language, digits, drawn_from: DrawnPage.objects.filter(
        claim=claim, language=language, digits=digits, drawn_from=drawn_from
    ).values_list("content", flat=True)
)


def given(request: FamilyRequest, at: datetime, draw: Draw) -> HttpResponse:
    """The page as it was kept, where it shows what stands; else drawn now, and kept where its answer was prepared."""
    position = position_prepared(request.claim, at=at)
    if position is None:
        return _for_this_visit(request, draw())
    drawn_from = _digest(request, position, at)
    for content in _kept(request.claim.pk, language(), chosen.get(), drawn_from):
        return _for_this_visit(request, _opened(request, content))
    html = draw()
    _keep(request, drawn_from, html)
    return _for_this_visit(request, html)


def _digest(request: FamilyRequest, position: int, at: datetime) -> str:
    """Of all that the page shows beside the answer, and of what draws it."""
    shown = f"{position} {localdate(at)} {content_hash()} {_code()} {settings.DANGER_PHONE} "
    return hashlib.sha256(shown.encode() + sealed_name_of(request.claim.household)).hexdigest()


@cache
def _code() -> str:
    """Of the templates, the modules and the texts of all sites: another version draws another page."""
    whole = hashlib.sha256()
    for path in sorted(WEB.rglob("*")):
        if path.suffix in (".py", ".html", ".mo"):
            whole.update(path.read_bytes())
    return whole.hexdigest()


def _keep(request: FamilyRequest, drawn_from: str, html: str) -> None:
    """Of two who draw at once either stands: they drew the same."""
    content = seal_content(request.claim.household.key, zlib.compress(html.encode(), FASTEST))
    DrawnPage.objects.update_or_create(
        claim=request.claim,
        language=language(),
        digits=chosen.get(),
        defaults={"drawn_from": drawn_from, "content": content},
    )


def _opened(request: FamilyRequest, content: bytes | memoryview) -> str:
    return zlib.decompress(unseal_content(request.claim.household.key, bytes(content))).decode()


def _for_this_visit(request: FamilyRequest, html: str) -> HttpResponse:
    return HttpResponse(html.replace(TOKEN, get_token(request)).replace(str(FORM_ID), str(uuid.uuid4())))
