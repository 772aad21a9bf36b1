"""Answers made ready, and what families ask."""

from sanad.casework.answers.models.inquiries import Inquiry, Kind, Reply, State
from sanad.casework.answers.models.ready import Explained, Followed, OrderOfPayment, Prepared, Turn

__all__ = [
    "Explained",
    "Followed",
    "Inquiry",
    "Kind",
    "OrderOfPayment",
    "Prepared",
    "Reply",
    "State",
    "Turn",
]
