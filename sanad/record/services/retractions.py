"""Taking something back: nothing is deleted, and all that rests on it is marked in the same act."""

from django.db import transaction

from sanad.evidence import keys
from sanad.record.kinds import Why
from sanad.record.log import By, writing
from sanad.record.models import (
    Account,
    Capture,
    Commitment,
    Proposal,
    Retraction,
    Sealing,
    Span,
    Statement,
    TextLayer,
    Work,
)
from sanad.record.refusals import RecordRefused
from sanad.record.services.reaching import flag, hold, nodes_below, nodes_of, statements_of
from sanad.record.spans import At, span_at

Target = Capture | Work | Account | Statement | Commitment
TARGETS = {model: model.__name__.lower() for model in (Capture, Work, Account, Statement, Commitment)}


@transaction.atomic
def retract(target: Target, kind: Why, reason: str, by: By, *, evidence: At | None = None) -> Retraction:
    """Mark it, and every statement whose chain passes it, in one transaction."""
    with writing("record.retract", by, {"kind": kind}) as written:
        named = {TARGETS[type(target)]: target}
        made = written.put(
            Retraction(**named, kind=kind, by=by.user, at=by.at, reason=reason, evidence=span_at(written, evidence))
        )
        written.named(made)
    below = nodes_below(nodes_of(target))
    hold(below)
    # Asked again once they are held: what was written meanwhile is reached as well.
    below = nodes_below(below)
    flag(made, statements_of(below, [target.pk] if isinstance(target, Statement) else []), by)
    return made


def ask_to_seal(capture: Capture, reason: str, by: By) -> Sealing:
    """The first of two persons. Raises RecordRefused: is_asked."""
    if Sealing.objects.filter(capture=capture).exists():
        raise RecordRefused("is_asked", capture=capture.pk)
    with writing("record.ask_to_seal", by) as written:
        made = written.put(Sealing(capture=capture, reason=reason, asked_by=by.user, asked_at=by.at))
        written.named(made)
    return made


@transaction.atomic
def seal(sealing: Sealing, by: By) -> None:
    """The second: the key is destroyed and the texts are emptied; hashes, places and log stay.

    Raises RecordRefused: takes_two_persons, is_sealed.
    """
    if sealing.asked_by_id == by.user.pk:
        raise RecordRefused("takes_two_persons", capture=sealing.capture_id)
    done = Sealing.objects.filter(pk=sealing.pk, done_at=None).update(done_by=by.user, done_at=by.at)
    if not done:
        raise RecordRefused("is_sealed", capture=sealing.capture_id)
    Capture.objects.filter(pk=sealing.capture_id).update(sealed_at=by.at)
    keys.destroy(sealing.capture.key, at=by.at, by=by.user, reason="capture_sealed")
    Span.objects.filter(layer__capture=sealing.capture_id).update(exact=None, prefix=None, suffix=None)
    TextLayer.objects.filter(capture=sealing.capture_id).update(text=None)
    Proposal.objects.filter(layer__capture=sealing.capture_id).update(payload={})
    with writing("record.seal", by) as written:
        written.named(sealing.capture)
