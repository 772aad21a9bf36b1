"""What the made-up programme says in public becomes part of the record, and all that was promised is held against the
made-up ledger, which every check of it says.
"""

from datetime import datetime

from sanad.audit.sealing import seal_all
from sanad.outcomes.checking import check, standing_links
from sanad.outcomes.families import few_behind
from sanad.outcomes.kinds import Asked
from sanad.outcomes.linking import About, link
from sanad.outcomes.models import Recorded
from sanad.outcomes.position import last_position
from sanad.outcomes.recording.following import record_public_words
from sanad.publication.hiding.enough import FEWEST
from sanad.record.kinds import Level
from sanad.record.log import By
from sanad.record.models import Commitment
from sanad.record.services.disclosures import disclose
from sanad.rulebook.models import Programme
from sanad.staff.models import User

SAID_TO_ALL = "it was said to everybody"
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
    _open_words(By(keeper, at))


def _open_words(by: By) -> None:
    """The keeper opens to everybody what was said of nobody in particular, or of many families."""
    for one in standing_links().filter(commitment__in=Recorded.objects.values("commitment")):
        if one.commitment and not few_behind(one, FEWEST):
            disclose(one.commitment.evidence, Level.PUBLIC, SAID_TO_ALL, by)
