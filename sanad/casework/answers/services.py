"""Answers made ready, and kept current."""

from sanad.casework.answers.following.following import ChainMovesOn, follow
from sanad.casework.answers.preparing import prepare, visited

__all__ = ["ChainMovesOn", "follow", "prepare", "visited"]
