"""Taking a programme's rules into the database, where rounds find them."""

from datetime import datetime

from django.db import IntegrityError, transaction

from sanad.audit.services import record
from sanad.engine.rules.declared import Programme as Declared
from sanad.rulebook.models import Programme, RuleSet
from sanad.rulebook.reading import canonical_text
from sanad.staff.models import User


class AlreadyFrozen(Exception):
    """These very rules are in the database already; their hash names them."""


class PrefixIsTaken(Exception):
    """Another programme's claims begin with these letters."""


class CurrencyHasChanged(Exception):
    """A programme keeps its currency for good: its claims and its ledger accounts are in it."""


@transaction.atomic
def freeze_rules(*, declared: Declared, prefix: str, at: datetime, by: User) -> RuleSet:
    """Keep these rules as they are; the first ones of a programme open it under `prefix`.

    Raises AlreadyFrozen, PrefixIsTaken, CurrencyHasChanged.
    """
    programme = _opened(declared, prefix)
    if RuleSet.objects.filter(hash=declared.hash).exists():
        raise AlreadyFrozen(declared.hash)
    frozen = RuleSet.objects.create(
        programme=programme,
        hash=declared.hash,
        reading=declared.reading,
        status=declared.status,
        text=canonical_text(declared),
        frozen_at=at,
        frozen_by=by,
    )
    record(act="rules.freeze", on=f"programme:{programme.key}", by=by, at=at, facts={"hash": declared.hash})
    return frozen


def _opened(declared: Declared, prefix: str) -> Programme:
    known = Programme.objects.filter(key=declared.id).first()
    if known is None:
        return _new(declared, prefix)
    if known.currency != declared.currency:
        raise CurrencyHasChanged(known.currency, declared.currency)
    return known


def _new(declared: Declared, prefix: str) -> Programme:
    try:
        with transaction.atomic():
            return Programme.objects.create(
                key=declared.id,
                prefix=prefix,
                title=dict(declared.title),
                issuer=dict(declared.issuer),
                currency=declared.currency,
            )
    except IntegrityError as error:
        raise PrefixIsTaken(prefix) from error
