"""A promise as a person writes it down: in the words of a statement, or as a correction of one that stands."""

from dataclasses import dataclass, replace

from django.db import transaction

from sanad.record.log import By
from sanad.record.models import Agent, Commitment, Statement
from sanad.record.refusals import RecordRefused
from sanad.record.selectors.standing import standing_statements
from sanad.record.services.articles import Named, agent_named
from sanad.record.services.commitments import NewCommitment, confirm_commitment, revise_commitment


@dataclass(frozen=True, slots=True)
class Written:
    """`new` names nobody: by whom and to whom it was promised are written as the article calls them."""

    new: NewCommitment
    made_by: Named | None = None
    made_to: Named | None = None


@transaction.atomic
def write_promise(statement: Statement, written: Written, by: By) -> Commitment:
    """It rests on this statement. Raises RecordRefused: ground_is_gone where that was corrected or taken back,
    nobody_new_here, and what confirm_commitment refuses."""
    if not standing_statements().filter(pk=statement.pk).exists():
        raise RecordRefused("ground_is_gone", statement=statement.pk)
    return confirm_commitment(_named(written, statement, [], by), [statement], by)


@transaction.atomic
def correct_promise(commitment: Commitment, written: Written, by: By) -> Commitment:
    """Whoever keeps their name stays who they are. Raises RecordRefused: nobody_new_here, and what revise_commitment
    refuses."""
    known = [one for one in (commitment.made_by, commitment.made_to) if one]
    return revise_commitment(commitment, _named(written, commitment.evidence, known, by), by)


def _named(written: Written, ground: Statement, known: list[Agent], by: By) -> NewCommitment:
    heard = {one.label: one for one in [*([ground.speaker] if ground.speaker else []), *known]}
    made_by, made_to = (_agent(one, ground, heard, by) for one in (written.made_by, written.made_to))
    return replace(written.new, made_by=made_by, made_to=made_to)


def _agent(named: Named | None, ground: Statement, heard: dict[str, Agent], by: By) -> Agent | None:
    if named is None or named.name in heard:
        return heard[named.name] if named else None
    article = ground.account.work.segment
    if article is None:
        raise RecordRefused("nobody_new_here", statement=ground.pk)
    return agent_named(named, article, by)
