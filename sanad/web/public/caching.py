"""A release never changes, so whoever has seen a page of it asks only whether it is still the newest."""

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.views.decorators.http import condition, require_safe

from sanad.audit.made_up import is_made_up
from sanad.publication.models import Release
from sanad.publication.selectors import newest
from sanad.web.shared.digits import chosen
from sanad.web.shared.door import is_open
from sanad.web.shared.formats import language

View = Callable[..., HttpResponse]
LOOKS = "2"
"""Counted up where the pages' own look or words change."""


def etag(request: HttpRequest, *_args: Any, **_kwargs: Any) -> str:
    """Of the newest release, and of all else that a page of it shows: the language, the digits, the marks of a demo."""
    release: Release | None = newest()
    marks = (release.checks if release else "", language(), chosen.get(), is_made_up(), is_open(request), LOOKS)
    return f'"{hashlib.sha256(repr(marks).encode()).hexdigest()[:32]}"'


def of_the_release(view: View) -> View:
    """A page that changes only with the next release."""

    @require_safe
    @condition(etag_func=etag)
    @wraps(view)
    def kept(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        patch_cache_control(response, no_cache=True)
        patch_vary_headers(response, ("Accept-Language", "Cookie"))
        return response

    return kept
