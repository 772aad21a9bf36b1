"""A family lodges what it was told; it becomes a statement of a protected witness; the witness withdraws."""

from datetime import timedelta

import pytest

from sanad.audit.models import Event
from sanad.record.kinds import Level, Way
from sanad.record.log import By
from sanad.record.models import Agent, Disclosure, Reached, Retraction, Sealing
from sanad.record.refusals import RecordRefused
from sanad.record.selectors.public import public_statements
from sanad.record.services.disclosures import disclose
from sanad.record.services.replies import NewAsking, ask_for_reply, write_reply
from sanad.record.verification import verify_record
from sanad.witnesses.models import Identity, Trace
from sanad.witnesses.services.withdrawing import withdraw
from sanad.witnesses.verification import verify_witnesses
from tests.casework.families import AT
from tests.witnesses.making import COUNCIL, NO_FUNDING, lodged, nour, rana, reach, taken_up

pytestmark = pytest.mark.django_db


def test_what_was_lodged_becomes_a_statement_of_a_witness_without_a_name():
    one = lodged()

    statement = taken_up(one).statement

    witness = statement.account.narrator
    assert witness.label == f"Witness {one.identity.reference}"
    assert witness.naming == "pseudonym"
    assert statement.content.exact == NO_FUNDING
    assert statement.speaker.label == COUNCIL
    assert {(role.agent, role.role) for role in statement.roles.all()} == {(witness, "addressee"), (witness, "relayer")}
    assert Identity.objects.get().agent == witness
    assert list(verify_record()) == []
    assert list(verify_witnesses()) == []


def test_it_is_not_public_before_a_second_person_shows_it():
    statement = taken_up().statement

    with pytest.raises(RecordRefused, match="takes_two_persons"):
        disclose(statement, Level.PUBLIC, "of use to all", By(rana(), AT))
    disclose(statement, Level.PUBLIC, "of use to all", By(nour(), AT))

    assert Disclosure.objects.earliest("pk").level == "sealed"
    assert not public_statements(AT.date()).exists(), "the witness is a private person whom nobody has opened"


def test_a_witness_who_withdraws_is_gone_and_the_statement_is_taken_back():
    taken = taken_up()
    identity = taken.lodged.identity
    disclose(taken.statement, Level.PUBLIC, "of use to all", By(nour(), AT))
    _open_after_an_answer(Identity.objects.get().agent)
    disclose(taken.statement.speaker, Level.PUBLIC, "an office", By(nour(), AT))
    was_public = public_statements(AT.date()).exists()

    withdraw(identity=identity, reach=reach(), at=AT)

    identity.refresh_from_db()
    assert was_public
    assert not public_statements(AT.date()).exists()
    assert Retraction.objects.get().kind == "safety"
    assert Reached.objects.get().statement == taken.statement
    assert identity.key.wrapped is None
    assert not identity.consents.filter(withdrawn_at=None).exists()
    assert not Trace.objects.exists()
    assert Sealing.objects.get().done_at is None
    assert Event.objects.filter(act="witness.withdraw", by=rana()).count() == 1
    assert list(verify_witnesses()) == []
    assert list(verify_record()) == []


def _open_after_an_answer(witness: Agent) -> None:
    """Asked by one record keeper whether they may be shown under the number, and opened by another."""
    asking = NewAsking("the witness", Way.LETTER, AT.date(), AT.date() + timedelta(days=7))
    write_reply(ask_for_reply(witness, asking, By(rana(), AT)), "Yes, under the number.", AT.date(), By(rana(), AT))
    disclose(witness, Level.PUBLIC, "of use to all", By(nour(), AT), legal_note="a witness may be shown by number")
