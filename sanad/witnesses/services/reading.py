"""Reading what was lodged: each reading is an act, since it is a step towards somebody."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from sanad.audit.services import record
from sanad.staff.scopes import Reach
from sanad.witnesses.capabilities import KEEP, require
from sanad.witnesses.models import Lodged
from sanad.witnesses.sealing import unseal


@dataclass(frozen=True, slots=True)
class Words:
    """All empty once the witness withdrew."""

    words: str
    teller: str
    place: str


@transaction.atomic
def read_lodged(*, lodged: Lodged, reach: Reach, at: datetime) -> Words:
    """The words as they were lodged, without who lodged them. Raises NotAllowed."""
    by = require(reach, *KEEP)
    record(act="witness.read", on=f"lodged:{lodged.reference}", by=by, at=at)
    return words_of(lodged)


def words_of(lodged: Lodged) -> Words:
    """For the family's own page, and for taking it up."""
    key = lodged.identity.key
    return Words(unseal(key, lodged.words), unseal(key, lodged.teller_words), unseal(key, lodged.place))
