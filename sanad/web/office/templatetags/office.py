"""What only pages of the office need: `{% load office %}`."""

from typing import Any

from django import template
from django.urls import reverse

from sanad.web.office.claims.roles import READ
from sanad.web.office.menu import MENU
from sanad.web.shared.requests import StaffRequest

register = template.Library()


@register.inclusion_tag("office/menu.html", takes_context=True)
def menu(context: template.Context) -> dict[str, Any]:
    """The subjects that the person's roles have to do with; the one of this page is marked."""
    request: StaffRequest = context["request"]
    entries = [(reverse(entry.name), entry.title) for entry in MENU if request.reach.holds(*entry.roles)]
    return {"entries": [(url, title, _is_here(url, request.path)) for url, title in entries]}


@register.inclusion_tag("office/search.html", takes_context=True)
def search(context: template.Context) -> dict[str, Any]:
    """For those who read claims, from every page: a number, a name, a telephone, a home."""
    request: StaffRequest = context["request"]
    return {"may_search": request.reach.holds(*READ), "typed": request.GET.get("q", "")}


def _is_here(url: str, path: str) -> bool:
    return path == url if url == reverse("work") else path.startswith(url)
