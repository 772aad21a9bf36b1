"""What the made-up programme says in public becomes part of the record, and all that was promised is held against the
made-up ledger, which every check of it says.
"""

from datetime import datetime

from sanad.audit.sealing import seal_all
from sanad.outcomes.checking import check, standing_links
from sanad.outcomes.kinds import Asked
from sanad.outcomes.linking import About, link
from sanad.outcomes.position import last_position
from sanad.outcomes.recording.following import record_public_words
from sanad.record.models import Commitment
from sanad.rulebook.models import Programme
from sanad.staff.models import User

OF_A_PAGE = "continue the payments"
"""As the annotation of the page 06-leaked-call has it."""


def hold_promises(programme: Programme, at: datetime, keeper: User) -> None:
    """One page tells of payments that were to go on until the house was rebuilt: a record keeper links it."""
    seal_all(at=at)
    while record_public_words(at):
        pass
    told = Commitment.objects.filter(text=OF_A_PAGE).order_by("pk").first()
    if told is not None:
        about = About(Asked.PAID_TO_CLAIMS, programme=programme)
        link(told, about, note="the page tells of the allowance of this programme", by=keeper, at=at)
    seal_all(at=at)
    check(standing_links(), last_position(), at=at, by=keeper)
