"""Pages that say no: what happened and what one can do, in words and in both languages."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from sanad.web.shared.access import NotYourRole
from sanad.web.shared.typed_before import typed_before


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "shared/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    roles = exception.roles if isinstance(exception, NotYourRole) else ()
    return render(request, "shared/403.html", {"roles": roles}, status=403)


def unknown(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "shared/404.html", status=404)


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's token does not fit the visit: a page left open for long, or a form of somebody else."""
    return render(request, "shared/form_too_old.html", {"typed": typed_before(request)}, status=403)


def broken(request: HttpRequest) -> HttpResponse:
    """Without the request's context, which may be what is broken."""
    return HttpResponse(render_to_string("shared/500.html"), status=500)
