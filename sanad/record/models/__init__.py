"""What the record keeps: evidence, sources, who and when, what was said, versions, commitments, decisions."""

from sanad.record.models.agents import Agent, Mention, Name, Office, Relation
from sanad.record.models.commitments import Commitment, CommitmentEvidence, Outcome
from sanad.record.models.editorial import Disclosure, LogRow, Proposal, Reached, Retraction, Sealing
from sanad.record.models.events import AgendaItem, Event, EventParticipant
from sanad.record.models.evidence import Capture, Segment, Span, TextLayer
from sanad.record.models.questions import Question, Version, VersionStatement
from sanad.record.models.replies import Reply, ReplyAsked
from sanad.record.models.sources import Account, Node, Transmission, Work
from sanad.record.models.statements import EventOrder, Figure, Place, Reaction, Statement, StatementPart, StatementRole

__all__ = [
    "Account",
    "AgendaItem",
    "Agent",
    "Capture",
    "Commitment",
    "CommitmentEvidence",
    "Disclosure",
    "Event",
    "EventOrder",
    "EventParticipant",
    "Figure",
    "LogRow",
    "Mention",
    "Name",
    "Node",
    "Office",
    "Outcome",
    "Place",
    "Proposal",
    "Question",
    "Reached",
    "Reaction",
    "Relation",
    "Reply",
    "ReplyAsked",
    "Retraction",
    "Sealing",
    "Segment",
    "Span",
    "Statement",
    "StatementPart",
    "StatementRole",
    "TextLayer",
    "Transmission",
    "Version",
    "VersionStatement",
    "Work",
]
