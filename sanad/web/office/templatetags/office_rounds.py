"""What only pages of rounds need: `{% load office_rounds %}`."""

from collections.abc import Mapping

from django import template

register = template.Library()


@register.filter
def named(names: Mapping[str, str], code: str) -> str:
    """The word for a code; the code where there is none."""
    return names.get(code, code)
