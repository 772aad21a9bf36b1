"""Inquiries as lists show them: whose, what about, and how long is left."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.timezone import localdate
from django.utils.translation import gettext, ngettext

from sanad.casework.inquiries.models import Inquiry, State
from sanad.registry.selectors import name_of, speakers_of
from sanad.web.shared.formats import language


@dataclass(frozen=True, slots=True)
class Row:
    inquiry: Inquiry
    name: str
    state: str
    """Of the look's five."""
    words: str


def rows_of(inquiries: Iterable[Inquiry]) -> list[Row]:
    found = list(inquiries)
    speakers = speakers_of(one.claim.household_id for one in found)
    return [Row(one, name_of(speakers[one.claim.household_id], language()), *_stands(one)) for one in found]


def _stands(inquiry: Inquiry) -> tuple[str, str]:
    if inquiry.state == State.ANSWERED:
        return "done", str(inquiry.get_state_display())
    late = (localdate() - inquiry.due_on).days
    if late > 0:
        return "halt", ngettext("{days} day late", "{days} days late", late).format(days=late)
    return "due", gettext("today") if late == 0 else str(inquiry.get_state_display())
