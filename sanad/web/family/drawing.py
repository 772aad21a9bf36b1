"""A page that was drawn once is kept, and given again while nothing of it has changed.

It is sealed under the key of the household and under that of who speaks for it, whose name it shows, and ends with
either. What differs from visit to visit, the form's token and id, is put in when it is given.
"""

import hashlib
import re
import secrets
import uuid
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.utils.cache import patch_vary_headers
from django.utils.timezone import localdate

from sanad.audit.built_once import built_once
from sanad.casework.answers.selectors import Ready, ready_of
from sanad.evidence.keys import seal_content, unseal_content
from sanad.evidence.models import Key
from sanad.registry.selectors import sealed_name_of
from sanad.web.family.access import FamilyRequest
from sanad.web.family.models import DrawnPage
from sanad.web.family.packing import filled, filled_in_gzip, pack
from sanad.web.shared.digits import chosen
from sanad.web.shared.formats import language
from sanad.web.shared.statics import content_hash

TOKEN, FORM_ID = secrets.token_hex(16), uuid.uuid4()
"""What stands where the token and the form's id are put in, until a page is packed: nobody can type it."""

WEB = Path(__file__).parents[1]
GZIP = re.compile(r"\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))")

Draw = Callable[[Ready], str]


_kept = built_once(
    lambda claim, language, digits, drawn_from: DrawnPage.objects.filter(
        claim=claim, language=language, digits=digits, drawn_from=drawn_from
    ).values_list("content", flat=True)
)


def given(request: FamilyRequest, at: datetime, draw: Draw) -> HttpResponse:
    """The page as it was kept, where it shows what stands; else drawn now, and kept where its answer was prepared."""
    household = request.claim.household
    ready = ready_of(request.claim, at=at)
    position = ready.position
    if position is None or household.key.wrapped is None:
        return for_this_visit(request, packed(draw(ready)))
    names, key = sealed_name_of(household)
    keys, drawn_from = [household.key, *([key] if key else [])], digest(position, names, at)
    for content in _kept(request.claim.pk, language(), chosen.get(), drawn_from):
        return for_this_visit(request, opened(keys, content))
    page = packed(draw(ready))
    _keep(request, drawn_from, page, keys)
    return for_this_visit(request, page)


def digest(position: int, names: Iterable[bytes | memoryview | None], at: datetime) -> str:
    """Of all that the page shows beside the answer, and of what draws it. `names` as they lie there, sealed."""
    shown = f"{position} {localdate(at)} {content_hash()} {_code()} {settings.DANGER_PHONE} "
    return hashlib.sha256(shown.encode() + b"|".join(bytes(name or b"") for name in names)).hexdigest()


@cache
def _code() -> str:
    """Of the templates, the modules and the texts of all sites: another version draws another page."""
    whole = hashlib.sha256()
    for path in sorted(WEB.rglob("*")):
        if path.suffix in (".py", ".html", ".mo"):
            whole.update(path.read_bytes())
    return whole.hexdigest()


def packed(html: str) -> bytes:
    return pack(html, (TOKEN, str(FORM_ID)))


def _keep(request: FamilyRequest, drawn_from: str, page: bytes, keys: Sequence[Key]) -> None:
    """Of two who draw at once either stands: they drew the same."""
    content = page
    for key in keys:
        content = seal_content(key, content)
    DrawnPage.objects.update_or_create(
        claim=request.claim,
        language=language(),
        digits=chosen.get(),
        defaults={"drawn_from": drawn_from, "content": content},
    )


def opened(keys: Sequence[Key], content: bytes | memoryview) -> bytes:
    page = bytes(content)
    for key in reversed(keys):
        page = unseal_content(key, page)
    return page


def for_this_visit(request: HttpRequest, page: bytes) -> HttpResponse:
    """With a token and an id of its own; compressed, where the browser says that it reads that."""
    values = get_token(request), str(uuid.uuid4())
    if not GZIP.search(request.headers.get("Accept-Encoding", "")):
        return HttpResponse(filled(page, values))
    response = HttpResponse(filled_in_gzip(page, values), headers={"Content-Encoding": "gzip"})
    patch_vary_headers(response, ("Accept-Encoding",))
    return response
