"""Releases one after the other: what changed, what was corrected, and their files for everybody."""

from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from sanad.publication.models import Release
from sanad.publication.selectors import folder_of, releases, told_of
from sanad.web.public.caching import of_the_release
from sanad.web.public.data import files_of
from sanad.web.public.numbers import Row, number_of
from sanad.web.shared.formats import language

TYPES = {".csv": "text/csv; charset=utf-8", ".json": "application/json", ".zip": "application/zip", "": "text/plain"}
A_YEAR = 365 * 24 * 60 * 60


@of_the_release
def history(request: HttpRequest) -> HttpResponse:
    return render(request, "public/releases.html", {"releases": [_told(one) for one in releases()]})


@of_the_release
def release(request: HttpRequest, number: int) -> HttpResponse:
    found = get_object_or_404(Release, number=number)
    return render(request, "public/release.html", {**_told(found), "files": files_of(found)})


@require_safe
def file(request: HttpRequest, number: int, name: str) -> FileResponse:
    """A file as it was published; it never changes, so nobody has to ask for it twice."""
    path = folder_of(get_object_or_404(Release, number=number)) / name
    if path.name != name or not path.is_file():
        raise Http404(name)
    response = FileResponse(path.open("rb"), as_attachment=True, content_type=TYPES.get(path.suffix, TYPES[""]))
    patch_cache_control(response, public=True, max_age=A_YEAR, immutable=True)
    return response


def _told(release: Release) -> dict[str, Any]:
    told = told_of(release)
    titles = {row["programme"]: row[f"title_{language()}"] for row in told["tables"]["programmes"]}
    return {
        "release": release,
        "note": release.note.get(language(), ""),
        "changes": [_change(row, titles) for row in told["changed"]],
        "hidden": told["hidden"],
    }


def _change(row: Row, titles: dict[str, str]) -> Row:
    common = {"number": row["number"], "unit": row["unit"], "as_of": None, "source": "ledger"}
    return {
        "title": titles.get(row["programme"], row["programme"]),
        "before": number_of({**common, "value": row["before"], "state": row["state_before"]}),
        "now": number_of({**common, "value": row["now"], "state": row["state"]}),
    }
