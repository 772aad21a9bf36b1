"""Reading answers."""

from sanad.casework.answers.selectors.live import answer_of
from sanad.casework.answers.selectors.ready import Ready, prepared, ready_of, touched_since

__all__ = ["Ready", "answer_of", "prepared", "ready_of", "touched_since"]
