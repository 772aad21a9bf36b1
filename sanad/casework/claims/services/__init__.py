"""What is done with claims; each act is one transaction and one event."""

from sanad.casework.claims.proposals import IntakeRefused, NewClaim
from sanad.casework.claims.services.facts import claim_facts, state_facts, state_facts_of
from sanad.casework.claims.services.papers import IssuedReceipt, attach_file, renew_receipt
from sanad.casework.claims.services.receiving import (
    AlreadyClaimed,
    Received,
    receive_claim,
    receive_claims,
)
from sanad.casework.claims.services.seeing import note_visit
from sanad.casework.claims.services.steps import (
    ClaimHasMoved,
    FactsAreMissing,
    HoldRefused,
    StepNotAllowed,
    complete_claim,
    hold_claim,
    release_claim,
    reopen_claim,
    withdraw_claim,
)
from sanad.casework.claims.stating import FactsHaveChanged, FactsRefused, Stated

__all__ = [
    "AlreadyClaimed",
    "ClaimHasMoved",
    "FactsAreMissing",
    "FactsHaveChanged",
    "FactsRefused",
    "HoldRefused",
    "IntakeRefused",
    "IssuedReceipt",
    "NewClaim",
    "Received",
    "Stated",
    "StepNotAllowed",
    "attach_file",
    "claim_facts",
    "complete_claim",
    "hold_claim",
    "note_visit",
    "receive_claim",
    "receive_claims",
    "release_claim",
    "renew_receipt",
    "reopen_claim",
    "state_facts",
    "state_facts_of",
    "withdraw_claim",
]
