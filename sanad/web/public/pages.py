"""The public pages: figures of a programme, releases, how the numbers are hidden and checked."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from sanad.publication.models import Release
from sanad.publication.selectors import newest, told_of
from sanad.web.public.caching import of_the_release
from sanad.web.public.data import files_of, funds_of
from sanad.web.public.numbers import short_sum
from sanad.web.public.programme import shown
from sanad.web.shared.formats import language


@of_the_release
def start(request: HttpRequest) -> HttpResponse:
    """The programme where there is one, else all of them; in words what comes here before the first release."""
    release = newest()
    if release is None:
        return render(request, "public/empty.html")
    programmes = told_of(release)["tables"]["programmes"]
    if len(programmes) == 1:
        return render(request, "public/programme.html", _told(release, programmes[0]))
    told = [shown(told_of(release)["tables"], one) for one in programmes]
    return render(request, "public/programmes.html", {"release": release, "programmes": told})


@of_the_release
def programme(request: HttpRequest, key: str) -> HttpResponse:
    release = newest()
    programmes = told_of(release)["tables"]["programmes"] if release else []
    found = next((one for one in programmes if one["programme"] == key), None)
    if release is None or found is None:
        raise Http404(key)
    return render(request, "public/programme.html", _told(release, found))


@of_the_release
def method(request: HttpRequest) -> HttpResponse:
    return render(request, "public/method.html", {"release": newest()})


def _told(release: Release, row: dict[str, Any]) -> dict[str, Any]:
    told = told_of(release)
    return {
        "release": release,
        "programme": (of := shown(told["tables"], row)),
        "whole": of.waiting[0],
        "scale_in_words": short_sum(of.scale, of.currency),
        "counts": of.counts_of_halts,
        "note": release.note.get(language(), ""),
        "funds": funds_of(told["tables"], row["programme"]),
        "files": files_of(release),
        "hidden": sum(counts["hidden"] for counts in told["hidden"].values()),
        "held": sum(counts["held"] for counts in told["hidden"].values()),
    }
