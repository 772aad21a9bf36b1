"""What only pages of the desk need: `{% load desk %}`."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from sanad.record.selectors.works import is_verified
from sanad.web.desk.menu import MENU
from sanad.web.desk.shown.days import in_words
from sanad.web.desk.shown.own_words import in_our_words
from sanad.web.desk.shown.promises import amount_in_words
from sanad.web.desk.shown.text import Piece

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


@register.filter
def marked(pieces: Iterable[Piece]) -> SafeString:
    """The pieces of a text in their marks, with nothing between them; long pages have thousands."""
    return format_html_join("", "{}", ((_marked(piece),) for piece in pieces))


def _marked(piece: Piece) -> SafeString | str:
    if not piece.role:
        return piece.text
    here = mark_safe(' id="now"') if piece.is_here else ""
    return format_html('<mark class="{}"{}>{}</mark>', piece.role, here, piece.text)


register.filter("edtf", in_words)

register.filter("is_verified", is_verified)

register.filter("amount", amount_in_words)
