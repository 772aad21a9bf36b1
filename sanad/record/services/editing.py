"""What a person sets right: of a proposal before it stands, and of a statement by another row that revises it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.db import transaction

from sanad.record.kinds import SPEECH, ProposalKind, SpeechRole, StatementKind, Verbatim
from sanad.record.log import By
from sanad.record.models import Account, Proposal, Segment, Statement
from sanad.record.refusals import RecordRefused
from sanad.record.services.articles import Named, agent_named, told_in
from sanad.record.services.decisions import accept_together
from sanad.record.services.drafts import around, draft_of, voice_set
from sanad.record.services.revising import wanted_again
from sanad.record.services.statements import confirm_statement, was_translated
from sanad.record.spans import At
from sanad.record.statement_wanted import NewPart, NewRole, NewStatement

MARKS = (StatementKind.DIRECT, StatementKind.MIXED, StatementKind.NESTED)
CLOSED = "”\"»’'“›」"


@dataclass(frozen=True, slots=True)
class Edited:
    """The statement as the person reads it. `speaker` None: nobody can tell; `keeps_speaker`: as it was."""

    kind: StatementKind
    content: At
    speaker: Named | None
    addressees: Sequence[Named] = ()
    cue: At | None = None
    keeps_speaker: bool = False


@transaction.atomic
def accept_edited(proposal: Proposal, edited: Edited, by: By) -> Statement:
    """Raises RecordRefused: says_nothing, other_article, and what accept_as_proposed refuses."""
    account, article = _speech_in(proposal)
    drafted = draft_of(proposal, by, None if edited.keeps_speaker else voice_set(edited.speaker, article, by))
    return accept_together([proposal], _edited(drafted, edited, account, article, by), by)


@transaction.atomic
def revise_edited(statement: Statement, edited: Edited, by: By) -> Statement:
    """Another row that corrects it. Raises RecordRefused: no_article, other_article, was_revised, and what
    confirm_statement refuses."""
    article = statement.account.work.segment
    if article is None:
        raise RecordRefused("no_article", statement=statement.pk)
    again = wanted_again(statement)
    if not edited.keeps_speaker:
        again = replace(again, voice=voice_set(edited.speaker, article, by))
    return confirm_statement(_edited(again, edited, statement.account, article, by), by, revises=statement)


@transaction.atomic
def accept_split(proposal: Proposal, turn: int, voices: tuple[Named | None, Named | None], by: By) -> Statement:
    """One pair of marks, two voices: the second begins at `turn`. The statement has the first voice as its speaker, its
    parts have their own.

    Raises RecordRefused: says_nothing, no_such_place, and what accept_as_proposed refuses.
    """
    _, article = _speech_in(proposal)
    if not proposal.start < turn < proposal.end:
        raise RecordRefused("no_such_place", layer=proposal.layer_id, start=turn)
    first, second = (voice_set(one, article, by) for one in voices)
    places = (At(proposal.layer, proposal.start, turn), At(proposal.layer, turn, proposal.end))
    parts = [NewPart(at, voice.agent) for at, voice in zip(places, (first, second), strict=True)]
    return accept_together([proposal], replace(draft_of(proposal, by, first), parts=parts), by)


@transaction.atomic
def accept_joined(proposal: Proposal, following: Proposal, by: By) -> Statement:
    """A quotation that goes on in the next paragraph: both become one statement. Where the first closes its marks,
    there are two pairs of them, and the statement is partly in marks.

    Raises RecordRefused: does_not_go_on where other words stand between, and what accept_as_proposed refuses.
    """
    text = proposal.layer.text or ""
    both = {proposal.kind, following.kind} == {ProposalKind.QUOTATION} and proposal.layer_id == following.layer_id
    if not both or following.start < proposal.end or text[proposal.end : following.start].strip():
        raise RecordRefused("does_not_go_on", proposal=proposal.pk, following=following.pk)
    drafted = draft_of(proposal, by)
    is_closed = text[proposal.end - 1] in CLOSED
    kind = StatementKind.MIXED if is_closed and drafted.kind == StatementKind.DIRECT else drafted.kind
    content = At(proposal.layer, proposal.start, following.end)
    return accept_together([proposal, following], replace(drafted, kind=kind, content=content), by)


def _speech_in(proposal: Proposal) -> tuple[Account, Segment]:
    if proposal.kind not in SPEECH:
        raise RecordRefused("says_nothing", proposal=proposal.pk)
    return told_in(proposal)


def _edited(drafted: NewStatement, edited: Edited, account: Account, article: Segment, by: By) -> NewStatement:
    for at in (edited.content, edited.cue):
        if at and not (article.layer_id == at.layer.pk and article.start <= at.start and at.end <= article.end):
            raise RecordRefused("other_article", start=at.start)
    others = [role for role in drafted.roles if role.role != SpeechRole.ADDRESSEE]
    addressees = [NewRole(agent_named(one, article, by), SpeechRole.ADDRESSEE) for one in edited.addressees]
    return replace(
        drafted,
        kind=edited.kind,
        content=edited.content,
        verbatim=_nearness(edited.kind, account, drafted),
        cue=edited.cue,
        parent=_parent(edited, drafted),
        roles=[*others, *addressees],
    )


def _parent(edited: Edited, drafted: NewStatement) -> Statement | None:
    return around(edited.content) if edited.kind == StatementKind.NESTED else drafted.parent


def _nearness(kind: StatementKind, account: Account, drafted: NewStatement) -> Verbatim:
    if kind == drafted.kind:
        return drafted.verbatim
    if kind in MARKS:
        return Verbatim.PRINTED_TRANSLATED if was_translated(account) else Verbatim.PRINTED_IN_MARKS
    return Verbatim.INNER_STATE if kind == StatementKind.THOUGHT else Verbatim.PARAPHRASE
