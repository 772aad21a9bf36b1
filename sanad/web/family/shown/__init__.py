"""An answer made ready for the page: what its template only has to write down."""

from sanad.web.family.shown.questions import written_of
from sanad.web.family.shown.whole import page_of

__all__ = ["page_of", "written_of"]
