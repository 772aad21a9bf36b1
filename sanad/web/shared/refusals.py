"""Pages that say no: what happened and what one can do, in words and in both languages."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string, select_template

from sanad.web.shared.access import NotYourRole
from sanad.web.shared.typed_before import typed_before


def refusal(request: HttpRequest, name: str, status: int, told: dict[str, Any] | None = None) -> HttpResponse:
    """In the words of the site that was asked (`family/404.html`), or in those of all."""
    return HttpResponse(select_template(_named(request, name)).render(told, request), status=status)


def _named(request: HttpRequest, name: str) -> list[str]:
    """What the address begins with is looked for only where it is the name of a site: it may be anything."""
    site = request.path_info.split("/")[1]
    return (
        [f"{site}/{name}.html", f"shared/{name}.html"] if site.isascii() and site.isalpha() else [f"shared/{name}.html"]
    )


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return refusal(request, "400", 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    roles = exception.roles if isinstance(exception, NotYourRole) else ()
    return refusal(request, "403", 403, {"roles": roles})


def unknown(request: HttpRequest, exception: Exception) -> HttpResponse:
    return refusal(request, "404", 404)


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's token does not fit the visit: a page left open for long, or a form of somebody else."""
    return refusal(request, "form_too_old", 403, {"typed": typed_before(request)})


def broken(request: HttpRequest) -> HttpResponse:
    """Without the request's context, which may be what is broken."""
    return HttpResponse(render_to_string(_named(request, "500")), status=500)
