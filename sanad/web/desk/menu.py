"""The menu of the desk; the office stands last, for whoever has something to do or to read there as well."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

MENU: tuple[tuple[str, str | Promise, str], ...] = (
    ("desk", _("Pages"), "pages"),
    ("desk_questions", _("Questions"), "questions"),
    ("desk_timeline", _("Timeline"), "timeline"),
    ("desk_commitments", _("Commitments"), "commitments"),
    ("desk_retractions", _("Retractions"), "retractions"),
    ("work", _("Office"), ""),
)
"""The name of an address, its title, and the section of the pages that belong to it."""
