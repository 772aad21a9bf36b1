"""The look in templates: `{% load sanad %}`. Every sum, day, number and state of a page goes through these."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import template
from django.forms import BaseForm, BoundField
from django.template.base import NodeList, Parser, Token
from django.utils.safestring import SafeString, mark_safe

from sanad.web.shared import drawings, formats, states, tables
from sanad.web.shared.errors import faults

register = template.Library()

register.filter("reference", formats.reference)
register.filter("typed", formats.typed)
register.filter("with_references", formats.with_references)
register.simple_tag(states.icon, name="icon")
register.simple_tag(states.tag, name="state")


@register.filter
def number(value: int | None) -> SafeString | str:
    return "" if value is None else formats.number(value)


@register.filter
def money(minor: int | None, currency: str) -> SafeString | str:
    """`{{ award.net|money:award.currency }}`; what is not known is for the page to say in words."""
    return "" if minor is None else formats.money(minor, currency)


@register.filter
def figure(minor: int | None, currency: str) -> SafeString | str:
    """The sum alone, in a table whose caption says the unit."""
    return "" if minor is None else formats.figure(minor, currency)


@register.filter
def day(value: formats.Day | None) -> SafeString | str:
    return "" if value is None else formats.day(value)


@register.filter
def moment(value: datetime | None) -> SafeString | str:
    return "" if value is None else formats.moment(value)


@register.simple_tag
def bar(parts: Sequence[drawings.Part], whole: int, label: object) -> SafeString:
    return drawings.bar(parts, whole, label)


@register.inclusion_tag("shared/errors.html")
def errors(*forms: BaseForm) -> dict[str, Any]:
    """What is wrong with the forms of the page, on top of it; nothing where nothing is."""
    return {"faults": faults(form for form in forms if form and form.is_bound)}


@register.inclusion_tag("shared/errors.html")
def errors_of(forms: Sequence[BaseForm]) -> dict[str, Any]:
    """The same for a page of several forms."""
    return errors(*forms)


@register.inclusion_tag("shared/field.html")
def field(bound: BoundField, shape: str = "") -> dict[str, Any]:
    """A field with its label, hint and error; `shape`: `short`, `wide`. A hint never goes when one begins to type.

    A form of which any field may stay empty says so once (`may_stay_empty`) and not at each of them.
    """
    bound.field.widget.attrs.pop("placeholder", None)
    optional = not bound.field.required and not getattr(bound.form, "may_stay_empty", False)
    return {"field": bound, "shape": shape, "optional": optional, "kind": type(bound.field.widget).__name__.lower()}


class TableNode(template.Node):
    def __init__(self, inside: NodeList) -> None:
        self.inside = inside

    def render(self, context: template.Context) -> SafeString:
        return mark_safe(tables.labelled(self.inside.render(context)))  # what it got was escaped, and it adds no text


@register.tag
def table(parser: Parser, token: Token) -> TableNode:
    """`{% table %}<table>...</table>{% endtable %}`: a plain table, made fit for phones and listening."""
    inside = parser.parse(("endtable",))
    parser.delete_first_token()
    return TableNode(inside)
