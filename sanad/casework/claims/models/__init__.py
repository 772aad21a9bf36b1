"""Claims, what is stated for them, their way, their receipts and their files."""

from sanad.casework.claims.models.claims import Channel, Claim, ClaimStep, State, Why
from sanad.casework.claims.models.facts import Level, Statement
from sanad.casework.claims.models.papers import ClaimFile, Receipt

__all__ = ["Channel", "Claim", "ClaimFile", "ClaimStep", "Level", "Receipt", "State", "Statement", "Why"]
