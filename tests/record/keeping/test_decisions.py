"""Who decides: proposals, versions, commitments, and what may be shown."""

from datetime import timedelta

import pytest

from sanad.record.kinds import (
    Hop,
    Level,
    SpeechRole,
    Stance,
    Why,
)
from sanad.record.models import (
    Commitment,
    Disclosure,
    Proposal,
    Statement,
    Version,
)
from sanad.record.selectors.public import public_statements
from sanad.record.selectors.versions import sides_of
from sanad.record.services.captures import NewLayer, add_layer
from sanad.record.services.decisions import accept_statement, reject
from sanad.record.services.disclosures import disclose
from sanad.record.services.questions import NewVersion, add_version, open_question
from sanad.record.services.retractions import retract
from sanad.record.services.sources import NewHop, add_account
from sanad.record.statement_wanted import NewRole
from tests.record.keeping.pages import PAGE, WHEN, by_maya, by_omar, heard, held, huda, karim, said, wanted
from tests.record.keeping.refusing import code_of, refused

pytestmark = pytest.mark.django_db
PROMISE = "“We will pay the families within a few months,”"
LIST = "“The list is ready.”"
TOLD = "“They told us: ‘There is no money now.’ ”"
NO_MONEY = "‘There is no money now.’"


def test_a_proposal_is_decided_once_and_by_a_person():
    page = held()
    proposal = page.layer.proposals.get(kind="quotation", start=PAGE.index(PROMISE))

    made = accept_statement(proposal, wanted(page, PROMISE, huda()), by_maya(), edited=False)

    assert (proposal.state, proposal.by, proposal.became) == ("accepted", by_maya().user, f"record:statement/{made.pk}")
    assert code_of(lambda: reject(proposal, by_omar())) == "is_decided"
    assert "decided once" in refused(lambda: Proposal.objects.filter(pk=proposal.pk).update(state="open", by=None))
    waiting = Proposal.objects.filter(state="open").first()
    assert "decided_by_a_person" in refused(lambda: Proposal.objects.filter(pk=waiting.pk).update(state="rejected"))


def test_a_refused_acceptance_leaves_the_proposal_open():
    page = held()
    proposal = page.layer.proposals.get(kind="quotation", start=PAGE.index(PROMISE))

    assert (
        code_of(lambda: accept_statement(proposal, wanted(page, "The council met"), by_maya(), edited=True))
        == "does_not_stand"
    )
    proposal.refresh_from_db()
    assert proposal.state == "open"
    assert not Statement.objects.exists()


def test_proposals_of_a_replaced_text_are_obsolete():
    page = held()
    proposal = page.layer.proposals.get(kind="quotation", start=PAGE.index(PROMISE))

    newer = NewLayer(PAGE + "\nCorrected.\n", "plain text", "2", "en")
    add_layer(page.capture, newer, by_maya(), instead_of=page.layer)

    assert set(page.layer.proposals.values_list("state", flat=True)) == {"obsolete"}
    assert code_of(lambda: reject(proposal, by_maya())) == "is_decided"
    late = {"kind": "sum", "start": 0, "end": 5, "payload": {}, "extractor": "x", "extractor_version": "0"}
    assert "replaced" in refused(lambda: Proposal.objects.create(layer=page.layer, rule="r", confidence=1, **late))


def test_versions_stand_side_by_side_and_none_can_go():
    page = held()
    rival = add_account(page.work, "the families", by_maya(), hops=[NewHop(Hop.TOLD, why="the page quotes them")])
    question = open_question("Was money promised?", by_maya())
    promise = said(page, PROMISE, huda())
    denial = said(page, TOLD, account=rival)
    first = add_version(question, NewVersion(page.account, "Soon", Stance.ASSERTS, [promise]), by_maya())
    add_version(question, NewVersion(rival, "No money", Stance.DENIES, [denial], toward=first), by_omar())

    sides = sides_of(question)

    assert [side.version.summary for side in sides] == ["Soon", "No money"]
    assert "never changed or deleted" in refused(lambda: Version.objects.filter(pk=first.pk)._raw_delete("default"))
    assert (
        code_of(lambda: add_version(question, NewVersion(rival, "?", Stance.ASKS, []), by_maya())) == "rests_on_nothing"
    )


def test_no_column_says_what_is_true_or_ranks_versions():
    names = {field.name for model in (Statement, Version, Commitment) for field in model._meta.concrete_fields}

    assert not names & {"true", "is_true", "truth", "verdict", "rank", "score", "weight", "credibility"}


def test_a_commitment_rests_on_a_statement_and_is_due_only_as_the_text_says():
    page = held()
    ground = said(page, PROMISE, huda())
    given = {"text": "pay", "act": "pay", "strength": "promise", "confirmed_by": by_maya().user, "confirmed_at": WHEN}
    vague = {"due_kind": "vague", "due_text": "within a few months", "due": "2026-11/2027-03"}

    assert refused(lambda: Commitment.objects.create(**given, due_kind="none"))
    assert "due_only_where" in refused(
        lambda: Commitment.objects.create(**given, evidence=ground, due_kind="none", due="2027-01", due_basis="stated")
    )
    assert "vague_due" in refused(
        lambda: Commitment.objects.create(**given, evidence=ground, **vague, due_basis="stated")
    )
    assert Commitment.objects.create(**given, evidence=ground, **vague, due_basis="inferred").pk


def test_who_confirmed_a_statement_does_not_publish_it():
    page = held()
    made = said(page, PROMISE, huda())

    assert code_of(lambda: disclose(made, Level.PUBLIC, "spoken in public", by_maya())) == "takes_two_persons"
    given = {"statement": made, "level": "public", "reason": "?", "by": by_maya().user, "at": WHEN}
    assert "second person" in refused(lambda: Disclosure.objects.create(**given))
    assert disclose(made, Level.PUBLIC, "spoken in public", by_omar()).pk


def test_a_witness_who_withdraws_is_shown_no_more_and_nothing_is_deleted():
    page = held()
    made, told_of = said(page, PROMISE, huda()), said(page, LIST, roles=[NewRole(karim(page), SpeechRole.SUBJECT)])
    for one in (made, told_of):
        disclose(one, Level.PUBLIC, "spoken in public", by_omar())
    witness = told_of.roles.get().agent
    disclose(heard(witness), Level.PSEUDONYM, "agreed", by_omar(), shown_as="a resident", legal_note="agreed")
    assert set(public_statements(WHEN.date())) == {made, told_of}

    disclose(witness, Level.SEALED, "withdrew", by_omar())
    retract(made, Why.SAFETY, "could be harmed", by_omar())

    assert list(public_statements(WHEN.date())) == []
    assert Statement.objects.count() == 2


def test_an_embargo_ends_on_its_day():
    made = said(held(), PROMISE, huda())
    disclose(made, Level.EMBARGO, "asked for by the source", by_omar(), until=WHEN.date())

    assert list(public_statements(WHEN.date() - timedelta(days=1))) == []
    assert list(public_statements(WHEN.date())) == [made]
