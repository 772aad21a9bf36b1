"""Where families and organisations are paid: one person proposes an account, another confirms it."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from sanad.audit.services import record
from sanad.casework.payments.accounts import NewAccount
from sanad.casework.payments.models import Payee, PayeeAccount, Verdict
from sanad.casework.payments.refusals import AccountDecided, AccountWaits, ProposedByYou, SameIdOther
from sanad.casework.payments.selectors.accounts import told_account
from sanad.evidence.keys import new_key, seal
from sanad.registry.models import Household
from sanad.registry.selectors import refuse_recused
from sanad.staff.models import User


def payee_of_household(household: Household) -> Payee:
    """The household as a payee, made where it is none yet."""
    return Payee.objects.get_or_create(household=household, defaults={"key": household.key})[0]


@transaction.atomic
def payee_of_organisation(*, name: str, at: datetime) -> Payee:
    """The organisation of this name as a payee, made where it is none yet."""
    known = Payee.objects.filter(organisation=name).first()
    return known or Payee.objects.get_or_create(organisation=name, defaults={"key": new_key(at)})[0]


def propose_account(*, id: UUID, payee: Payee, account: NewAccount, by: User, at: datetime) -> PayeeAccount:
    """Write down where the payee wants to be paid; nothing is paid there until another person has confirmed it.

    Sent twice it is written once. Raises AccountRefused, AccountWaits, SameIdOther, Recused.
    """
    refuse_recused(by, household=payee.household)
    plain = account.plain()
    known = _known(id, payee, plain)
    if known:
        return known
    try:
        return _written(id, payee, plain, by, at)
    except IntegrityError:
        known = _known(id, payee, plain)
        if known is None:
            raise
        return known


def _known(id: UUID, payee: Payee, account: NewAccount) -> PayeeAccount | None:
    """What stands under this id, where it is the same; what else waits is in its way."""
    found = PayeeAccount.objects.filter(pk=id).select_related("payee__key").first()
    if found and (found.payee_id != payee.pk or told_account(found) != account):
        raise SameIdOther(id)
    waiting = PayeeAccount.objects.filter(payee=payee, decision=None).first()
    if found is None and waiting:
        raise AccountWaits(waiting)
    return found


@transaction.atomic
def _written(id: UUID, payee: Payee, account: NewAccount, by: User, at: datetime) -> PayeeAccount:
    sealed = {name: seal(payee.key, getattr(account, name)) for name in ("holder", "number")}
    plain = {"kind": account.kind, "bank": account.bank}
    row = PayeeAccount.objects.create(id=id, payee=payee, **plain, **sealed, proposed_by=by, proposed_at=at)
    record(act="account.propose", on=_on(payee), by=by, at=at, facts={"account": str(id), **plain})
    return row


def confirm_account(*, account: UUID, by: User, at: datetime) -> PayeeAccount:
    """From now on the payee is paid there. Raises ProposedByYou, AccountDecided, Recused."""
    return _decide(account, Verdict.CONFIRMED, by, at)


def refuse_account(*, account: UUID, by: User, at: datetime) -> PayeeAccount:
    """The payee is not paid there; the account before it stands. Raises ProposedByYou, AccountDecided, Recused."""
    return _decide(account, Verdict.REFUSED, by, at)


@transaction.atomic
def _decide(id: UUID, verdict: Verdict, by: User, at: datetime) -> PayeeAccount:
    """Compare and set: of two who decide at once, the second is told what the first decided."""
    account = PayeeAccount.objects.select_related("payee__household", "decided_by").get(pk=id)
    refuse_recused(by, household=account.payee.household)
    if account.proposed_by_id == by.pk:
        raise ProposedByYou(str(id))
    waiting = PayeeAccount.objects.filter(pk=id, decision=None)
    if not waiting.update(decision=verdict, decided_by=by, decided_at=at):
        raise AccountDecided(PayeeAccount.objects.select_related("decided_by").get(pk=id))
    if verdict == Verdict.CONFIRMED:
        Payee.objects.filter(pk=account.payee_id).update(account=account)
    record(act=f"account.{verdict}", on=_on(account.payee), by=by, at=at, facts={"account": str(id)})
    account.refresh_from_db()
    return account


def _on(payee: Payee) -> str:
    return f"household:{payee.household.reference}" if payee.household else f"payee:{payee.pk}"
