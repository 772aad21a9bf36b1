"""Reading answers."""

from sanad.casework.answers.selectors.live import answer_of
from sanad.casework.answers.selectors.ready import prepared

__all__ = ["answer_of", "prepared"]
