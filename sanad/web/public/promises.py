"""What was promised in public and what came of it: the share kept, and each promise by itself."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from sanad.audit.made_up import is_made_up
from sanad.publication.selectors import newest, told_of
from sanad.web.public.caching import of_the_release
from sanad.web.public.data import files_of
from sanad.web.public.promised import kept_of, promise_of, promises_of

A_PAGE = 25
FILES = ("share-kept.csv", "commitments.csv")


@of_the_release
def promises(request: HttpRequest) -> HttpResponse:
    release = newest()
    tables = told_of(release)["tables"] if release else {}
    kept = kept_of(tables)
    if release is None or kept is None:
        return render(request, "public/promises_empty.html", {"release": release})
    told = {
        "release": release,
        "kept": kept,
        "page": Paginator(promises_of(tables), A_PAGE).get_page(request.GET.get("page")),
        "files": [one for one in files_of(release) if one.name in FILES],
        "is_demo": is_made_up(),
    }
    return render(request, "public/promises.html", told)


@of_the_release
def promise(request: HttpRequest, number: int) -> HttpResponse:
    release = newest()
    found = promise_of(told_of(release)["tables"], number) if release else None
    if found is None:
        raise Http404(str(number))
    return render(request, "public/promise.html", {"release": release, "one": found})
