"""Confirming what was said. A person does it; the row then stands for good, and only a revision corrects it."""

from collections.abc import Iterable

from django.db import IntegrityError, transaction
from django.db.models import Max

from sanad.record.digests import columns_of, plain, sha256_of
from sanad.record.kinds import Verbatim
from sanad.record.log import By, Writing, writing
from sanad.record.models import (
    Account,
    Figure,
    Node,
    Place,
    Reaction,
    Statement,
    StatementPart,
    StatementRole,
    Transmission,
)
from sanad.record.models import Event as HappeningEvent
from sanad.record.refusals import RecordRefused
from sanad.record.services.reaching import flag_new, nodes_above
from sanad.record.spans import put_span, span_at
from sanad.record.statement_wanted import NewPart, NewStatement

SEPARATOR = "\x1f"


@transaction.atomic
def confirm_statement(new: NewStatement, by: By, *, revises: Statement | None = None) -> Statement:
    """Write it down as confirmed by this person, with its roles, parts and sums.

    A statement under a source that was retracted is flagged at once. Raises RecordRefused: no_chain, was_translated,
    parts_do_not_tile, was_revised, does_not_stand (the database names what does not hold).
    """
    _check(new, revises)
    try:
        with transaction.atomic(), writing("record.statement", by) as written:
            made = _put(written, new, by, revises)
            written.named(made)
    except IntegrityError as refused:
        raise RecordRefused("does_not_stand", says=str(refused)) from refused
    flag_new(made, by)
    return made


def _check(new: NewStatement, revises: Statement | None) -> None:
    # The account is held: a retraction that goes on at this moment is either seen here, or sees what is written here.
    list(Node.objects.select_for_update().filter(pk=new.account.node_id).values_list("pk"))
    if not Transmission.objects.filter(child=new.account.node_id).exists():
        raise RecordRefused("no_chain", account=new.account.pk)
    if new.verbatim == Verbatim.PRINTED_IN_MARKS and was_translated(new.account):
        raise RecordRefused("was_translated", account=new.account.pk)
    if revises and Statement.objects.filter(revises=revises).exists():
        raise RecordRefused("was_revised", statement=revises.pk)
    _check_tiles(new)


def was_translated(account: Account) -> bool:
    """Whether it came to us through a translation, so that no words of it are those that were spoken."""
    above = nodes_above([account.node_id])
    return Transmission.objects.filter(child__in=above, is_translation=True).exists()


def _check_tiles(new: NewStatement) -> None:
    """Parts follow one another from the first sign of the content to its last."""
    if not new.parts:
        return
    at = new.content.start
    for part in sorted(new.parts, key=lambda one: one.at.start):
        if part.at.layer != new.content.layer or part.at.start != at:
            raise RecordRefused("parts_do_not_tile", start=part.at.start)
        at = part.at.end
    if at != new.content.end:
        raise RecordRefused("parts_do_not_tile", start=at)


def _put(written: Writing, new: NewStatement, by: By, revises: Statement | None) -> Statement:
    made = Statement(
        account=new.account,
        kind=new.kind,
        speaker=new.voice.agent,
        speaker_status=new.voice.status,
        speaker_evidence=span_at(written, new.voice.evidence),
        speaker_note=new.voice.note,
        content=put_span(written, new.content),
        verbatim=new.verbatim,
        recording=new.recording,
        is_labelled=new.is_labelled,
        cue=span_at(written, new.cue),
        manner=new.manner,
        place=new.place,
        when=new.when,
        when_basis=new.when_basis,
        narrative_no=new.narrative_no or _next_number(new.account),
        parent=new.parent,
        iterated=new.iterated,
        event=new.event,
        revises=revises,
        confirmed_by=by.user,
        confirmed_at=by.at,
    )
    made.rec_hash = hash_of(made)
    written.put(made)
    Place.objects.create(statement=made)
    _put_with_it(written, made, new)
    return made


def _next_number(account: Account) -> int:
    return (Statement.objects.filter(account=account).aggregate(last=Max("narrative_no"))["last"] or 0) + 1


def _put_with_it(written: Writing, made: Statement, new: NewStatement) -> None:
    for role in new.roles:
        written.put(StatementRole(statement=made, agent=role.agent, role=role.role, span=span_at(written, role.at)))
    for ordinal, part in enumerate(_in_order(new.parts), start=1):
        span = put_span(written, part.at)
        written.put(StatementPart(statement=made, span=span, ordinal=ordinal, speaker=part.speaker))
    for figure in new.figures:
        written.put(
            Figure(
                statement=made,
                span=put_span(written, figure.at),
                amount=figure.amount,
                currency=figure.currency,
                bound=figure.bound,
                purpose=figure.purpose,
                payer=figure.payer,
                payee=figure.payee,
                period=figure.period,
            )
        )


def _in_order(parts: Iterable[NewPart]) -> list[NewPart]:
    return sorted(parts, key=lambda one: one.at.start)


def hash_of(statement: Statement) -> str:
    """By which a statement is cited: its columns, its words and the hash of the text that they stand in."""
    values = [f"{name}={plain(getattr(statement, name))}" for name in columns_of(Statement)]
    content = statement.content
    words = [content.layer.sha256, str(content.start), str(content.end)]
    return sha256_of(SEPARATOR.join([*values, *words]).encode())


def react(statement: Statement, to: "Statement | Account | HappeningEvent", by: By) -> Reaction:
    """What the statement answers or speaks against."""
    kinds = {Statement: "to_statement", Account: "to_account", HappeningEvent: "to_event"}
    with writing("record.reaction", by) as written:
        made = written.put(Reaction(statement=statement, **{kinds[type(to)]: to}))
        written.named(statement)
    return made
