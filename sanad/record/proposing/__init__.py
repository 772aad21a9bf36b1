"""What a page says, proposed: who said what to whom, when, how much, and what was promised. Text in, proposals out.

Nothing here decides anything: each proposal names its rule, its confidence and its place in the text, and a person
confirms it. No model, no network, no clock.
"""

from sanad.record.proposing.page import Page
from sanad.record.proposing.proposing import propose

__all__ = ["Page", "propose"]
