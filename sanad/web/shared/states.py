"""The five states and no sixth: an icon, a word, a colour, in this order of weight."""

from functools import cache

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

DONE, DUE, HALT, DANGER, UNKNOWN = STATES = ("done", "due", "halt", "danger", "unknown")


class NotAState(ValueError):
    """The look knows five states; a new one is a decision for LOOK, not for a page."""


@cache
def icon(name: str) -> SafeString:
    """A drawing of the sprite, silent for those who listen: the word beside it says the same."""
    return format_html(
        '<svg class="icon" aria-hidden="true"><use href="{}#{}"/></svg>', static("sanad/icons.svg"), name
    )


def tag(state: str, words: object) -> SafeString:
    """Raises NotAState."""
    if state not in STATES:
        raise NotAState(f"`{state}` is none of {', '.join(STATES)}")
    return format_html('<span class="tag {}">{}<span>{}</span></span>', state, icon(state), words)
