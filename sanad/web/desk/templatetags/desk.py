"""What only pages of the desk need: `{% load desk %}`."""

from typing import Any

from django import template
from django.urls import reverse
from django.utils.functional import Promise

from sanad.web.desk.menu import MENU
from sanad.web.desk.shown.days import in_words
from sanad.web.desk.shown.own_words import in_our_words

register = template.Library()


@register.inclusion_tag("desk/menu.html", takes_context=True)
def menu(context: template.Context) -> dict[str, Any]:
    """The sections of the desk; the one of this page is marked."""
    here = context.get("section", "")
    return {"entries": [(reverse(name), title, bool(section) and section == here) for name, title, section in MENU]}


@register.filter
def ours(text: str) -> str | Promise:
    """What the record itself writes down (`the page itself`), in the reader's language; all other words as they are."""
    return in_our_words(text)


register.filter("edtf", in_words)
