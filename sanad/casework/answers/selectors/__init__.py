"""Reading answers."""

from sanad.casework.answers.selectors.live import answer_of
from sanad.casework.answers.selectors.ready import position_prepared, prepared, touched_since

__all__ = ["answer_of", "position_prepared", "prepared", "touched_since"]
