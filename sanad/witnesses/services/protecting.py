"""Somebody whom the record knows by a pseudonym or a forename is protected: who it is lies here, and is scanned for."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from sanad.audit.services import record
from sanad.evidence.keys import new_key
from sanad.record.models import Agent
from sanad.staff.scopes import Reach
from sanad.witnesses.capabilities import KEEP, require
from sanad.witnesses.models import Identity
from sanad.witnesses.pseudonyms import new_pseudonym
from sanad.witnesses.sealing import seal, seal_if_told
from sanad.witnesses.verification import digests_of


class IsProtected(Exception):
    """Who this agent is lies here already."""


class NoName(Exception):
    """There is nothing to protect without a name."""


@transaction.atomic
def protect(*, agent: Agent, name: str, aliases: Sequence[str], contact: str, reach: Reach, at: datetime) -> Identity:
    """`aliases` are other names and spellings, one each; `contact` holds telephones and addresses, one a line.

    Raises NotAllowed, IsProtected, NoName.
    """
    by = require(reach, *KEEP)
    if not name.strip():
        raise NoName(agent.pk)
    if Identity.objects.filter(agent=agent).exists():
        raise IsProtected(agent.pk)
    key = new_key(at)
    identity = Identity.objects.create(
        reference=new_pseudonym(),
        key=key,
        name=seal(key, name.strip()),
        aliases=seal_if_told(key, "\n".join(one.strip() for one in aliases if one.strip())),
        contact=seal_if_told(key, contact.strip()),
        agent=agent,
        made_at=at,
        made_by=by,
    )
    record(act="witness.protect", on=f"witness:{identity.reference}", by=by, at=at, facts=digests_of(identity))
    return identity
