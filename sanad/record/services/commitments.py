"""What was promised, and what is said to have come of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import IntegrityError, transaction

from sanad.record.kinds import Act, Basis, Bound, Came, DueKind, Strength, Why
from sanad.record.log import By, Writing, writing
from sanad.record.models import Agent, Commitment, CommitmentEvidence, Outcome, Retraction, Statement, Work
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


@transaction.atomic
def confirm_commitment(
    new: NewCommitment, evidence: Iterable[Statement], by: By, *, revises: Commitment | None = None
) -> Commitment:
    """Raises RecordRefused: rests_on_nothing, was_revised, does_not_stand (the database names what does not hold)."""
    grounds = list(evidence)
    if not grounds:
        raise RecordRefused("rests_on_nothing")
    if revises:
        _refuse_revised(revises)
    try:
        with transaction.atomic(), writing("record.commitment", by) as written:
            made = _put(written, new, grounds, by, revises)
            written.named(made)
    except IntegrityError as refused:
        raise RecordRefused("does_not_stand", says=str(refused)) from refused
    return made


@transaction.atomic
def revise_commitment(commitment: Commitment, new: NewCommitment, by: By) -> Commitment:
    """Another row that corrects it, on the same grounds. What is said to have come of it is said of the new one too:
    by whom and when it was written down stays.

    Raises RecordRefused: is_taken_back, and what confirm_commitment refuses.
    """
    if Retraction.objects.filter(commitment=commitment, kind=Why.WITHDRAWN_BY_US).exists():
        raise RecordRefused("is_taken_back", commitment=commitment.pk)
    more = CommitmentEvidence.objects.filter(commitment=commitment).select_related("statement").order_by("pk")
    grounds = [commitment.evidence, *(one.statement for one in more)]
    made = confirm_commitment(new, grounds, by, revises=commitment)
    for one in commitment.outcomes.order_by("pk"):
        _put_outcome(one, made, by)
    return made


def _refuse_revised(commitment: Commitment) -> None:
    """Of two who correct it at once one waits here, and then finds it corrected."""
    list(Commitment.objects.select_for_update().filter(pk=commitment.pk).values_list("pk"))
    if Commitment.objects.filter(revises=commitment).exists():
        raise RecordRefused("was_revised", commitment=commitment.pk)


def _put(
    written: Writing, new: NewCommitment, grounds: Sequence[Statement], by: By, revises: Commitment | None
) -> Commitment:
    first, *more = grounds
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
    return made


@transaction.atomic
def add_outcome(
    commitment: Commitment, value: Came, rests_on: Statement | Work, by: By, *, as_of: str = "", note: str = ""
) -> Outcome:
    """What this statement or document says came of it. Earlier outcomes stay. Raises RecordRefused: was_revised."""
    _refuse_revised(commitment)
    said = Outcome(
        as_of=as_of,
        statement=rests_on if isinstance(rests_on, Statement) else None,
        document=rests_on if isinstance(rests_on, Work) else None,
        value=value,
        note=note,
        by=by.user,
        at=by.at,
    )
    return _put_outcome(said, commitment, by)


def _put_outcome(said: Outcome, commitment: Commitment, by: By) -> Outcome:
    """Of this commitment, by whom and when it was said; written by `by`."""
    with writing("record.outcome", by) as written:
        made = written.put(
            Outcome(
                commitment=commitment,
                as_of=said.as_of,
                statement=said.statement,
                document=said.document,
                value=said.value,
                note=said.note,
                by=said.by,
                at=said.at,
            )
        )
        written.named(commitment)
    return made
