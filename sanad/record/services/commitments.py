"""What was promised, and what is said to have come of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from sanad.record.kinds import Act, Basis, Bound, Came, DueKind, Strength
from sanad.record.log import By, writing
from sanad.record.models import Agent, Commitment, CommitmentEvidence, Outcome, Statement, Work
from sanad.record.refusals import RecordRefused


@dataclass(frozen=True, slots=True)
class NewCommitment:
    """`due_text` are the text's own words; `due` a day that they say, or an interval that a person concluded.

    `amount` in minor units, with its currency and bound, where the text names a sum.
    """

    text: str
    act: Act
    strength: Strength
    made_by: Agent | None = None
    made_to: Agent | None = None
    made_when: str = ""
    due_text: str = ""
    due_kind: DueKind = DueKind.NONE
    due: str = ""
    due_basis: Basis | str = ""
    condition: str = ""
    amount: int | None = None
    currency: str = ""
    bound: Bound | str = ""


def confirm_commitment(
    new: NewCommitment, evidence: Iterable[Statement], by: By, *, revises: Commitment | None = None
) -> Commitment:
    """Raises RecordRefused: rests_on_nothing, was_revised."""
    grounds = list(evidence)
    if not grounds:
        raise RecordRefused("rests_on_nothing")
    first, *more = grounds
    if revises and Commitment.objects.filter(revises=revises).exists():
        raise RecordRefused("was_revised", commitment=revises.pk)
    with writing("record.commitment", by) as written:
        made = written.put(
            Commitment(
                text=new.text,
                act=new.act,
                strength=new.strength,
                made_by=new.made_by,
                made_to=new.made_to,
                made_when=new.made_when,
                due_text=new.due_text,
                due_kind=new.due_kind,
                due=new.due,
                due_basis=new.due_basis,
                condition=new.condition,
                amount=new.amount,
                currency=new.currency,
                bound=new.bound,
                evidence=first,
                revises=revises,
                confirmed_by=by.user,
                confirmed_at=by.at,
            )
        )
        for statement in more:
            written.put(CommitmentEvidence(commitment=made, statement=statement))
        written.named(made)
    return made


def add_outcome(
    commitment: Commitment, value: Came, rests_on: Statement | Work, by: By, *, as_of: str = "", note: str = ""
) -> Outcome:
    """What this statement or document says came of it. Earlier outcomes stay."""
    with writing("record.outcome", by) as written:
        made = written.put(
            Outcome(
                commitment=commitment,
                as_of=as_of,
                statement=rests_on if isinstance(rests_on, Statement) else None,
                document=rests_on if isinstance(rests_on, Work) else None,
                value=value,
                note=note,
                by=by.user,
                at=by.at,
            )
        )
        written.named(commitment)
    return made
