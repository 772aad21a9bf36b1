"""Rounds, and what each decided for every claim."""

from sanad.casework.awards.models.awards import Award, AwardLine, Outcome
from sanad.casework.awards.models.rounds import Round, State

__all__ = ["Award", "AwardLine", "Outcome", "Round", "State"]
