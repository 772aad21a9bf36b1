"""A witness takes everything back: the statement is retracted with all that rests on it, and the key is destroyed."""

from datetime import datetime

from django.db import transaction

from sanad.audit.services import record
from sanad.evidence import keys
from sanad.evidence.models import Key
from sanad.record.kinds import Level, Why
from sanad.record.log import By
from sanad.record.models import Account, Agent, Capture, Sealing, Statement
from sanad.record.services.disclosures import disclose
from sanad.record.services.retractions import ask_to_seal, retract
from sanad.staff.models import User
from sanad.staff.scopes import Reach
from sanad.witnesses.capabilities import KEEP, require
from sanad.witnesses.models import Identity, Lodged, TakenUp, Trace, Withdrawal
from sanad.witnesses.refusals import AlreadyWithdrawn, RecordHoldsIt

REASON = "the witness withdrew"
KEY_REASON = "witness_withdrew"


@transaction.atomic
def withdraw(*, identity: Identity, reach: Reach, at: datetime) -> Withdrawal:
    """Take it back in the name of this record keeper, in one transaction: statements, key, traces.

    Of two at once one is told that it is done. The text in the record is emptied once a second person seals its
    capture, for which this asks. Raises NotAllowed, AlreadyWithdrawn.
    """
    by = require(reach, *KEEP)
    held = _held(identity)
    if held.agent:
        _take_back(held.agent, By(by, at))
    return _end(held, at, by)


@transaction.atomic
def take_back(*, lodged: Lodged, at: datetime) -> Withdrawal:
    """The family itself takes it back, while it is nowhere else. Raises AlreadyWithdrawn, RecordHoldsIt."""
    held = _held(lodged.identity)
    if held.agent:
        raise RecordHoldsIt(lodged.reference)
    return _end(held, at, None)


@transaction.atomic
def ask_to_take_back(*, lodged: Lodged, at: datetime) -> Withdrawal:
    """The family asks, where it is a statement by now; asked twice, it is asked once. Raises AlreadyWithdrawn."""
    held = _held(lodged.identity)
    asked = Withdrawal.objects.filter(identity=held).first()
    if asked:
        return asked
    record(act="witness.ask_to_withdraw", on=f"witness:{held.reference}", by=None, at=at)
    return Withdrawal.objects.create(identity=held, asked_at=at)


def _held(identity: Identity) -> Identity:
    """Its key is held until the transaction ends. Raises AlreadyWithdrawn."""
    if Key.objects.select_for_update().get(pk=identity.key_id).wrapped is None:
        raise AlreadyWithdrawn(identity.reference)
    return Identity.objects.select_related("key", "agent__within__layer__capture").get(pk=identity.pk)


def _end(identity: Identity, at: datetime, by: User | None) -> Withdrawal:
    asked = Withdrawal.objects.filter(identity=identity).first()
    if asked is None:
        asked = Withdrawal.objects.create(identity=identity, asked_at=at, asked_by=by, done_at=at, done_by=by)
    else:
        Withdrawal.objects.filter(pk=asked.pk).update(done_at=at, done_by=by)
        asked.refresh_from_db()
    identity.consents.filter(withdrawn_at=None).update(withdrawn_at=at)
    Trace.objects.filter(lodged__identity=identity).delete()
    keys.destroy(identity.key, at=at, by=by, reason=KEY_REASON)
    record(act="witness.withdraw", on=f"witness:{identity.reference}", by=by, at=at)
    return asked


def _take_back(agent: Agent, by: By) -> None:
    """Everything that the witness told, and what rests on it; a text that is the witness's own is to be sealed."""
    own = _own_text(agent)
    if own:
        retract(own, Why.SAFETY, REASON, by)
        if not Sealing.objects.filter(capture=own).exists():
            ask_to_seal(own, REASON, by)
    else:
        for account in Account.objects.filter(narrator=agent):
            retract(account, Why.SAFETY, REASON, by)
        for statement in Statement.objects.filter(speaker=agent).exclude(account__narrator=agent):
            retract(statement, Why.SAFETY, REASON, by)
    disclose(agent, Level.SEALED, REASON, by)


def _own_text(agent: Agent) -> Capture | None:
    """That which was made for this witness alone; a page that others wrote is never taken back with its witness."""
    is_own = TakenUp.objects.filter(lodged__identity__agent=agent).exists()
    return agent.within.layer.capture if is_own and agent.within else None
