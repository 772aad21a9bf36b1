"""The keys of the desk, each with what it does."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

READING: tuple[tuple[str, str | Promise], ...] = (
    ("J", _("the next proposal")),
    ("K", _("the one before")),
)
DECIDING: tuple[tuple[str, str | Promise], ...] = (
    ("A", _("accept it as it stands")),
    ("R", _("reject it")),
    ("S", _("who speaks; then a number for somebody whom the page names")),
    ("E", _("edit it: other words, kind, speaker, to whom")),
    ("X", _("split it: two voices in one pair of marks")),
    ("C", _("join it with the next paragraph, where it goes on there")),
    ("U", _("take your last decision back")),
)


def keys_for(*, may_decide: bool) -> tuple[tuple[str, str | Promise], ...]:
    return (*READING, *(DECIDING if may_decide else ()), ("?", _("show or hide this list")))
