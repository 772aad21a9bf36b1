"""The commitments of an annotated page, each with the outcome that the page itself states."""

from sanad.demo.record.annotated import Annotated, Found
from sanad.record.kinds import Act, Came, DueKind, ProposalKind, SpeakerStatus, StatementKind, Strength, Verbatim
from sanad.record.models import Commitment, Statement
from sanad.record.services.commitments import NewCommitment, add_outcome, confirm_commitment
from sanad.record.services.decisions import accept_commitment
from sanad.record.services.statements import confirm_statement
from sanad.record.statement_wanted import NewStatement, Voiced

CAME = {"not": Came.NOT_MET, "partly": Came.PARTLY, "kept": Came.KEPT, "halted": Came.HALTED}
"""By the first word in which the annotation says what came of it."""


def commit_all(page: Annotated) -> list[Commitment]:
    return [_commit(page, one) for one in page.gold["commitments"]]


def _commit(page: Annotated, one: Found) -> Commitment:
    made_to = next(iter(one["made_to"]), None)
    due = one["due"] if one["due_kind"] != "none" else None
    new = NewCommitment(
        text=one["what"],
        act=Act(one["act"]),
        strength=Strength(one["strength"]),
        made_by=page.agent(one["made_by"], one["article"]),
        made_to=page.agent(made_to, one["article"]),
        due_text=due or "",
        due_kind=DueKind(one["due_kind"]) if due else DueKind.NONE,
        condition=due or "" if one["due_kind"] == "conditional" else "",
    )
    made = _decided(page, new, one["evidence"], _ground(page, one, one["evidence"]))
    value = CAME.get((one["stated_outcome"] or "").partition(" ")[0])
    for place in one["outcome_evidence"] if value else []:
        add_outcome(made, value or Came.CANNOT_TELL, _ground(page, one, place), page.by)
    return made


def _decided(page: Annotated, new: NewCommitment, place: Found, ground: Statement) -> Commitment:
    """Where a rule proposed it in these words, its proposal becomes the commitment."""
    there = {"kind": ProposalKind.COMMITMENT, "start__lt": place["end"], "end__gt": place["start"]}
    proposal = page.waiting().filter(**there).order_by("start", "pk").first()
    if proposal is None:
        return confirm_commitment(new, [ground], page.by)
    return accept_commitment(proposal, new, ground, page.by, edited=True)


def _ground(page: Annotated, one: Found, place: Found) -> Statement:
    """The statement that stands there, or else what the page says there in its own voice."""
    overlapping = [
        made
        for made in page.statements.values()
        if made.content.start < place["end"] and place["start"] < made.content.end
    ]
    if overlapping:
        return min(overlapping, key=lambda made: made.content.end - made.content.start)
    made = confirm_statement(
        NewStatement(
            account=page.account_of(one),
            kind=StatementKind.NARRATION,
            voice=Voiced(SpeakerStatus.UNKNOWN),
            content=page.at(place),
            verbatim=Verbatim.PARAPHRASE,
        ),
        page.by,
    )
    page.statements[f"N{place['start']}"] = made
    return made
