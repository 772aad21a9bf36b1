"""Rounds, what each decided for every claim, and what fell due afterwards."""

from sanad.casework.awards.models.awards import Award, AwardLine, Outcome
from sanad.casework.awards.models.dues import DueDay, FellDue, Foreseen
from sanad.casework.awards.models.endings import EndingState, LineEnding, WhyEnded
from sanad.casework.awards.models.rounds import Round, State

__all__ = [
    "Award",
    "AwardLine",
    "DueDay",
    "EndingState",
    "FellDue",
    "Foreseen",
    "LineEnding",
    "Outcome",
    "Round",
    "State",
    "WhyEnded",
]
