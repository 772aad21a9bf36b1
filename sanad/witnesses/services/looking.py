"""Seeing who a witness is: one person asks and says why, another allows it, and each look is an act."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from sanad.audit.services import record
from sanad.staff.scopes import Reach
from sanad.witnesses.capabilities import ALLOW_TO_LOOK, ASK_TO_LOOK, require
from sanad.witnesses.models import Identity, Look, Purpose, Use
from sanad.witnesses.refusals import LookRefused, TakesTwoPersons
from sanad.witnesses.sealing import unseal
from sanad.witnesses.selectors import OPEN_FOR


@dataclass(frozen=True, slots=True)
class Who:
    """Who a witness is; all empty where no name was given."""

    name: str
    aliases: tuple[str, ...]
    contact: str
    case: str


@transaction.atomic
def ask_to_look(*, identity: Identity, purpose: Purpose, reach: Reach, at: datetime) -> Look:
    """Raises NotAllowed, LookRefused: has_withdrawn, no_consent."""
    by = require(reach, *ASK_TO_LOOK)
    if _is_gone(identity):
        raise LookRefused("has_withdrawn")
    if purpose == Purpose.ASK_BACK and not identity.consents.filter(use=Use.CONTACT, withdrawn_at=None).exists():
        raise LookRefused("no_consent")
    _note("witness.ask_to_look", identity, reach, at, purpose)
    return Look.objects.create(identity=identity, purpose=purpose, asked_at=at, asked_by=by)


@transaction.atomic
def allow_look(*, look: Look, reach: Reach, at: datetime) -> None:
    """The second person. Raises NotAllowed, TakesTwoPersons, LookRefused: is_decided."""
    by = require(reach, *ALLOW_TO_LOOK)
    if by.pk == look.asked_by_id:
        raise TakesTwoPersons(look.pk)
    if not Look.objects.filter(pk=look.pk, allowed_at=None).update(allowed_at=at, allowed_by=by):
        raise LookRefused("is_decided")
    _note("witness.allow_look", look.identity, reach, at, look.purpose)


@transaction.atomic
def who_is(*, look: Look, reach: Reach, at: datetime) -> Who:
    """For the person who asked, within a day of being allowed. Raises NotAllowed, LookRefused."""
    require(reach, *ASK_TO_LOOK)
    look.refresh_from_db()
    identity = Identity.objects.select_related("key").get(pk=look.identity_id)
    if look.asked_by_id != reach.user.pk or look.allowed_at is None:
        raise LookRefused("not_allowed_yet")
    if at > look.allowed_at + OPEN_FOR:
        raise LookRefused("is_over")
    if _is_gone(identity):
        raise LookRefused("has_withdrawn")
    _note("witness.look", identity, reach, at, look.purpose)
    key = identity.key
    aliases = tuple(unseal(key, identity.aliases).splitlines())
    return Who(unseal(key, identity.name), aliases, unseal(key, identity.contact), unseal(key, identity.case))


def _is_gone(identity: Identity) -> bool:
    return identity.key.wrapped is None


def _note(act: str, identity: Identity, reach: Reach, at: datetime, purpose: str) -> None:
    record(act=act, on=f"witness:{identity.reference}", by=reach.user, at=at, facts={"purpose": str(purpose)})
