"""What the family of a claim asked, and what it was told."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sanad.casework.claims.models import Claim
from sanad.casework.inquiries.selectors import inquiries_within
from sanad.casework.notices.selectors import notices_of
from sanad.casework.notices.words import sentence
from sanad.web.office.inquiries.rows import rows_of
from sanad.web.shared.formats import language
from sanad.web.shared.requests import StaffRequest

LAST = 5


@dataclass(frozen=True, slots=True)
class Told:
    words: str
    at: datetime
    sent_at: datetime | None


def asked(request: StaffRequest, claim: Claim) -> dict[str, Any]:
    """The newest first; what was told in confidence is for few."""
    found = inquiries_within(request.reach).filter(claim=claim).order_by("-pk")
    notices = notices_of(claim.household)
    shown = [Told(sentence(one.kind, one.facts, language()), one.written_at, one.sent_at) for one in notices[:LAST]]
    return {"inquiries": rows_of(found), "told": shown}
