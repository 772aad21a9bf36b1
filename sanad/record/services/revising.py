"""A statement as it stands, wanted once more: what a correction begins with, and what a correction is taken back to."""

from django.db import transaction

from sanad.record.kinds import Bound, SpeakerStatus, SpeechRole, StatementKind, Verbatim
from sanad.record.log import By
from sanad.record.models import Span, Statement
from sanad.record.refusals import RecordRefused
from sanad.record.services.statements import confirm_statement
from sanad.record.spans import At
from sanad.record.statement_wanted import NewFigure, NewPart, NewRole, NewStatement, Voiced


@transaction.atomic
def revise_back(statement: Statement, by: By) -> Statement:
    """Undo a correction by another: the newest row is revised by one that says what this earlier one said.

    Raises RecordRefused: is_the_last where nothing corrected it, and what confirm_statement refuses.
    """
    newest = statement
    while found := Statement.objects.filter(revises=newest).first():
        newest = found
    if newest == statement:
        raise RecordRefused("is_the_last", statement=statement.pk)
    return confirm_statement(wanted_again(statement), by, revises=newest)


def wanted_again(statement: Statement) -> NewStatement:
    """Everything of it, with its place in the telling."""
    return NewStatement(
        account=statement.account,
        kind=StatementKind(statement.kind),
        voice=Voiced(
            SpeakerStatus(statement.speaker_status),
            statement.speaker,
            _at(statement.speaker_evidence),
            statement.speaker_note,
        ),
        content=_place(statement.content),
        verbatim=Verbatim(statement.verbatim),
        cue=_at(statement.cue),
        manner=statement.manner,
        place=statement.place,
        when=statement.when,
        when_basis=statement.when_basis,
        narrative_no=statement.narrative_no,
        parent=statement.parent,
        iterated=statement.iterated,
        event=statement.event,
        is_labelled=statement.is_labelled,
        recording=statement.recording,
        roles=[NewRole(one.agent, SpeechRole(one.role), _at(one.span)) for one in statement.roles.order_by("pk")],
        parts=[NewPart(_place(one.span), one.speaker) for one in statement.parts.order_by("ordinal")],
        figures=[
            NewFigure(
                _place(one.span),
                one.amount,
                one.currency,
                Bound(one.bound),
                one.purpose,
                one.payer,
                one.payee,
                one.period,
            )
            for one in statement.figures.order_by("pk")
        ],
    )


def _at(span: Span | None) -> At | None:
    return _place(span) if span else None


def _place(span: Span) -> At:
    return At(span.layer, span.start, span.end)
