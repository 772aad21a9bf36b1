"""What only the family's pages need: `{% load family %}`."""

from collections.abc import Mapping
from datetime import date

from django import template
from django.utils.safestring import SafeString

from sanad.web.shared import formats

register = template.Library()


@register.filter
def said(words: Mapping[str, str]) -> str:
    """In the reader's language."""
    return words[formats.language()]


@register.filter
def thousandths(value: int) -> SafeString:
    """An area as it was measured: thousandths of a square metre."""
    return formats.number(value, 3)


@register.simple_tag
def between(first: date, last: date) -> SafeString:
    """`between 15 March and 30 May 2027`."""
    return formats.span(first, last)
