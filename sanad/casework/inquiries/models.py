"""The rows of inquiries stand with the answers, so that an answer can say what was asked."""

from sanad.casework.answers.models import Inquiry, Kind, Reply, State

__all__ = ["Inquiry", "Kind", "Reply", "State"]
