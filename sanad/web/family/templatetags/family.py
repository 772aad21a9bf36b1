"""What only the family's pages need: `{% load family %}`."""

import re
from collections.abc import Mapping
from datetime import date

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from sanad.web.shared import formats

register = template.Library()
REFERENCE = re.compile(r"\b[A-Z]{1,5}-[A-Z]?[0-9]+(?:-[0-9]+)*\b")


@register.filter
def said(words: Mapping[str, str]) -> str:
    """In the reader's language."""
    return words[formats.language()]


@register.filter
def with_references(text: str) -> SafeString:
    """A sentence in which numbers of claims and rounds stay whole and keep their direction."""
    return mark_safe(REFERENCE.sub(lambda found: formats.reference(found[0]), escape(text)))  # escaped before


@register.filter
def thousandths(value: int) -> SafeString:
    """An area as it was measured: thousandths of a square metre."""
    return formats.number(value, 3)


@register.simple_tag
def between(first: date, last: date) -> SafeString:
    """`between 15 March and 30 May 2027`."""
    return formats.span(first, last)
